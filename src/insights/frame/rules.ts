import { wilsonInterval } from '../../statistics/wilson.ts'

/** Both days included; null is without end on that side. */
export type Period = { from: string | null; to: string | null }

export type Exclusion = { code: string; count: number }

/** A share of trials with its Wilson 95 % interval, all between 0 and 1; null while there are too few trials. */
export type Rate = {
  value: number | null
  low: number | null
  high: number | null
  successes: number
  trials: number
}

const FEWEST_FOR_A_RATE = 3
const SMALL_SAMPLE = 10

/** Whether figures rest on fewer than 10 records. */
export const isSmallSample = (n: number): boolean => n < SMALL_SAMPLE

/** A share between 0 and 1, or null below 3 trials: then the counts speak alone. */
export const shareOf = (part: number, whole: number): number | null =>
  whole < FEWEST_FOR_A_RATE ? null : part / whole

/**
 * A rate with its Wilson 95 % interval; null below 3 trials.
 * @throws RangeError when there are more successes than trials
 */
export const rateOf = (successes: number, trials: number): Rate => {
  const value = shareOf(successes, trials)
  const { low, high } = value === null ? { low: null, high: null } : wilsonInterval(successes, trials)
  return { value, low, high, successes, trials }
}

/** Whether a day (YYYY-MM-DD) lies in a period. */
export const isWithin = ({ from, to }: Period, day: string): boolean =>
  (from === null || day >= from) && (to === null || day <= to)

/** What was left out, without what did not occur. */
export const exclusionsOf = (counts: Readonly<Record<string, number>>): Exclusion[] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, count }))
