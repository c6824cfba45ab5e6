import fc from 'fast-check'
import { test } from 'tap'
import {
  daysBetween,
  endedWithin,
  pointsOf,
  quantilesOf,
  timeOf,
} from '../../src/insights/figures/rules/times.ts'
import { rateOf } from '../../src/insights/figures/rules.ts'
import { compare } from '../../src/insights/frame/rules/comparison.ts'
import type { Duration } from '../../src/statistics/kaplan-meier.ts'

const ended = (...times: number[]): Duration[] => times.map((time) => ({ time, ended: true }))
const watched = (...times: number[]): Duration[] => times.map((time) => ({ time, ended: false }))
const durations = fc.array(fc.record({ time: fc.nat(30), ended: fc.boolean() }), { maxLength: 40 })

test('days are counted from midnight to midnight, over every month and leap day', async (t) => {
  t.equal(daysBetween('2028-02-28', '2028-03-01'), 2)
  t.equal(daysBetween('2026-03-28', '2026-03-30'), 2)
  t.equal(daysBetween('2026-03-02', '2026-03-01'), -1)
})

test('a share within some days takes those into account who were watched for less', async (t) => {
  // At 3 days 4 of 5 are left: 3/4. At 6, two are: 3/8.
  const value = endedWithin([...watched(2), ...ended(3), ...watched(5), ...ended(6), ...watched(20)], 7)
  t.match(value, { days: 7, value: 1 - 3 / 8, events: 2, atRisk: 1 })
  t.ok((value.low ?? 1) < 5 / 8 && (value.high ?? 0) > 5 / 8)
})

test('where nobody was watched for so long, the share is not known, unless all had ended', async (t) => {
  t.match(endedWithin([...ended(1), ...watched(2, 3)], 7), { value: null, events: 1, atRisk: 0 })
  t.match(endedWithin(ended(1, 2, 3), 7), { value: 1, low: null, high: null, events: 3, atRisk: 0 })
  t.match(endedWithin([...watched(9, 9), ...ended(9)], 7), { value: 0, low: null, events: 0, atRisk: 3 })
})

test('below three durations the counts stand alone', async () => {
  fc.assert(
    fc.property(durations, (list) => {
      const { medianDays, low, high, events, censored } = timeOf(list)
      const few = list.length < 3
      const silent =
        medianDays === null && low === null && high === null && endedWithin(list, 7).value === null
      return (
        events + censored === list.length &&
        (!few ||
          (silent && pointsOf(list).length === 0 && quantilesOf(list).every(({ days }) => days === null)))
      )
    }),
  )
})

test('quantiles rise with the share', async () => {
  fc.assert(
    fc.property(durations, (list) => {
      const days = quantilesOf(list).map((quantile) => quantile.days ?? Number.POSITIVE_INFINITY)
      return days.every((day, at) => day >= (days[at - 1] ?? 0))
    }),
  )
})

test('two times compare from five events on, and an end that is not reached lies beyond all others', async (t) => {
  const fast = { wait: timeOf(ended(1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3)) }
  const slow = { wait: timeOf([...ended(20, 21, 22, 23, 24), ...watched(30, 30, 30)]) }
  t.match(slow.wait, { low: 20, high: null })
  t.match(compare(fast, slow).times, [{ figure: 'wait', comparable: true, apart: true }])
  t.match(compare(slow, fast).times, [{ comparable: true, apart: true }])
  t.match(compare(slow, slow).times, [{ comparable: true, apart: false }])
  const few = { wait: timeOf([...ended(20, 21, 22, 23), ...watched(30)]) }
  t.match(compare(fast, few).times, [
    { comparable: false, apart: null, now: { medianDays: null, events: 12 } },
  ])
})

test('shares within some days compare from five events on', async (t) => {
  const [many, few] = [ended(1, 2, 3, 4, 5, 9), ended(1, 2, 3, 4, 9)].map((list) => ({
    back: endedWithin(list, 7),
  }))
  t.match(compare(many ?? {}, many ?? {}).within, [{ figure: 'back', comparable: true, apart: false }])
  t.match(compare(many ?? {}, few ?? {}).within, [{ comparable: false, then: { value: null, events: 4 } }])
})

test('what one window lacks stands beside a count of none', async (t) => {
  const now = { rounds: [{ round: 1, rate: rateOf(1, 4) }] }
  t.match(compare(now, { rounds: [{ round: 2, rate: rateOf(3, 4) }] }).rates, [
    { figure: 'rounds[1].rate', now: { trials: 4 }, then: { trials: 0 } },
    { figure: 'rounds[2].rate', now: { trials: 0 }, then: { trials: 4 } },
  ])
})
