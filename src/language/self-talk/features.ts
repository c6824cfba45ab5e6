import { hashOf, joined, longer, placeOf } from './hashing.ts'
import type { Voice } from './voice.ts'
import { kindsOf } from './word-kinds.ts'

/** What a model sees of a sentence: places and their values at the same index; `norm` makes up for its length. */
export type Features = { places: number[]; values: number[]; norm: number }

/** A sort of features: its name as a hash, and what one of it counts. */
export type Sort = { readonly name: number; readonly value: number }
export type Add = (sort: Sort, hash: number) => void
/** Goes through the features of a sentence, one after the other: a score adds them up, the trainer keeps them. */
export type Look = (add: Add) => void

export const sort = (name: string, value: number): Sort => ({ name: hashOf(name), value })

const [WORD, PAIR, LETTERS] = [sort('word', 0.9), sort('pair', 0.6), sort('letters', 0.25)]
const [NAMES, START, END] = [sort('names', 0.7), sort('start', 0.5), sort('end', 0.5)]
const [BEFORE_SELF, BEHIND_SELF] = [sort('before', 0.3), sort('behind', 0.3)]
const [KIND, KINDS, ASIDE, FORM] = [sort('kind', 1), sort('kinds', 0.4), sort('aside', 0.4), sort('form', 1)]
const [HAS_ASIDE, ASKED, NOBODY] = [hashOf('aside'), hashOf('asked'), hashOf('nobody')] as const
/** How many words away one still belongs to the self, and two kinds to each other. */
const [BEFORE, BEHIND, REACH] = [5, 7, 8] as const
const [SHORTEST_PIECE, LONGEST_PIECE] = [3, 5] as const
const LENGTH = 4
/** No sentence is read further than this. */
export const MOST_WORDS = 80

/** What makes up for the length of a sentence, by one and the squares of all values. */
export const normOf = (square: number): number => LENGTH / Math.sqrt(square)

export const gathered = (look: Look): Features => {
  const features: Features = { places: [], values: [], norm: 0 }
  let square = 1
  look(({ name, value }, hash) => {
    features.places.push(placeOf(joined(name, hash)))
    features.values.push(value)
    square += value * value
  })
  features.norm = normOf(square)
  return features
}

const SELF = new Set(['i', 'me', 'my', 'myself', 'mine'])
const TELLING = new Set([...SELF, 'you', 'your', 'not', 'no', 'if', 'so', 'than', 'like'])
const isTelling = (name: string) => TELLING.has(name) || (name >= 'A' && name < '[')

/** A word with its hash, that of its class, and the kinds that it tells of. */
type Spot = { word: string; hash: number; name: number; kinds: readonly number[]; tells: readonly number[] }
const NOTHING: Spot = { word: '', hash: 0, name: 0, kinds: [], tells: [] }

const spotOf = (word: string, className: string): Spot => {
  const name = hashOf(className)
  const kinds = kindsOf(word)
  return { word, hash: hashOf(word), name, kinds, tells: isTelling(className) ? [name, ...kinds] : kinds }
}

const EMPTY = hashOf('')
const [OPENS, CLOSES] = [longer(EMPTY, 0x3c), 0x3e] as const

/** The letters of a word in pieces, which stay when the word is bent or misspelt. */
const addLetters = (add: Add, word: string) => {
  for (let from = -1; from + SHORTEST_PIECE <= word.length + 1; from++) {
    let hash = from < 0 ? OPENS : EMPTY
    for (let at = Math.max(0, from); at <= word.length && at < from + LONGEST_PIECE; at++) {
      hash = longer(hash, at < word.length ? word.charCodeAt(at) : CLOSES)
      if (at - from + 1 >= SHORTEST_PIECE) add(LETTERS, hash)
    }
  }
}

/** A word, the next ones, and the patterns of their classes. */
const addRun = (add: Add, spots: readonly Spot[], at: number) => {
  const spot = spots[at] ?? NOTHING
  const next = spots[at + 1] ?? NOTHING
  const third = spots[at + 2] ?? NOTHING
  const names = joined(spot.name, next.name)
  add(WORD, spot.hash)
  add(PAIR, joined(spot.hash, next.hash))
  add(NAMES, names)
  add(NAMES, joined(names, third.name))
  addLetters(add, spot.word)
  for (const kind of spot.kinds) add(KIND, kind)
}

/** What it tells of together with what those behind it tell of. */
const addKinds = (add: Add, spots: readonly Spot[], at: number) => {
  const last = Math.min(at + REACH, spots.length - 1)
  for (const one of (spots[at] ?? NOTHING).tells)
    for (let then = at + 1; then <= last; then++)
      for (const other of (spots[then] ?? NOTHING).tells) add(KINDS, joined(one, other))
}

const addAround = (add: Add, spots: readonly Spot[], at: number) => {
  const { word, hash } = spots[at] ?? NOTHING
  if (!SELF.has(word)) return
  for (let then = Math.max(0, at - BEFORE); then < spots.length && then <= at + BEHIND; then++)
    if (then !== at) add(then < at ? BEFORE_SELF : BEHIND_SELF, joined(hash, spots[then]?.hash ?? 0))
}

const addEnds = (add: Add, spots: readonly Spot[]) => {
  const [first = NOTHING, second = NOTHING] = spots
  const [last = NOTHING, before = NOTHING] = [spots.at(-1), spots.at(-2)]
  add(START, joined(first.hash, second.hash))
  add(START, joined(first.name, second.name))
  add(END, last.hash)
  add(END, joined(before.name, last.name))
}

/** Words, their neighbours and their letters, and above all the patterns of their classes and kinds. */
export const featuresOf =
  ({ words, classes, aside, asked }: Voice): Look =>
  (add) => {
    const spots = words.slice(0, MOST_WORDS).map((word, at) => spotOf(word, classes[at] ?? ''))
    for (let at = 0; at < spots.length; at++) {
      if (spots[at]?.word === '|') continue
      addRun(add, spots, at)
      addKinds(add, spots, at)
      addAround(add, spots, at)
    }
    addEnds(
      add,
      spots.filter(({ word }) => word !== '|'),
    )
    for (const word of aside.slice(0, MOST_WORDS)) add(ASIDE, hashOf(word))
    if (aside.length > 0) add(FORM, HAS_ASIDE)
    if (asked) add(FORM, ASKED)
    if (!words.some((word) => SELF.has(word))) add(FORM, NOBODY)
    add(FORM, Math.min(5, spots.length >> 3))
  }
