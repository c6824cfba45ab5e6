/** Numbers from 0 to 1 that look random, and are the same for the same seed (mulberry32). */
export const randomFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export type Random = ReturnType<typeof randomFrom>

export const between = (random: Random, low: number, high: number): number => low + (high - low) * random()
export const whole = (random: Random, low: number, high: number): number =>
  Math.floor(between(random, low, high + 1))

/** Whole days, 1 or more, of which each ends it with the same chance: P(more than t) = (1 - chance)^t. */
export const daysUntil = (random: Random, chance: number): number =>
  Math.max(1, Math.ceil(Math.log(1 - random()) / Math.log(1 - chance)))
