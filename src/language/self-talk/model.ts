import { gathered, type Look, normOf } from './features.ts'
import { joined, placeOf } from './hashing.ts'
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

const judging = opened(MODEL.judging)
const crisis = opened(MODEL.crisis)
const types = TYPES.map((type) => ({ type, linear: opened(MODEL.types[type]) }))

/** How far on the side of yes a sentence lies; without a unit. */
export type Scores = { judging: number; crisis: number }

/** What both decisions give for the features of one look, added up while they are met. */
const sharesOf = (look: Look): Scores => {
  const sum = { judging: 0, crisis: 0, square: 1 }
  look(({ name, value }, hash) => {
    const place = placeOf(joined(name, hash))
    sum.judging += (judging.weights[place] as number) * value
    sum.crisis += (crisis.weights[place] as number) * value
    sum.square += value * value
  })
  const norm = normOf(sum.square)
  return { judging: judging.scale * norm * sum.judging, crisis: crisis.scale * norm * sum.crisis }
}

/** The scores by all features of a sentence; those of harm speak of a crisis alone. */
export const scoresOf = (features: Look, harmFeatures: Look): Scores => {
  const shares = sharesOf(features)
  return {
    judging: judging.bias + shares.judging,
    crisis: crisis.bias + shares.crisis + sharesOf(harmFeatures).crisis,
  }
}

/** The type that fits best. */
export const likeliestType = (features: Look): SelfTalkType => {
  const { places, values, norm } = gathered(features)
  const scored = types.map(({ type, linear: { bias, scale, weights } }) => {
    const last = weights.length - 1
    let sum = 0
    for (let at = 0; at < places.length; at++)
      sum += (weights[(places[at] as number) & last] as number) * (values[at] as number)
    return { type, score: bias + scale * norm * sum }
  })
  return scored.reduce((best, it) => (it.score > best.score ? it : best)).type
}
