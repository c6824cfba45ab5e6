import { type Add, type Look, MOST_WORDS, type Sort, sort } from './features.ts'
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
const NONE: readonly number[] = []

/** One hash with each kind that stands up to so many words behind it. */
const addBehind = (add: Add, sort: Sort, kinds: Kinds, at: number, reach: number, hash: number) => {
  const last = Math.min(at + reach, kinds.length - 1)
  for (let then = at + 1; then <= last; then++)
    for (const kind of kinds[then] ?? NONE) add(sort, joined(hash, kind))
}

/** A kind with those behind it, two and three together. */
const addKinds = (add: Add, kinds: Kinds, at: number, kind: number) => {
  add(KIND, kind)
  addBehind(add, KINDS, kinds, at, REACH, kind)
  const last = Math.min(at + NEAR, kinds.length - 1)
  for (let then = at + 1; then <= last; then++)
    for (const second of kinds[then] ?? NONE)
      addBehind(add, NEAR_KINDS, kinds, then, NEAR, joined(kind, second))
}

/** A kind with the words around it. */
const addBeside = (add: Add, hashes: readonly number[], at: number, kind: number) => {
  for (const { step, beside } of BESIDE) {
    const there = at + step
    if (there >= 0 && there < hashes.length) add(beside, joined(kind, hashes[there] ?? 0))
  }
}

/** What tells harm to oneself from what sounds like it: the kinds of words, with those beside them. */
export const harmFeaturesOf =
  (tokens: readonly Token[]): Look =>
  (add) => {
    const words = tokens.slice(0, MOST_WORDS)
    const kinds = words.map(harmKindsOf)
    const hashes = words.map((word) => hashOf(word))
    for (let at = 0; at < hashes.length; at++) {
      const hash = hashes[at] ?? 0
      const pair = joined(hash, hashes[at + 1] ?? 0)
      add(WORD, hash)
      add(PAIR, pair)
      add(TRIPLE, joined(pair, hashes[at + 2] ?? 0))
      for (const kind of kinds[at] ?? NONE) {
        addKinds(add, kinds, at, kind)
        addBeside(add, hashes, at, kind)
      }
    }
  }
