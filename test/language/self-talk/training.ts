import { type Features, featuresOf } from '../../../src/language/self-talk/features.ts'
import { harmFeaturesOf } from '../../../src/language/self-talk/harm-features.ts'
import type { Linear } from '../../../src/language/self-talk/model.ts'
import { TYPES } from '../../../src/language/self-talk/types.ts'
import { voiceOf } from '../../../src/language/self-talk/voice.ts'
import { tokensOf } from '../../../src/language/self-talk/words.ts'
import type { Example } from './corpus.ts'

/** How many weights each decision has. */
const PLACES = { judging: 1 << 15, crisis: 1 << 16, type: 1 << 12 }
const ROUNDS = 60
/** Of how many sentences one is read together with the next. */
const PAIR_EVERY = 3
/** What a mistake costs, beside the size of the weights: the smaller, the more even they are. */
const COST = 0.1

export const seen = (text: string): Features => featuresOf(voiceOf(tokensOf(text)))

const dot = (weights: Float64Array, { places, values }: Features): number =>
  values.reduce((sum, value, at) => sum + (weights[(places[at] ?? 0) & (weights.length - 1)] ?? 0) * value, 0)

const addTo = (weights: Float64Array, { places, values }: Features, step: number): void => {
  for (const [at, value] of values.entries()) {
    const place = (places[at] ?? 0) & (weights.length - 1)
    weights[place] = (weights[place] ?? 0) + step * value
  }
}

/** Every example once in a round, those of one file far apart. */
const turnsOf = (count: number): number[] => {
  const spread = Array.from({ length: count }, (_, at) => (at * 7919) % count)
  return new Set(spread).size === count ? spread : spread.map((_, at) => at)
}

/**
 * A support vector machine with squared loss, by descent over one example after the other in a fixed order. Only sums and
 * products: the same examples give the same weights on every machine.
 */
const train = (
  features: readonly Features[],
  yes: readonly boolean[],
  count: number,
  yesCost = 1,
): Linear => {
  const weights = new Float64Array(count)
  let bias = 0
  const examples = features.map((seen, at) => {
    const slack = 0.5 / (COST * (yes[at] ? yesCost : 1))
    const square = 1 + slack + seen.values.reduce((sum, value) => sum + value * value, 0)
    return { seen, side: yes[at] ? 1 : -1, slack, square, alpha: 0 }
  })
  const turns = turnsOf(examples.length).flatMap((at) => examples[at] ?? [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const example of turns) {
      const { seen, side, slack, square, alpha } = example
      const slope = side * (bias + dot(weights, seen)) - 1 + slack * alpha
      example.alpha = Math.max(0, alpha - slope / square)
      const step = side * (example.alpha - alpha)
      bias += step
      addTo(weights, seen, step)
    }
  }
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
  return { bias, scale, weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)) }
}

/** Some harmless sentences with the one behind them: two that stand together are no more harm than each. */
const neighbours = (examples: readonly Example[]): Example[] =>
  examples.flatMap((example, at) => {
    const next = examples[at + 1]
    if (at % PAIR_EVERY > 0 || !next || [example, next].some(({ crisis }) => crisis === 'explicit')) return []
    return { ...example, text: `${example.text} ${next.text}` }
  })

/** @NOTE Here a miss weighs more than a false alarm. */
export const trainCrisis = (examples: readonly Example[]): Linear => {
  const all = [...examples, ...neighbours(examples)]
  return train(
    all.map(({ text }) => harmFeaturesOf(tokensOf(text))),
    all.map(({ crisis }) => crisis === 'explicit'),
    PLACES.crisis,
    2,
  )
}

/** The decisions of the service, trained on examples. */
export const trainAll = (examples: readonly Example[]) => {
  const judged = examples.filter(({ crisis }) => crisis !== 'explicit')
  const features = new Map(examples.map((example) => [example, seen(example.text)]))
  const look = (some: readonly Example[]) => some.map((it) => features.get(it) as Features)
  const positives = examples.filter(({ type }) => type !== null)
  return {
    judging: train(
      look(judged),
      judged.map(({ type }) => type !== null),
      PLACES.judging,
    ),
    crisis: trainCrisis(examples),
    types: Object.fromEntries(
      TYPES.map((kind) => [
        kind,
        train(
          look(positives),
          positives.map(({ type }) => type === kind),
          PLACES.type,
        ),
      ]),
    ),
  }
}
