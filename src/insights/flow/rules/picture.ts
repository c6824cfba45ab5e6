import { area, curveBumpX } from 'd3-shape'
import type { PictureTexts } from '../../../language/pictures.ts'
import { type Drawn, emptyBody, MARGIN, page, WIDTH } from '../../pictures/rules/page.ts'
import type { Mark } from '../../pictures/rules/palette.ts'
import { element, escaped, group, line } from '../../pictures/rules/svg.ts'
import type { FlowLink, FlowNode } from '../rules.ts'
import { BAR, layOut } from './layout.ts'

type Flow = { nodes: readonly FlowNode[]; links: readonly FlowLink[] }
type Layout = ReturnType<typeof layOut>
type Place = Layout['nodes'][number]

/** The room that the labels of the first nodes need above, and those of the endings beside. */
const LABELS = { above: 56, beside: 190 }
/** Nothing that is there may be too thin to be seen. */
const THINNEST = { ribbon: 1.2, bar: 3 }
/** From this width on, a line between ribbons does not eat them up. */
const WIDE = 6

const MARKS: Record<string, Mark> = {
  accepted: 'won',
  open: 'open',
  rejected: 'no',
  role_closed: 'no',
  offer_rescinded: 'no',
  no_response: 'quiet',
  withdrawn: 'own',
  offer_declined: 'own',
}
const markOf = (id: string): Mark => MARKS[id] ?? 'way'

/** @NOTE The thin ones come last, so that none is hidden beneath a wide one. */
const drawRibbon = (
  { source, target, count, y0 = 0, y1 = 0, width = 0 }: Layout['links'][number],
  texts: PictureTexts,
) => {
  const [start, end] = [source as Place, target as Place]
  const half = Math.max(width, THINNEST.ribbon) / 2
  const shape = area<[number, number]>()
    .x(([x]) => x)
    .y0(([, y]) => y - half)
    .y1(([, y]) => y + half)
    .curve(curveBumpX)
    .digits(2)
  const path = shape([
    [start.x1 ?? 0, y0],
    [end.x0 ?? 0, y1],
  ])
  const [of, to] = [texts.flow.node(start.id), texts.flow.node(end.id)]
  return element(
    'path',
    {
      d: path ?? undefined,
      class: `av-${markOf(end.id)}-soft${width > WIDE ? ' av-apart' : ''}`,
      'data-link': `${start.id} ${end.id}`,
      'data-count': count,
    },
    element('title', {}, escaped(texts.flow.link(of, to, count))),
  )
}

const drawBar = ({ id, x0 = 0, y0 = 0, y1 = 0, count }: Place) => {
  const height = Math.max(y1 - y0, THINNEST.bar)
  return element('rect', {
    x: x0,
    y: (y0 + y1 - height) / 2,
    width: BAR,
    height,
    rx: 2,
    class: `av-${markOf(id)}`,
    'data-node': id,
    'data-count': count,
  })
}

const drawLabel = (node: Place, isLast: boolean, texts: PictureTexts) => {
  const { id, x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node
  const [count, name] = [texts.count(node.count), texts.flow.node(id)]
  if (isLast)
    return [line(x1 + 12, (y0 + y1) / 2 + 5.5, [{ text: `${count} `, bold: true }, name], { size: 16 })]
  // What skips a column runs above the node: its label stands above that, too.
  const y = id === 'saved' ? y0 : 0
  return [
    line(x0, y - 31, count, { size: 20, bold: true }),
    line(x0, y - 11, name, { size: 14, tone: 'muted' }),
  ]
}

/** A Sankey diagram: one unit of height for each application, with no name of an employer. */
export const drawFlow = ({ nodes, links, ...drawn }: Flow & Drawn, texts: PictureTexts) => {
  const { n, open, excluded } = drawn.basis
  const frame = { name: 'flow', title: texts.flow.title, basis: texts.flow.basis({ n, open }) }
  if (n === 0) {
    const body = emptyBody(texts.empty(excluded.length > 0))
    return page({ ...frame, description: texts.empty(excluded.length > 0).join(' '), body }, drawn, texts)
  }
  const layout = layOut(nodes, links, WIDTH - 2 * MARGIN - LABELS.beside)
  const last = Math.max(...layout.nodes.map(({ x0 = 0 }) => x0))
  const marks = group(
    { transform: `translate(${MARGIN} ${LABELS.above})` },
    ...[...layout.links].sort((a, b) => b.count - a.count).map((link) => drawRibbon(link, texts)),
    ...layout.nodes.map(drawBar),
    ...layout.nodes.flatMap((node) => drawLabel(node, node.x0 === last, texts)),
  )
  const description = texts.flow.description(nodes.map(({ id, count }) => [texts.flow.node(id), count]))
  return page(
    { ...frame, description, body: { marks: [marks], height: LABELS.above + layout.height } },
    drawn,
    texts,
  )
}
