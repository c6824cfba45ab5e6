import { type Duration, type Step, stepAt, survivalCurve, timeBy } from '../../../statistics/kaplan-meier.ts'
import { roundInterval, roundProportion } from '../../../statistics/proportion.ts'
import type { Interval } from '../../../statistics/wilson.ts'
import { FEWEST_FOR_A_RATE } from '../rules.ts'

/**
 * How long something takes: the Kaplan-Meier median in days with both ends of its log-log 95 % interval; null where
 * the curve never comes to a half, and below 3 durations.
 */
export type Time = {
  medianDays: number | null
  low: number | null
  high: number | null
  events: number
  censored: number
}

/** A share from 0 to 1 that has ended within so many days, with its interval at 95 %, to 4 digits. */
export type Within = {
  days: number
  value: number | null
  low: number | null
  high: number | null
  events: number
  atRisk: number
}

const DAY_MS = 86_400_000

/** Whole days from one day (YYYY-MM-DD) to another; below 0 when the other comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** The curve of some durations in days, or none below 3 of them. */
const curveOf = (durations: readonly Duration[]): Step[] =>
  durations.length < FEWEST_FOR_A_RATE ? [] : survivalCurve(durations)

export const timeOf = (durations: readonly Duration[]): Time => {
  const { time, low, high } = timeBy(curveOf(durations), 0.5)
  const events = durations.filter(({ ended }) => ended).length
  return { medianDays: time, low, high, events, censored: durations.length - events }
}

/** By which day a quarter, a half, three quarters and nine tenths have ended; null where the curve does not get there. */
export const quantilesOf = (durations: readonly Duration[]) =>
  [0.25, 0.5, 0.75, 0.9].map((share) => {
    const { time, low, high } = timeBy(curveOf(durations), share)
    return { share, days: time, low, high }
  })

const endsOf = (interval: Interval | null) => (interval ? roundInterval(interval) : { low: null, high: null })

/**
 * What share has ended within so many days: 1 - S(days), with how many events lie behind it and how many were watched
 * for so long. Null below 3 durations, and where nobody was watched for so long, unless all had ended before.
 */
export const endedWithin = (durations: readonly Duration[], days: number): Within => {
  const step = stepAt(curveOf(durations), days)
  const survival = step?.survival ?? 1
  const atRisk = durations.filter(({ time }) => time >= days).length
  const known = durations.length >= FEWEST_FOR_A_RATE && (atRisk > 0 || survival === 0)
  return {
    days,
    value: known ? roundProportion(1 - survival) : null,
    ...endsOf(known && step?.interval ? { low: 1 - step.interval.high, high: 1 - step.interval.low } : null),
    events: durations.filter(({ time, ended }) => ended && time <= days).length,
    atRisk,
  }
}

/** The points of a curve: after each day with an event, what share is still waiting. */
export const pointsOf = (durations: readonly Duration[]) =>
  curveOf(durations).map(({ time, atRisk, events, survival, interval }) => ({
    day: time,
    atRisk,
    events,
    waiting: roundProportion(survival),
    ...endsOf(interval),
  }))
