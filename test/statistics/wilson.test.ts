import fc from 'fast-check'
import { test } from 'tap'
import { wilsonInterval } from '../../src/statistics/wilson.ts'
import reference from './reference.json' with { type: 'json' }

const counts = fc
  .integer({ min: 1, max: 5_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)))

const Z_OF: Record<number, number> = { 0.8: 1.2815515655446004, 0.95: 1.959963984540054 }

test('agrees with statsmodels to nine digits', async (t) => {
  t.equal(reference.intervals.length, 100)
  for (const { k, n, conf, wilson } of reference.intervals) {
    const { low, high } = wilsonInterval(k, n, Z_OF[conf])
    t.ok(Math.abs(low - (wilson[0] ?? Number.NaN)) < 1e-9, `low end of ${k} in ${n} at ${conf}`)
    t.ok(Math.abs(high - (wilson[1] ?? Number.NaN)) < 1e-9, `high end of ${k} in ${n} at ${conf}`)
  }
})

test('holds the share, and stays between 0 and 1', async () => {
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const { low, high } = wilsonInterval(k, n)
      return 0 <= low && low <= k / n && k / n <= high && high <= 1
    }),
  )
})

test('is the mirror image when successes and failures change places', async () => {
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const one = wilsonInterval(k, n)
      const other = wilsonInterval(n - k, n)
      return Math.abs(one.low + other.high - 1) < 1e-12 && Math.abs(one.high + other.low - 1) < 1e-12
    }),
  )
})

test('rises with every success', async () => {
  fc.assert(
    fc.property(
      counts.filter(([k, n]) => k < n),
      ([k, n]) => {
        const one = wilsonInterval(k, n)
        const more = wilsonInterval(k + 1, n)
        return one.low < more.low && one.high < more.high
      },
    ),
  )
})

test('narrows when the same share rests on more trials', async () => {
  fc.assert(
    fc.property(counts, ([k, n]) => {
      const one = wilsonInterval(k, n)
      const double = wilsonInterval(2 * k, 2 * n)
      return double.high - double.low < one.high - one.low
    }),
  )
})

test('refuses counts that cannot be', async (t) => {
  const impossible = [
    [0, 0],
    [1, -1],
    [-1, 3],
    [4, 3],
    [1.5, 3],
    [1, 2.5],
    [Number.NaN, 3],
    [1, Number.POSITIVE_INFINITY],
  ] as const
  for (const [k, n] of impossible) t.throws(() => wilsonInterval(k, n), RangeError, `${k} in ${n}`)
})
