import { betaQuantile } from './beta.ts'
import type { Interval } from './wilson.ts'

/** A Beta distribution of a rate that is not known: `alpha` and `beta` like successes and failures seen before. */
export type Beta = { alpha: number; beta: number }

const demandCount = (count: number, what: string): void => {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of ${what}: ${count}`)
}

/**
 * What is known of a rate after `successes` in `trials`: Beta(alpha + k, beta + n - k).
 * @throws RangeError on counts that cannot be
 */
export const posteriorOf = ({ alpha, beta }: Beta, successes: number, trials: number): Beta => {
  demandCount(trials, 'trials')
  demandCount(successes, 'successes')
  if (successes > trials) throw new RangeError(`More successes than trials: ${successes} in ${trials}`)
  return { alpha: alpha + successes, beta: beta + trials - successes }
}

/** Mean of the rate, and the range that holds it with 80 % probability, a tenth on either side. Shares from 0 to 1. */
export const rateUnder = ({ alpha, beta }: Beta): Interval & { mean: number } => ({
  mean: alpha / (alpha + beta),
  low: betaQuantile(0.1, alpha, beta),
  high: betaQuantile(0.9, alpha, beta),
})

/**
 * Chance of at least one success within the next `tries`: 1 - ∏ (b + i) / (a + b + i).
 * @param tries whole number, 0 or more
 * @returns probability from 0 to 1
 * @throws RangeError when `tries` is no such number
 */
export const chanceOfOne = ({ alpha, beta }: Beta, tries: number): number => {
  demandCount(tries, 'tries')
  let none = 1
  for (let i = 0; i < tries; i++) none *= (beta + i) / (alpha + beta + i)
  return 1 - none
}

/**
 * The fewest tries that bring at least one success with probability `q`; null beyond `most`. A quantile: the mean of
 * the waiting time has no end where alpha is 1 or less.
 * @param q between 0 and 1, both excluded
 * @throws RangeError when `q` is no such probability
 */
export const triesFor = ({ alpha, beta }: Beta, q: number, most = 100_000): number | null => {
  if (!(q > 0 && q < 1)) throw new RangeError(`Not a probability between 0 and 1: ${q}`)
  // A hair of tolerance: where the chance meets q exactly, rounding must not ask for one more.
  const enough = (1 - q) * (1 + 1e-12)
  let none = 1
  for (let tries = 1; tries <= most; tries++) {
    none *= (beta + tries - 1) / (alpha + beta + tries - 1)
    if (none <= enough) return tries
  }
  return null
}
