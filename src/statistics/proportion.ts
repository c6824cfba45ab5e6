import type { Interval } from './wilson.ts'

const DIGITS = 4
const LEAST = 10 ** -DIGITS

/**
 * A proportion as it is answered: to 4 digits after the point, which is more than any count of records bears out. What
 * is neither none nor all never becomes either: it ends at 0.0001 and 0.9999.
 * @param share between 0 and 1
 */
export const roundProportion = (share: number): number => {
  if (share <= 0 || share >= 1) return share
  return Math.min(Math.max(Number(share.toFixed(DIGITS)), LEAST), 1 - LEAST)
}

/** Both ends of an interval as they are answered. */
export const roundInterval = ({ low, high }: Interval): Interval => ({
  low: roundProportion(low),
  high: roundProportion(high),
})
