import { type Features, featuresOf } from '../../../src/language/self-talk/features.ts'
import type { Linear } from '../../../src/language/self-talk/model.ts'
import { TYPES } from '../../../src/language/self-talk/types.ts'
import { voiceOf } from '../../../src/language/self-talk/voice.ts'
import { tokensOf } from '../../../src/language/self-talk/words.ts'
import type { Example } from './corpus.ts'

/** How many weights each decision has. */
const PLACES = { judging: 1 << 15, crisis: 1 << 13, type: 1 << 12 }
const ROUNDS = 60
/** What a mistake costs, beside the size of the weights: the smaller, the more even they are. */
const COST = 0.1

export const seen = (text: string): Features => featuresOf(voiceOf(tokensOf(text)))

/**
 * A support vector machine with squared loss, by descent over one example after the other in a fixed order. Only sums and
 * products: the same examples give the same weights on every machine.
 */
export const train = (
  features: readonly Features[],
  yes: readonly boolean[],
  count: number,
  yesCost = 1,
): Linear => {
  const weights = new Float64Array(count)
  const last = count - 1
  let bias = 0
  const alphas = features.map(() => 0)
  const order = features.map((_, at) => (at * 7919) % features.length)
  const turns = new Set(order).size === features.length ? order : features.map((_, at) => at)
  for (let round = 0; round < ROUNDS; round++) {
    for (const at of turns) {
      const { places, values } = features[at] as Features
      const side = yes[at] ? 1 : -1
      const slack = 0.5 / (COST * (yes[at] ? yesCost : 1))
      let score = bias
      let square = 1 + slack
      for (let i = 0; i < places.length; i++) {
        const value = values[i] ?? 0
        score += (weights[(places[i] ?? 0) & last] ?? 0) * value
        square += value * value
      }
      const alpha = alphas[at] ?? 0
      const next = Math.max(0, alpha - (side * score - 1 + slack * alpha) / square)
      alphas[at] = next
      const step = side * (next - alpha)
      if (step === 0) continue
      bias += step
      for (let i = 0; i < places.length; i++) {
        const place = (places[i] ?? 0) & last
        weights[place] = (weights[place] ?? 0) + step * (values[i] ?? 0)
      }
    }
  }
  const most = weights.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0)
  const scale = most / 127
  return { bias, scale, weights: Int8Array.from(weights, (weight) => Math.round(weight / scale)) }
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
    crisis: train(
      look(examples),
      examples.map(({ crisis }) => crisis === 'explicit'),
      PLACES.crisis,
      2,
    ),
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
