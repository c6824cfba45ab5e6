import { type Features, featuresOf, gathered } from '../../../src/language/self-talk/features.ts'
import { harmFeaturesOf } from '../../../src/language/self-talk/harm-features.ts'
import type { Linear } from '../../../src/language/self-talk/model.ts'
import { type SelfTalkType, TYPES } from '../../../src/language/self-talk/types.ts'
import { voiceOf } from '../../../src/language/self-talk/voice.ts'
import { tokensOf } from '../../../src/language/self-talk/words.ts'
import type { Example } from './corpus.ts'

/** How many weights each decision has. */
const PLACES = { judging: 1 << 16, crisis: 1 << 16, type: 1 << 12 }
const ROUNDS = 30
/** Whoever lies on their side with room to spare is looked at in one of so many rounds. */
const RESTS = 5
/** Of how many sentences one is read together with the next. */
const PAIR_EVERY = 3
/** What a mistake costs, beside the size of the weights: the smaller, the more even they are. */
const COST = 0.1

/** What a model sees of one example, ready to be read many times over. */
export type Seen = { places: Uint16Array; values: Float64Array }

const seen = (...parts: Features[]): Seen => ({
  places: Uint16Array.from(parts.flatMap(({ places }) => places)),
  values: Float64Array.from(parts.flatMap(({ values, norm }) => values.map((value) => value * norm))),
})

export const seenOf = (text: string): Seen => seen(gathered(featuresOf(voiceOf(tokensOf(text)))))

export const harmSeenOf = (text: string): Seen => {
  const tokens = tokensOf(text)
  return seen(gathered(featuresOf(voiceOf(tokens))), gathered(harmFeaturesOf(tokens)))
}

const dot = (weights: Float64Array, { places, values }: Seen): number => {
  const last = weights.length - 1
  let sum = 0
  for (let at = 0; at < places.length; at++)
    sum += (weights[(places[at] as number) & last] as number) * (values[at] as number)
  return sum
}

const addTo = (weights: Float64Array, { places, values }: Seen, step: number): void => {
  const last = weights.length - 1
  for (let at = 0; at < places.length; at++)
    (weights[(places[at] as number) & last] as number) += step * (values[at] as number)
}

/** Every example once in a round, those of one file far apart. */
const turnsOf = (count: number): number[] => {
  const spread = Array.from({ length: count }, (_, at) => (at * 7919) % count)
  return new Set(spread).size === count ? spread : spread.map((_, at) => at)
}

type Turn = { seen: Seen; side: 1 | -1; slack: number; square: number; alpha: number; rests: boolean }

const turnOf = (seen: Seen, yes: boolean, slack: number): Turn => {
  const square = 1 + slack + seen.values.reduce((sum, value) => sum + value * value, 0)
  return { seen, side: yes ? 1 : -1, slack, square, alpha: 0, rests: false }
}

/**
 * A support vector machine with squared loss, by descent over one example after the other in a fixed order. Only sums and
 * products: the same examples give the same weights on every machine.
 */
const train = (seen: readonly Seen[], yes: readonly boolean[], count: number, yesCost = 1): Linear => {
  const weights = new Float64Array(count)
  let bias = 0
  const all = seen.map((it, at) => turnOf(it, yes[at] === true, 0.5 / (COST * (yes[at] ? yesCost : 1))))
  const turns = turnsOf(all.length).flatMap((at) => all[at] ?? [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const turn of turns) {
      if (turn.rests && round % RESTS > 0) continue
      const { side, slack, square, alpha } = turn
      const slope = side * (bias + dot(weights, turn.seen)) - 1 + slack * alpha
      turn.alpha = Math.max(0, alpha - slope / square)
      turn.rests = alpha === 0 && turn.alpha === 0
      if (turn.alpha === alpha) continue
      const step = side * (turn.alpha - alpha)
      bias += step
      addTo(weights, turn.seen, step)
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
export const trainCrisis = (examples: readonly Example[], look = harmSeenOf): Linear => {
  const all = [...examples, ...neighbours(examples)]
  return train(
    all.map(({ text }) => look(text)),
    all.map(({ crisis }) => crisis === 'explicit'),
    PLACES.crisis,
    2,
  )
}

export const trainJudging = (examples: readonly Example[], look = seenOf): Linear => {
  const decided = examples.filter(({ type }) => type !== undefined)
  return train(
    decided.map(({ text }) => look(text)),
    decided.map(({ type }) => type !== null),
    PLACES.judging,
  )
}

export const trainTypes = (examples: readonly Example[]): Record<SelfTalkType, Linear> => {
  const positives = examples.filter(({ type }) => type)
  const seen = positives.map(({ text }) => seenOf(text))
  const one = (kind: SelfTalkType) =>
    train(
      seen,
      positives.map(({ type }) => type === kind),
      PLACES.type,
    )
  return Object.fromEntries(TYPES.map((kind) => [kind, one(kind)])) as Record<SelfTalkType, Linear>
}
