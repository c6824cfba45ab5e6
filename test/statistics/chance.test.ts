import fc from 'fast-check'
import { test } from 'tap'
import { chanceOfNone } from '../../src/statistics/chance.ts'

const rates = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
const tries = fc.integer({ min: 0, max: 200 })

test('five processes at 20 to 25 in 100 end without an offer for 24 to 33 people in 100', async (t) => {
  const { low, high } = chanceOfNone({ low: 0.2, high: 0.25 }, 5)
  t.ok(Math.abs(low - 243 / 1024) < 1e-12)
  t.ok(Math.abs(high - 1024 / 3125) < 1e-12)
})

test('no try at all brings no success for certain', async () => {
  fc.assert(
    fc.property(rates, (rate) => {
      const { low, high } = chanceOfNone(rate, 0)
      return low === 1 && high === 1
    }),
  )
})

test('stays between 0 and 1, low end first', async () => {
  fc.assert(
    fc.property(rates, tries, (rate, n) => {
      const { low, high } = chanceOfNone(rate, n)
      return 0 <= low && low <= high && high <= 1
    }),
  )
})

test('never rises with one more try', async () => {
  fc.assert(
    fc.property(rates, tries, (rate, n) => {
      const one = chanceOfNone(rate, n)
      const more = chanceOfNone(rate, n + 1)
      return more.low <= one.low && more.high <= one.high
    }),
  )
})

test('refuses rates and tries that cannot be', async (t) => {
  const impossible = [
    [0.3, 0.2, 5],
    [-0.1, 0.2, 5],
    [0.2, 1.1, 5],
    [Number.NaN, 0.2, 5],
    [0.2, 0.25, -1],
    [0.2, 0.25, 1.5],
    [0.2, 0.25, Number.NaN],
  ] as const
  for (const [low, high, n] of impossible) {
    t.throws(() => chanceOfNone({ low, high }, n), RangeError, `${low} to ${high}, ${n} tries`)
  }
})
