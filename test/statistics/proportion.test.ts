import fc from 'fast-check'
import { test } from 'tap'
import { roundInterval, roundProportion } from '../../src/statistics/proportion.ts'

const shares = fc.double({ min: 0, max: 1, noNaN: true })

test('a proportion is answered with four digits', async (t) => {
  t.equal(roundProportion(1 - 0.488), 0.512)
  t.equal(roundProportion(2 / 3), 0.6667)
  t.strictSame(roundInterval({ low: 0.2373046875, high: 0.8 ** 3 }), { low: 0.2373, high: 0.512 })
  fc.assert(
    fc.property(shares, (share) => {
      const rounded = roundProportion(share)
      return Math.abs(rounded - share) <= 1e-4 && String(rounded).length <= '0.1234'.length
    }),
  )
})

test('what is neither none nor all stays so', async (t) => {
  t.strictSame([0, 1e-9, 1 - 1e-9, 1].map(roundProportion), [0, 0.0001, 0.9999, 1])
})

test('rounding turns no order around', async () => {
  fc.assert(
    fc.property(shares, shares, (one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)].map(roundProportion)
      return (less ?? 1) <= (more ?? 0)
    }),
  )
})
