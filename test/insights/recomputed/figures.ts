// What the definitions say, worked out in the plainest way, and with nothing of the service's own code.

const Z = 1.959963984540054

/** To four digits, and neither none nor all where it is neither. */
export const told = (share: number): number => {
  if (share < 1e-15) return 0
  if (share > 1 - 1e-15) return 1
  return Math.min(0.9999, Math.max(0.0001, Math.round(share * 10_000) / 10_000))
}

/** Both roots of (x - p)² = z² · x · (1 - x) / n. */
const wilson = (k: number, n: number): [number, number] => {
  const [a, b, c] = [1 + Z ** 2 / n, 2 * (k / n) + Z ** 2 / n, (k / n) ** 2]
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * c))
  return [(b - root) / (2 * a), (b + root) / (2 * a)]
}

export const rate = (successes: number, trials: number) => {
  if (trials < 3) return { value: null, low: null, high: null, successes, trials }
  const [low, high] = wilson(successes, trials)
  return { value: told(successes / trials), low: told(low), high: told(high), successes, trials }
}

export type Watched = { days: number; ended: boolean }

/** The Kaplan-Meier curve: at each day with an end, how many were watched until then, and what share is left. */
export const curve = (all: readonly Watched[]) => {
  if (all.length < 3) return []
  const days = [...new Set(all.filter((it) => it.ended).map((it) => it.days))].sort((a, b) => a - b)
  return days.map((day) => {
    const before = days.filter((other) => other <= day)
    let [share, spread] = [1, 0]
    for (const other of before) {
      const n = all.filter((it) => it.days >= other).length
      const d = all.filter((it) => it.ended && it.days === other).length
      share *= (n - d) / n
      spread += d / (n * (n - d))
    }
    const theta = Math.exp((Z * Math.sqrt(spread)) / Math.log(share))
    const ends = share === 0 ? null : [share ** (1 / theta), share ** theta]
    return {
      day,
      atRisk: all.filter((it) => it.days >= day).length,
      events: all.filter((it) => it.ended && it.days === day).length,
      share,
      low: ends && Math.min(...ends),
      high: ends && Math.max(...ends),
    }
  })
}

/** The first day by which a share has ended, and the days on which both ends of the interval come there. */
export const dayBy = (all: readonly Watched[], share: number) => {
  const left = 1 - share + 1e-9
  const steps = curve(all)
  const first = (comes: (step: (typeof steps)[number]) => boolean) => steps.find(comes)?.day ?? null
  return {
    days: first((step) => step.share <= left),
    low: first((step) => (step.low ?? step.share) <= left),
    high: first((step) => step.high !== null && step.high <= left),
  }
}
