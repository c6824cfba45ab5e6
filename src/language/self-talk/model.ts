import type { Features } from './features.ts'
import { type SelfTalkType, TYPES } from './types.ts'
import { MODEL } from './weights.ts'

/** One linear decision: `scale` times the sum of weights, plus `bias`; the count of weights is a power of two. */
export type Linear = { bias: number; scale: number; weights: Int8Array }
type Kept = { bias: number; scale: number; weights: string }

const opened = ({ bias, scale, weights }: Kept): Linear => ({
  bias,
  scale,
  weights: new Int8Array(Buffer.from(weights, 'base64')),
})

/** How far on the side of yes a sentence lies; without a unit. */
const scoreOf = ({ bias, scale, weights }: Linear, seen: readonly Features[]): number => {
  const last = weights.length - 1
  let score = bias
  for (const { places, values, norm } of seen) {
    let sum = 0
    for (let at = 0; at < places.length; at++)
      sum += (weights[(places[at] as number) & last] as number) * (values[at] as number)
    score += scale * norm * sum
  }
  return score
}

const judging = opened(MODEL.judging)
const crisis = opened(MODEL.crisis)
const types = TYPES.map((type) => ({ type, linear: opened(MODEL.types[type]) }))

export const judgingScore = (features: Features): number => scoreOf(judging, [features])
export const crisisScore = (seen: readonly Features[]): number => scoreOf(crisis, seen)

/** The type that fits best. */
export const likeliestType = (features: Features): SelfTalkType => {
  const scored = types.map(({ type, linear }) => ({ type, score: scoreOf(linear, [features]) }))
  return scored.reduce((best, it) => (it.score > best.score ? it : best)).type
}
