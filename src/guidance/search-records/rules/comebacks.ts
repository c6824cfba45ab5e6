/** An application that ended without the candidate's doing, and the day on which they learned of it, YYYY-MM-DD. */
export type Setback = { applicationId: string; on: string }

/** What counts as going on after a setback, in the order in which acts of one day are named. */
export const FORWARD_ACTS = [
  'application_sent',
  'interview_held',
  'interview_booked',
  'study_review',
  'plan_written',
] as const
export type ForwardAct = { kind: (typeof FORWARD_ACTS)[number]; id: string; on: string }

/** The first forward act after one setback or several. */
export type Comeback = { act: ForwardAct; setbacks: readonly Setback[] }

export const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** By day; on one day by kind, and then by id. */
const inOrder = (acts: readonly ForwardAct[]): ForwardAct[] =>
  acts.toSorted(
    (a, b) =>
      compare(a.on, b.on) ||
      FORWARD_ACTS.indexOf(a.kind) - FORWARD_ACTS.indexOf(b.kind) ||
      compare(a.id, b.id),
  )

/**
 * Each way back: the first forward act on a later day than that of a setback, for days do not tell which came first on
 * one of them. Setbacks that lie before the same act are one way back, so another setback never takes one away, and
 * the order of the records changes nothing.
 * @see INSIGHTS.md, comeback profile
 */
export const comebacksOf = (setbacks: readonly Setback[], acts: readonly ForwardAct[]): Comeback[] => {
  const ordered = inOrder(acts)
  const sorted = setbacks.toSorted((a, b) => compare(a.on, b.on))
  let next = 0
  const firstAfter = ({ on }: Setback) => {
    while (next < ordered.length && (ordered[next]?.on ?? '') <= on) next += 1
    return ordered[next]
  }
  const byAct = Map.groupBy(sorted, firstAfter)
  return [...byAct].flatMap(([act, before]) => (act ? [{ act, setbacks: before }] : []))
}
