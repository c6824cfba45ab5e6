import { roundInterval, roundProportion } from '../../statistics/proportion.ts'
import { wilsonInterval } from '../../statistics/wilson.ts'

/** A share of trials with its Wilson 95 % interval, all between 0 and 1 to 4 digits; null while there are too few trials. */
export type Rate = {
  value: number | null
  low: number | null
  high: number | null
  successes: number
  trials: number
}

export const FEWEST_FOR_A_RATE = 3
/** From how many trials on two rates are set against each other. */
export const FEWEST_TO_COMPARE = 20

/** A share between 0 and 1 to 4 digits, or null below 3 trials: then the counts speak alone. */
export const shareOf = (part: number, whole: number): number | null =>
  whole < FEWEST_FOR_A_RATE ? null : roundProportion(part / whole)

/**
 * A rate with its Wilson 95 % interval; null below 3 trials.
 * @throws RangeError when there are more successes than trials
 */
export const rateOf = (successes: number, trials: number): Rate => {
  const value = shareOf(successes, trials)
  const { low, high } =
    value === null ? { low: null, high: null } : roundInterval(wilsonInterval(successes, trials))
  return { value, low, high, successes, trials }
}
