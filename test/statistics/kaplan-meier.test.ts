import fc from 'fast-check'
import { test } from 'tap'
import { stepAt, survivalCurve, timeBy } from '../../src/statistics/kaplan-meier.ts'
import reference from './reference.json' with { type: 'json' }

const near = (one: number | null | undefined, other: number | undefined) =>
  Math.abs((one ?? Number.NaN) - (other ?? Number.NaN)) < 1e-9
const durations = fc.array(fc.record({ time: fc.nat(30), ended: fc.boolean() }), { maxLength: 60 })
/** The share that lasts beyond a time. */
const survivalAt = (list: Parameters<typeof survivalCurve>[0], time: number) =>
  stepAt(survivalCurve(list), time)?.survival ?? 1

test('agrees with statsmodels to nine digits', async (t) => {
  t.equal(reference.km.length, 5)
  for (const { name, time, event, steps, median } of reference.km) {
    const curve = survivalCurve(time.map((days, i) => ({ time: days, ended: event[i] === 1 })))
    t.equal(curve.length, steps.length, name)
    for (const [i, wanted] of steps.entries()) {
      const { se_greenwood: error, ci_loglog: interval } = wanted as Partial<{
        se_greenwood: number
        ci_loglog: number[]
      }>
      const step = curve[i]
      t.match(step, { time: wanted.t, atRisk: wanted.at_risk, events: wanted.events }, name)
      t.ok(near(step?.survival, wanted.S), `${name}, survival at ${wanted.t}`)
      if (interval === undefined) t.match(step, { standardError: null, interval: null }, name)
      else {
        t.ok(near(step?.standardError, error), `${name}, error at ${wanted.t}`)
        t.ok(near(step?.interval?.low, interval[0]), `${name}, low end at ${wanted.t}`)
        t.ok(near(step?.interval?.high, interval[1]), `${name}, high end at ${wanted.t}`)
      }
    }
    t.equal(timeBy(curve, 0.5).time, median, `${name}, median`)
  }
})

test('without censoring, the curve is the share that lasted longer', async () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 40 }), fc.nat(30), (times, at) => {
      const longer = times.filter((time) => time > at).length / times.length
      return near(
        survivalAt(
          times.map((time) => ({ time, ended: true })),
          at,
        ),
        longer,
      )
    }),
  )
})

test('the curve never rises, and each interval holds it', async () => {
  fc.assert(
    fc.property(durations, (list) =>
      survivalCurve(list).every(({ survival, interval }, i, all) => {
        const before = all[i - 1]?.survival ?? 1
        return (
          survival < before &&
          survival >= 0 &&
          (interval === null || (interval.low <= survival && survival <= interval.high))
        )
      }),
    ),
  )
})

test('one more that has not ended lowers the curve nowhere', async () => {
  fc.assert(
    fc.property(durations, fc.nat(40), fc.nat(40), (list, watched, at) => {
      const more = [...list, { time: watched, ended: false }]
      return survivalAt(more, at) >= survivalAt(list, at) - 1e-12
    }),
  )
})

test('the order of the durations changes nothing', async () => {
  fc.assert(
    fc.property(
      durations,
      (list) => JSON.stringify(survivalCurve(list)) === JSON.stringify(survivalCurve(list.toReversed())),
    ),
  )
})

test('the interval of the median holds it, where both ends are reached', async () => {
  fc.assert(
    fc.property(durations, (list) => {
      const { time, low, high } = timeBy(survivalCurve(list), 0.5)
      if (time === null) return high === null
      return low !== null && low <= time && (high === null || time <= high)
    }),
  )
})

test('where all ended at once, the median has no high end', async (t) => {
  const all = [1, 1, 1].map((time) => ({ time, ended: true }))
  t.strictSame(timeBy(survivalCurve(all), 0.5), { time: 1, low: 1, high: null })
  t.strictSame(timeBy([], 0.5), { time: null, low: null, high: null })
})

test('refuses times that cannot be', async (t) => {
  for (const time of [-1, Number.NaN, Number.POSITIVE_INFINITY])
    t.throws(() => survivalCurve([{ time, ended: true }]), RangeError)
})
