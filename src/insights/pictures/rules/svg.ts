type Attributes = Record<string, string | number | undefined>

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
/** What no XML document may hold, not even escaped. */
const FORBIDDEN = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text as it stands in a document. */
export const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** Hundredths of a pixel: what nobody sees must not differ between machines. */
const rounded = (value: string | number) =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value)

/** An element; its children are markup already. Attributes without a value are left out. */
export const element = (name: string, attributes: Attributes, ...children: string[]): string => {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${rounded(value)}"`))
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

export const group = (attributes: Attributes, ...children: string[]): string =>
  `${element('g', attributes, '\n', ...children.map((child) => `${child}\n`))}`

type Style = {
  size?: number
  anchor?: 'start' | 'middle' | 'end'
  tone?: 'ink' | 'muted'
  bold?: boolean
}
type Run = string | { text: string; bold?: boolean; className?: string }

const span = (run: Run) =>
  typeof run === 'string'
    ? escaped(run)
    : element('tspan', { class: run.className, 'font-weight': run.bold ? 700 : undefined }, escaped(run.text))

/** A line of text, or several runs of one line that follow each other however wide they turn out. */
export const line = (
  x: number,
  y: number,
  runs: Run | readonly Run[],
  { size = 15, anchor, tone = 'ink', bold }: Style = {},
): string =>
  element(
    'text',
    {
      x,
      y,
      class: `av-${tone}`,
      'font-size': size,
      'font-weight': bold ? 700 : undefined,
      'text-anchor': anchor,
    },
    ...[runs].flat().map((run) => span(run as Run)),
  )
