import type { ForwardAct } from '../../../insights/comeback/rules/acts.ts'

/** An application that ended without the candidate's doing, and the day on which they learned of it, YYYY-MM-DD. */
export type Setback = { applicationId: string; on: string }

/** The first forward act of a day, after one setback or several. */
export type Comeback = { act: ForwardAct; setbacks: readonly Setback[] }

export const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/**
 * Each way back: the first forward act on a later day than that of a setback, for days do not tell which came first on
 * one of them. What belongs to the application that ended is no way back from its end. Setbacks whose acts fall on one
 * day are one way back, so another setback never takes one away, and the order of the records changes nothing.
 * @param ordered forward acts in their order
 * @param until the day after which nothing is a way back from a setback of a given day; null where there is none
 * @see INSIGHTS.md, comeback profile
 */
export const comebacksOf = (
  setbacks: readonly Setback[],
  ordered: readonly ForwardAct[],
  until: (day: string) => string | null,
): Comeback[] => {
  let next = 0
  const placeAfter = ({ on, applicationId }: Setback): number => {
    while (next < ordered.length && (ordered[next]?.on ?? '') <= on) next += 1
    let place = next
    while (place < ordered.length && ordered[place]?.applicationId === applicationId) place += 1
    return place
  }
  const placed = setbacks
    .toSorted((a, b) => compare(a.on, b.on))
    .map((setback) => ({ setback, place: placeAfter(setback) }))
  const byDay = Map.groupBy(placed, ({ setback, place }) => {
    const [day = '', end] = [ordered[place]?.on, until(setback.on)]
    return end !== null && day > end ? '' : day
  })
  return [...byDay].flatMap(([day, back]) => {
    const act = ordered[Math.min(...back.map(({ place }) => place))]
    return day !== '' && act ? [{ act, setbacks: back.map(({ setback }) => setback) }] : []
  })
}
