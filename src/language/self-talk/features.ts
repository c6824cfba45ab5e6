import type { Voice } from './voice.ts'

/** The most places that the weights of one decision have; a power of two. */
const PLACES = 1 << 16

const [CLASS, WORD, LETTERS, ASIDE] = [1, 0.6, 0.3, 0.4] as const
const PAIR_REACH = 9
/** No sentence is read further than this. */
export const MOST_WORDS = 80

/** FNV-1a of a text, folded into the places. */
export const placeOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (PLACES - 1)
}

/** What the model sees of a sentence: places and their values, in pairs at the same index. */
export type Features = { places: number[]; values: number[] }

type Add = (text: string, value: number) => void
type Said = Pick<Voice, 'words' | 'classes'>

const SELF = new Set(['i', 'me', 'my', 'myself', 'mine'])
const isTelling = (name: string) => SELF.has(name) || /^[A-Z]/.test(name)

/** A word with those behind it, as words and as classes. */
const addRun = (add: Add, { words, classes }: Said, at: number) => {
  const word = words[at] ?? ''
  const [name = '', next = '$', third = '$', fourth = '$'] = classes.slice(at, at + 4)
  add(`w ${word}`, WORD)
  add(`b ${word} ${words[at + 1] ?? '$'}`, WORD)
  add(`c ${name} ${next}`, CLASS)
  add(`d ${name} ${next} ${third}`, CLASS)
  add(`e ${name} ${next} ${third} ${fourth}`, CLASS)
  if (at === 0) add(`f ${name} ${next} ${third}`, CLASS)
  if (name !== '*' || word.length < 5) return
  for (let from = 0; from + 4 <= word.length; from++) add(`l ${word.slice(from, from + 4)}`, LETTERS)
}

/** A telling word with the telling words that follow in its clause. */
const addPairs = (add: Add, { words, classes }: Said, at: number, count: number) => {
  const name = classes[at] ?? ''
  if (!isTelling(name)) return
  for (let then = at + 1; then < Math.min(count, at + PAIR_REACH) && words[then] !== '|'; then++) {
    const other = classes[then] ?? ''
    if (isTelling(other)) add(`p ${name} ${other}`, CLASS)
  }
}

/** Words, their neighbours and their letters, and above all the patterns of their classes. */
export const featuresOf = ({ words, classes, aside, asked }: Voice): Features => {
  const features: Features = { places: [], values: [] }
  const add: Add = (text, value) => {
    features.places.push(placeOf(text))
    features.values.push(value)
  }
  const count = Math.min(words.length, MOST_WORDS)
  const said = { words, classes }
  for (let at = 0; at < count; at++) {
    if (words[at] === '|') continue
    addRun(add, said, at)
    addPairs(add, said, at, count)
  }
  for (const word of aside.slice(0, MOST_WORDS)) add(`a ${word}`, ASIDE)
  if (aside.length > 0) add('aside', CLASS)
  if (asked) add('asked', CLASS)
  if (!words.some((word) => SELF.has(word))) add('nobody', CLASS)
  add(`length ${Math.min(5, count >> 3)}`, WORD)
  const norm = 4 / Math.sqrt(features.values.length)
  return { places: features.places, values: features.values.map((value) => value * norm) }
}
