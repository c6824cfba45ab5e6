import { SaxesParser } from 'saxes'

/** An element of a picture: its attributes, its text with that of its children, and where its groups move it. */
export type Seen = {
  name: string
  attributes: Record<string, string>
  text: string
  x: number
  y: number
}
type Box = { text: string; left: number; right: number; top: number; bottom: number }

/** How far the groups around an element move it. */
const movedBy = (transform = '') => {
  const [, x = '0', y = '0'] = /^translate\((-?[\d.]+) (-?[\d.]+)\)$/.exec(transform) ?? []
  return { x: Number(x), y: Number(y) }
}

/** Every element of a document in its order. Throws where the document is not well-formed. */
export const elementsOf = (svg: string): Seen[] => {
  const [all, open]: [Seen[], Seen[]] = [[], []]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const { x = 0, y = 0 } = open.at(-1) ?? {}
    const by = movedBy(plain.transform)
    const seen = { name, attributes: plain, text: '', x: x + by.x, y: y + by.y }
    open.push(seen)
    all.push(seen)
  })
  parser.on('text', (text) => {
    for (const each of open) each.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(svg).close()
  return all
}

export const named = (all: readonly Seen[], name: string) => all.filter((it) => it.name === name)

/** A wide font takes three fifths of its size for a letter, and two thirds where it is bold. */
const widthOf = ({ text, attributes }: Seen) =>
  [...text].length * Number(attributes['font-size']) * (attributes['font-weight'] ? 0.67 : 0.6)

const SHIFT: Record<string, number> = { start: 0, middle: 0.5, end: 1 }

/** Where the labels stand, as far as that can be told without a font. */
const boxesOf = (all: readonly Seen[]): Box[] =>
  named(all, 'text').map((label) => {
    const { x = '0', y = '0', 'text-anchor': anchor = 'start', 'font-size': size = '0' } = label.attributes
    const left = label.x + Number(x) - widthOf(label) * (SHIFT[anchor] ?? 0)
    const foot = label.y + Number(y)
    return {
      text: label.text,
      left,
      right: left + widthOf(label),
      top: foot - Number(size) * 0.75,
      bottom: foot + Number(size) * 0.2,
    }
  })

/** Labels that lie upon each other, or that reach out of the picture. */
export const clashesOf = (svg: string): string[] => {
  const all = elementsOf(svg)
  const [, , width = 0, height = 0] = (all[0]?.attributes.viewBox ?? '').split(' ').map(Number)
  const boxes = boxesOf(all)
  return boxes.flatMap((a, at) => [
    ...(a.left < 0 || a.right > width || a.top < 0 || a.bottom > height ? [`outside: ${a.text}`] : []),
    ...boxes
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} | ${b.text}`),
  ])
}
