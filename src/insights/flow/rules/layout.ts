import { type SankeyLink, type SankeyNode, sankey } from 'd3-sankey'
import type { FlowLink, FlowNode } from '../rules.ts'

type Placed = SankeyNode<FlowNode, Span>
type Span = Omit<FlowLink, 'source' | 'target'>
type Ribbon = SankeyLink<FlowNode, Span>

/** How high one application is, where they are few, and how high all of them are, where they are many. */
const HIGHEST = 28
const WHOLE = 320
export const BAR = 14
/** What a label of a node needs: one beside it, or one above it. */
const BESIDE = 34
const ABOVE = 58
const GAP = 14

const ends = (node: Placed) => node.kind === 'ending' || node.kind === 'open' || node.id === 'accepted'
const top = ({ y0 = 0 }: Placed) => y0
const heightOf = ({ y0 = 0, y1 = 0 }: Placed) => y1 - y0
const move = (node: Placed, y: number) => {
  const height = heightOf(node)
  node.y0 = y
  node.y1 = y + height
}
const from = ({ source }: Ribbon) => source as Placed
const to = ({ target }: Ribbon) => target as Placed
const column = ({ depth = 0 }: Placed) => depth
const begins = ({ id }: Placed) => id === 'saved' || id === 'applied'

const rooted = (node: Placed) => (node.id === 'saved' ? -1 : column(node))
/** How deep an ending is rooted: the mean column of what flows into it. What was only saved stands before the first. */
const root = ({ targetLinks = [] }: Placed) => {
  const all = targetLinks.reduce((sum, { value }) => sum + value, 0)
  return targetLinks.reduce((sum, link) => sum + link.value * rooted(from(link)), 0) / all
}

/** A column for each step of the way, also where nobody went from the one to the other, and the last for all endings. */
const placeColumns = (nodes: readonly Placed[], width: number) => {
  const way = nodes.filter((node) => !ends(node) && !begins(node))
  for (const node of nodes) {
    const place = ends(node) ? way.length + 1 : way.indexOf(node) + 1
    node.depth = place
    node.x0 = (place / (way.length + 1)) * (width - BAR)
    node.x1 = node.x0 + BAR
  }
}

/** What goes on along the top; what skips a column runs above the node there, and its ends leave room for labels. */
const placeWay = (way: readonly Placed[], links: readonly Ribbon[]) => {
  for (const node of way) {
    const over = links.filter(
      (link) => !ends(to(link)) && column(from(link)) < column(node) && column(to(link)) > column(node),
    )
    move(
      node,
      over.reduce((sum, { width = 0 }) => sum + width, 0),
    )
  }
  const [applied, saved] = ['applied', 'saved'].map((id) => way.find((node) => node.id === id))
  if (applied && saved) move(saved, (applied.y1 ?? 0) + ABOVE)
}

/** The endings one beneath the other, those that are reached last on top. */
const placeEnds = (all: readonly Placed[]) => {
  const rank = (node: Placed) => (node.id === 'accepted' ? Number.POSITIVE_INFINITY : root(node))
  let y = 0
  for (const node of [...all].sort((a, b) => rank(b) - rank(a))) {
    const room = Math.max(BESIDE, heightOf(node))
    move(node, y + (room - heightOf(node)) / 2)
    y += room + GAP
  }
  return y - GAP
}

const sortLinks = (node: Placed) => {
  node.sourceLinks?.sort((a, b) => top(to(a)) - top(to(b)))
  const order = ends(node) && node.id !== 'accepted' ? -1 : 1
  node.targetLinks?.sort((a, b) => order * (column(from(a)) - column(from(b))) || top(from(a)) - top(from(b)))
}

/**
 * Where nodes and links lie: columns by how far a search got, what goes on along the top, and endings at the right.
 *
 * Units: pixels; all heights are in proportion to counts.
 */
export const layOut = (nodes: readonly FlowNode[], links: readonly FlowLink[], width: number) => {
  const begun = nodes.filter(({ id }) => id === 'applied' || id === 'saved')
  const all = begun.reduce((sum, { count }) => sum + count, 0)
  const unit = Math.min(HIGHEST, WHOLE / all)
  const arrange = sankey<FlowNode, Span>()
    .nodeId(({ id }) => id)
    .nodeSort(null)
    .nodeWidth(BAR)
    .nodePadding(0)
    .iterations(0)
    .extent([
      [0, 0],
      [width, all * unit],
    ])
  const graph = arrange({
    nodes: nodes.map((node) => ({ ...node })),
    links: links.map((link) => ({ ...link, value: link.count })),
  })
  placeColumns(graph.nodes, width)
  placeWay(
    graph.nodes.filter((node) => !ends(node)),
    graph.links,
  )
  const low = placeEnds(graph.nodes.filter(ends))
  for (const node of graph.nodes) sortLinks(node)
  arrange.update(graph)
  return { ...graph, height: Math.max(low, ...graph.nodes.map(({ y1 = 0 }) => y1)) }
}
