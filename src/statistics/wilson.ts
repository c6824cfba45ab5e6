/** Both ends of an interval, shares between 0 and 1. */
export type Interval = { low: number; high: number }

/** The normal quantile of intervals at 95 %. */
export const Z_95 = 1.959963984540054

/**
 * Wilson score interval of a share, at 95 % unless `z` says otherwise.
 * @param successes whole number, 0 to `trials`
 * @param trials whole number, 1 or more
 * @returns shares with 0 <= low <= successes / trials <= high <= 1
 * @throws RangeError on counts that cannot be
 * @see Wilson (1927), doi:10.1080/01621459.1927.10502953
 */
export const wilsonInterval = (successes: number, trials: number, z = Z_95): Interval => {
  if (!Number.isSafeInteger(trials) || trials < 1) throw new RangeError(`Not a number of trials: ${trials}`)
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > trials) {
    throw new RangeError(`Not a number of successes in ${trials} trials: ${successes}`)
  }
  const share = successes / trials
  const z2 = z ** 2 / trials
  const centre = (share + z2 / 2) / (1 + z2)
  const half = (z / (1 + z2)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials))
  // The ends are exact where the share is 0 or 1; rounding would leave them a hair beside it.
  return {
    low: successes === 0 ? 0 : centre - half,
    high: successes === trials ? 1 : centre + half,
  }
}
