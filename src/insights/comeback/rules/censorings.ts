import type { Duration } from '../../../statistics/kaplan-meier.ts'
import { FEWEST_FOR_A_RATE } from '../../figures/rules.ts'

/** After how many days the watch of those ended who had not come back by then, the shortest first; none below 3 durations. */
export const censoringsOf = (durations: readonly Duration[]): { day: number; count: number }[] => {
  if (durations.length < FEWEST_FOR_A_RATE) return []
  const watched = durations.filter(({ ended }) => !ended)
  return [...Map.groupBy(watched, ({ time }) => time)]
    .map(([day, those]) => ({ day, count: those.length }))
    .sort((a, b) => a.day - b.day)
}
