import fc from 'fast-check'
import { test } from 'tap'
import { betaProbability, betaQuantile } from '../../src/statistics/beta.ts'
import reference from './reference.json' with { type: 'json' }

const near = (one: number, other: number | undefined) => Math.abs(one - (other ?? Number.NaN)) < 1e-9
const shapes = fc.double({ min: 0.5, max: 500, noNaN: true })
const chances = fc.double({ min: 0.001, max: 0.999, noNaN: true })
/** Shares whose complement is exact. */
const shares = fc.integer({ min: 0, max: 2 ** 30 }).map((parts) => parts / 2 ** 30)

test('quantiles agree with scipy to nine digits', async (t) => {
  t.equal(reference.quantiles.length, 8)
  for (const { p, a, b, x } of reference.quantiles)
    t.ok(near(betaQuantile(p, a, b), x), `${p} of Beta(${a}, ${b})`)
})

test('both exact intervals of shares, which are Beta quantiles, agree with scipy', async (t) => {
  for (const { k, n, conf, clopper_pearson: exact, jeffreys } of reference.intervals) {
    const tail = (1 - conf) / 2
    const at = `${k} in ${n} at ${conf}`
    if (k > 0) {
      t.ok(near(betaQuantile(tail, k, n - k + 1), exact[0]), `exact low end of ${at}`)
      t.ok(near(betaQuantile(tail, k + 0.5, n - k + 0.5), jeffreys[0]), `low end of ${at}`)
    }
    if (k < n) {
      t.ok(near(betaQuantile(1 - tail, k + 1, n - k), exact[1]), `exact high end of ${at}`)
      t.ok(near(betaQuantile(1 - tail, k + 0.5, n - k + 0.5), jeffreys[1]), `high end of ${at}`)
    }
  }
})

test('quantiles of Beta(1, b) are 1 - (1 - p)^(1 / b), and those of Beta(a, 1) p^(1 / a)', async () => {
  fc.assert(
    fc.property(
      chances,
      shapes,
      (p, shape) =>
        near(betaQuantile(p, 1, shape), 1 - (1 - p) ** (1 / shape)) &&
        near(betaQuantile(p, shape, 1), p ** (1 / shape)),
    ),
  )
})

test('probability and its mirror image add up to one', async () => {
  fc.assert(
    fc.property(shares, shapes, shapes, (x, a, b) =>
      near(betaProbability(x, a, b) + betaProbability(1 - x, b, a), 1),
    ),
  )
})

test('a quantile leads back to its probability, and rises with it', async () => {
  fc.assert(
    fc.property(chances, chances, shapes, shapes, (p, q, a, b) => {
      const [low, high] = [betaQuantile(Math.min(p, q), a, b), betaQuantile(Math.max(p, q), a, b)]
      return low <= high && Math.abs(betaProbability(high, a, b) - Math.max(p, q)) < 1e-7
    }),
  )
})

test('refuses what is no share, probability or shape', async (t) => {
  for (const x of [-0.1, 1.1, Number.NaN]) {
    t.throws(() => betaProbability(x, 1, 4), RangeError)
    t.throws(() => betaQuantile(x, 1, 4), RangeError)
  }
  for (const shape of [0, 0.4, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    t.throws(() => betaQuantile(0.5, shape, 4), RangeError)
    t.throws(() => betaProbability(0.5, 1, shape), RangeError)
  }
})
