import { OUTCOME_KINDS } from '../../journal/outcomes/rules.ts'
import { isOffered } from '../chance/rules.ts'
import { chosenFrom, exclusionsOf, type Window } from '../frame/rules.ts'
import { type ApplicationRecord, isHeld, isSent, type Records } from '../records/rules.ts'

export const NODE_KINDS = ['stage', 'round', 'open', 'ending'] as const
type NodeKind = (typeof NODE_KINDS)[number]
type Node = { id: string; kind: NodeKind }
export type FlowNode = Node & { count: number }
export type FlowLink = { source: string; target: string; count: number }

/** From this round on, rounds share one node. */
const LAST_ROUND = 5

const stage = (id: string): Node => ({ id, kind: 'stage' })
const rounds: readonly Node[] = Array.from({ length: LAST_ROUND }, (_, n) => ({
  id: `round_${n + 1}`,
  kind: 'round',
}))
const endings: readonly Node[] = OUTCOME_KINDS.filter((kind) => kind !== 'offer_accepted').map((id) => ({
  id,
  kind: 'ending',
}))

/** Every node there may be, in the order in which a search passes them. */
const NODES: readonly Node[] = [
  stage('saved'),
  stage('applied'),
  stage('responded'),
  ...rounds,
  stage('offered'),
  stage('accepted'),
  { id: 'open', kind: 'open' },
  ...endings,
]

/** The nodes that one application passes, from where it began to where it is or how it ended. */
const pathOf = (application: ApplicationRecord): string[] => {
  const held = application.interviews.filter(isHeld).map(({ round }) => round)
  const reached = Math.min(Math.max(0, ...held), LAST_ROUND)
  const passed = !isSent(application)
    ? ['saved']
    : [
        'applied',
        ...(application.stage === 'applied' ? [] : ['responded']),
        ...rounds.slice(0, reached).map(({ id }) => id),
        ...(isOffered(application) ? ['offered'] : []),
      ]
  const { kind = 'open' } = application.outcome ?? {}
  return [...passed, kind === 'offer_accepted' ? 'accepted' : kind]
}

const counted = (keys: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/**
 * Where all applications of a window went. One unit is one application: what flows into a node flows out of it, but for
 * where paths begin and end.
 *
 * Units: counts of applications.
 * @see INSIGHTS.md; definition `/docs/insights/flow`
 */
export const flowOf = ({ applications: all }: Records, window: Window) => {
  const { applications, leftOut } = chosenFrom(all, window)
  const paths = applications.map(pathOf)
  const passed = counted(paths.flat())
  const steps = counted(paths.flatMap((path) => path.slice(1).map((id, at) => `${path[at]} ${id}`)))
  const links = NODES.flatMap(({ id: source }) =>
    NODES.map(({ id: target }) => ({ source, target, count: steps.get(`${source} ${target}`) ?? 0 })),
  )
  return {
    basis: {
      n: applications.length,
      open: applications.filter(({ outcome }) => outcome === null).length,
      excluded: exclusionsOf(leftOut),
    },
    nodes: NODES.map((node) => ({ ...node, count: passed.get(node.id) ?? 0 })).filter(
      ({ count }) => count > 0,
    ),
    links: links.filter(({ count }) => count > 0),
  }
}
