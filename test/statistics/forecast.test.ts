import fc from 'fast-check'
import { test } from 'tap'
import { betaProbability } from '../../src/statistics/beta.ts'
import { type Beta, chanceOfOne, posteriorOf, rateUnder, triesFor } from '../../src/statistics/forecast.ts'
import reference from './reference.json' with { type: 'json' }

const near = (one: number, other: number | undefined) => Math.abs(one - (other ?? Number.NaN)) < 1e-9
const betas: fc.Arbitrary<Beta> = fc.record({
  alpha: fc.integer({ min: 1, max: 30 }),
  beta: fc.integer({ min: 1, max: 60 }),
})
const quantiles = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100)

test('agrees with scipy to nine digits', async (t) => {
  t.equal(reference.predictive.length, 44)
  for (const { prior, k, n, posterior, ...wanted } of reference.predictive) {
    const [alpha = 0, beta = 0] = prior
    const after = posteriorOf({ alpha, beta }, k, n)
    const at = `${k} in ${n} after Beta(${prior})`
    t.strictSame([after.alpha, after.beta], posterior, at)
    const { mean, low, high } = rateUnder(after)
    t.ok(near(mean, wanted.mean), `mean, ${at}`)
    t.ok(near(low, wanted.cred80[0]) && near(high, wanted.cred80[1]), `range, ${at}`)
    for (const [i, tries] of wanted.p_next_m.entries())
      t.ok(near(chanceOfOne(after, tries), wanted.p_next[i]), `next ${tries}, ${at}`)
    const found = [0.5, 0.8, 0.9].map((q) => triesFor(after, q))
    t.strictSame(found, [wanted.m50, wanted.m80, wanted.m90], `tries for, ${at}`)
  }
})

/** One rate lies above another: the integral of P(A < x) over the density of B, by Simpson's rule. Whole shapes only. */
const chanceAbove = (a: Beta, b: Beta) => {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
  const scale = factorial(b.alpha + b.beta - 1) / factorial(b.alpha - 1) / factorial(b.beta - 1)
  const at = (x: number) =>
    scale * x ** (b.alpha - 1) * (1 - x) ** (b.beta - 1) * betaProbability(x, a.alpha, a.beta)
  const parts = 2_000
  const weight = (i: number) => (i === 0 || i === parts ? 1 : 2 + 2 * (i % 2))
  return (
    Array.from({ length: parts + 1 }, (_, i) => weight(i) * at(i / parts)).reduce((x, y) => x + y) /
    (3 * parts)
  )
}

test('the chance that one rate lies above another agrees with scipy', async (t) => {
  t.equal(reference.above.length, 4)
  for (const { a, b, prior, p } of reference.above) {
    const after = ([k = 0, n = 0]: number[]) =>
      posteriorOf({ alpha: prior[0] ?? 0, beta: prior[1] ?? 0 }, k, n)
    t.ok(near(chanceAbove(after(a), after(b)), p), `${b} above ${a} after Beta(${prior})`)
  }
})

test('with one success assumed beforehand, tries for q are b q / (1 - q), rounded up', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 99 }), (beta, percent) => {
      // In whole numbers, so that the closed form itself is exact.
      const closed = Math.ceil((beta * percent) / (100 - percent))
      return triesFor({ alpha: 1, beta }, percent / 100) === closed
    }),
  )
})

test('tries for q are the fewest whose chance is q', async () => {
  fc.assert(
    fc.property(betas, quantiles, (beta, q) => {
      const tries = triesFor(beta, q) ?? Number.NaN
      return chanceOfOne(beta, tries) >= q - 1e-9 && chanceOfOne(beta, tries - 1) < q + 1e-9
    }),
  )
})

test('the chance in the next try is the mean, and rises with every further try', async () => {
  fc.assert(
    fc.property(betas, fc.nat(200), (beta, tries) => {
      const [now, more] = [chanceOfOne(beta, tries), chanceOfOne(beta, tries + 1)]
      return near(chanceOfOne(beta, 1), rateUnder(beta).mean) && 0 <= now && now <= more && more <= 1
    }),
  )
})

test('the range holds the mean of few tries or many, and narrows with more of the same', async () => {
  fc.assert(
    fc.property(betas, ({ alpha, beta }) => {
      const one = rateUnder({ alpha, beta })
      const ten = rateUnder({ alpha: alpha * 10, beta: beta * 10 })
      return one.low < one.mean && one.mean < one.high && ten.high - ten.low < one.high - one.low
    }),
  )
})

test('a wait that has no end in sight is null', async (t) => {
  t.equal(triesFor({ alpha: 1, beta: 100_000 }, 0.9), null)
  t.equal(triesFor({ alpha: 1, beta: 4 }, 0.8, 15), null)
  t.equal(triesFor({ alpha: 1, beta: 4 }, 0.8, 16), 16)
})

test('refuses counts and probabilities that cannot be', async (t) => {
  const prior = { alpha: 1, beta: 4 }
  for (const [k, n] of [
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [0, -1],
    [0, Number.NaN],
  ] as const)
    t.throws(() => posteriorOf(prior, k, n), RangeError, `${k} in ${n}`)
  for (const tries of [-1, 1.5, Number.NaN]) t.throws(() => chanceOfOne(prior, tries), RangeError)
  for (const q of [0, 1, -1, Number.NaN]) t.throws(() => triesFor(prior, q), RangeError)
})
