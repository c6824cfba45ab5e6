import { type Interval, Z_95 } from './wilson.ts'

/** How long something lasted; `ended` is false where it was only watched for so long. */
export type Duration = { time: number; ended: boolean }

/** The curve after the events at one time. `interval` is null where all have ended: there is no variance then. */
export type Step = {
  time: number
  atRisk: number
  events: number
  survival: number
  standardError: number | null
  interval: Interval | null
}

const logLog = (survival: number, greenwood: number): Interval => {
  const half = (Z_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival))
  return { low: survival ** Math.exp(half), high: survival ** Math.exp(-half) }
}

/**
 * Kaplan-Meier estimate of what share lasts longer than each time: S(t) = ∏ (1 - d / n), one step for every time with
 * an event, ties with events before censorings. Greenwood's variance, log-log interval at 95 %.
 * @param durations times of 0 or more, in any unit
 * @throws RangeError on a time that cannot be
 * @see Kaplan and Meier (1958), doi:10.2307/2281868; Greenwood (1926)
 */
export const survivalCurve = (durations: readonly Duration[]): Step[] => {
  const wrong = durations.find(({ time }) => !(time >= 0 && time < Number.POSITIVE_INFINITY))
  if (wrong) throw new RangeError(`Not a duration: ${wrong.time}`)
  const steps: Step[] = []
  let [survival, greenwood, atRisk] = [1, 0, durations.length]
  const byTime = [...Map.groupBy(durations, ({ time }) => time)].sort(([a], [b]) => a - b)
  for (const [time, here] of byTime) {
    const events = here.filter(({ ended }) => ended).length
    if (events > 0) {
      survival *= 1 - events / atRisk
      greenwood += events / (atRisk * (atRisk - events))
      const spread =
        events === atRisk
          ? { standardError: null, interval: null }
          : { standardError: survival * Math.sqrt(greenwood), interval: logLog(survival, greenwood) }
      steps.push({ time, atRisk, events, survival, ...spread })
    }
    atRisk -= here.length
  }
  return steps
}

/**
 * The first time by which a share has ended, with the times at which both ends of the interval get there; null where a
 * curve never does.
 * @param share between 0 and 1; 0.5 for the median
 */
export const timeBy = (steps: readonly Step[], share: number) => {
  // Rounding leaves a curve a hair above the level that it meets exactly.
  const level = 1 - share + 1e-12
  const first = (reaches: (step: Step) => boolean) => steps.find(reaches)?.time ?? null
  return {
    time: first(({ survival }) => survival <= level),
    low: first(({ interval, survival }) => (interval?.low ?? survival) <= level),
    high: first(({ interval }) => interval !== null && interval.high <= level),
  }
}

/** The curve at a time: the step in force; undefined before the first event, where all last. */
export const stepAt = (steps: readonly Step[], time: number): Step | undefined =>
  steps.findLast((step) => step.time <= time)
