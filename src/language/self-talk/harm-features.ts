import { type Features, featuresOf, MOST_WORDS, placeOf } from './features.ts'
import { kindsOf } from './harm-words.ts'
import { voiceOf } from './voice.ts'
import type { Token } from './words.ts'

const [KIND, BESIDE, WORD, PAIR, TRIPLE, LETTERS] = [0.7, 0.35, 1, 0.7, 0.5, 0.3] as const
/** What the features for every decision count beside those for this one. */
const OTHERWISE = 0.5
/** How many words apart two kinds still belong together, and three in a row. */
const [REACH, NEAR] = [12, 4] as const
const [SHORTEST_PIECE, LONGEST_PIECE] = [3, 5] as const

type Add = (text: string, value: number) => void

/** A word with those behind it, and its letters, which stay when it is misspelt. */
const addWord = (add: Add, words: readonly Token[], at: number) => {
  const [word = '', next = '$', third = '$'] = words.slice(at, at + 3)
  add(`hu ${word}`, WORD)
  add(`hb ${word} ${next}`, PAIR)
  add(`ht ${word} ${next} ${third}`, TRIPLE)
  const whole = `<${word}>`
  for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++)
    for (let from = 0; from + length <= whole.length; from++)
      add(`hl ${whole.slice(from, from + length)}`, LETTERS)
}

type Kinds = readonly (readonly string[])[]

const behind = (kinds: Kinds, at: number, reach: number) =>
  kinds.slice(at + 1, at + reach).flatMap((some, step) => some.map((kind) => ({ kind, at: at + 1 + step })))

/** The kinds of a word, each with the words beside it and the kinds behind it: one mention of each. */
const addKinds = (once: Map<string, number>, words: readonly Token[], kinds: Kinds, at: number) => {
  for (const kind of kinds[at] ?? []) {
    once.set(`hk ${kind}`, KIND)
    for (const other of behind(kinds, at, REACH)) once.set(`hp ${kind} ${other.kind}`, KIND)
    for (const step of [-2, -1, 1, 2]) {
      const word = words[at + step]
      if (word) once.set(`hw ${kind} ${step} ${word}`, BESIDE)
    }
    for (const second of behind(kinds, at, NEAR))
      for (const third of behind(kinds, second.at, NEAR))
        once.set(`h3 ${kind} ${second.kind} ${third.kind}`, BESIDE)
  }
}

/** What the model sees of a sentence where it looks for self-harm: all that it sees else, and the kinds of words. */
export const harmFeaturesOf = (tokens: readonly Token[]): Features => {
  const { places, values } = featuresOf(voiceOf(tokens))
  const words = tokens.slice(0, MOST_WORDS)
  const kinds = words.map(kindsOf)
  const [ownPlaces, own]: [number[], number[]] = [[], []]
  const add: Add = (text, value) => {
    ownPlaces.push(placeOf(text))
    own.push(value)
  }
  const once = new Map<string, number>()
  for (const at of words.keys()) {
    addWord(add, words, at)
    addKinds(once, words, kinds, at)
  }
  for (const [text, value] of once) add(text, value)
  const norm = 4 / Math.sqrt(own.reduce((sum, value) => sum + value * value, 1))
  return {
    places: [...places, ...ownPlaces],
    values: [...values.map((value) => value * OTHERWISE), ...own.map((value) => value * norm)],
  }
}

/** A sentence alone and with the one before it: a way in one and an end in the next mean more together. */
export const harmFeaturesBehind = (before: readonly Token[], tokens: readonly Token[]): Features[] => [
  harmFeaturesOf(tokens),
  ...(before.length > 0 ? [harmFeaturesOf([...before, ...tokens])] : []),
]
