import { type Add, type Features, gathered, MOST_WORDS, sort } from './features.ts'
import { harmKindsOf } from './harm-words.ts'
import { hashOf, joined } from './hashing.ts'
import type { Token } from './words.ts'

const [WORD, PAIR, TRIPLE] = [sort('harm word', 1), sort('harm pair', 0.7), sort('harm words', 0.5)]
const [KIND, KINDS] = [sort('harm kind', 0.7), sort('harm kinds', 0.7)]
const BESIDE = [-2, -1, 1, 2].map((step) => ({ step, beside: sort(`harm beside ${step}`, 0.35) }))
const NEAR_KINDS = sort('harm kinds in a row', 0.35)
/** How many words apart two kinds still belong together, and three in a row. */
const [REACH, NEAR] = [11, 3] as const

type Kinds = readonly (readonly number[])[]

const eachBehind = (kinds: Kinds, at: number, reach: number, look: (kind: number, at: number) => void) => {
  for (let then = at + 1; then < kinds.length && then <= at + reach; then++)
    for (const kind of kinds[then] ?? []) look(kind, then)
}

/** A kind with those behind it, two and three together. */
const addKinds = (add: Add, kinds: Kinds, at: number, kind: number) => {
  add(KIND, kind)
  eachBehind(kinds, at, REACH, (other) => add(KINDS, joined(kind, other)))
  eachBehind(kinds, at, NEAR, (second, place) => {
    const both = joined(kind, second)
    eachBehind(kinds, place, NEAR, (third) => add(NEAR_KINDS, joined(both, third)))
  })
}

/** What tells harm to oneself from what sounds like it: the kinds of words, with those beside them. */
export const harmFeaturesOf = (tokens: readonly Token[]): Features =>
  gathered((add) => {
    const words = tokens.slice(0, MOST_WORDS)
    const [kinds, hashes] = [words.map(harmKindsOf), words.map((word) => hashOf(word))]
    for (const [at, hash] of hashes.entries()) {
      const pair = joined(hash, hashes[at + 1] ?? 0)
      add(WORD, hash)
      add(PAIR, pair)
      add(TRIPLE, joined(pair, hashes[at + 2] ?? 0))
      for (const kind of kinds[at] ?? []) {
        addKinds(add, kinds, at, kind)
        for (const { step, beside } of BESIDE) {
          const other = hashes[at + step]
          if (other !== undefined) add(beside, joined(kind, other))
        }
      }
    }
  })
