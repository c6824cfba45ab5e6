import type { Interval } from './wilson.ts'

/**
 * How often a run of tries brings no success by chance alone: (1 - r)^n for a rate known as a range.
 * The tries count as independent and alike.
 * @param rate chance of success in one try, 0 <= low <= high <= 1
 * @param tries whole number, 0 or more
 * @returns probabilities between 0 and 1; the lower one belongs to the higher rate
 * @throws RangeError on a rate or a number of tries that cannot be
 */
export const chanceOfNone = ({ low, high }: Interval, tries: number): Interval => {
  if (!(low >= 0 && low <= high && high <= 1)) throw new RangeError(`Not a range of rates: ${low} to ${high}`)
  if (!Number.isSafeInteger(tries) || tries < 0) throw new RangeError(`Not a number of tries: ${tries}`)
  return { low: (1 - high) ** tries, high: (1 - low) ** tries }
}
