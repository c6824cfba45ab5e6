import type { Voice } from './voice.ts'

/** How many places the weights of one decision have; a power of two. */
export const PLACES = 1 << 15

const [CLASS, WORD, LETTERS, ASIDE] = [1, 0.6, 0.3, 0.4] as const
const PAIR_REACH = 9

/** FNV-1a of a text, folded into the places. */
const placeOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (PLACES - 1)
}

/** What the model sees of a sentence: places and their values, in pairs at the same index. */
export type Features = { places: number[]; values: number[] }

/** Words, their neighbours and their letters, and above all the patterns of their classes. */
export const featuresOf = ({ words, classes, aside, asked }: Voice): Features => {
  const features: Features = { places: [], values: [] }
  const add = (text: string, value: number) => {
    features.places.push(placeOf(text))
    features.values.push(value)
  }
  const count = Math.min(words.length, 80)
  for (let at = 0; at < count; at++) {
    const [word = '', name = ''] = [words[at], classes[at]]
    if (word === '|') continue
    const [word1 = '$', class1 = '$'] = [words[at + 1], classes[at + 1]]
    const [class2 = '$', class3 = '$'] = [classes[at + 2], classes[at + 3]]
    add(`w ${word}`, WORD)
    add(`b ${word} ${word1}`, WORD)
    add(`c ${name} ${class1}`, CLASS)
    add(`d ${name} ${class1} ${class2}`, CLASS)
    add(`e ${name} ${class1} ${class2} ${class3}`, CLASS)
    if (at === 0) add(`f ${name} ${class1} ${class2}`, CLASS)
    if (name === '*' && word.length > 4)
      for (let from = 0; from + 4 <= word.length; from++) add(`l ${word.slice(from, from + 4)}`, LETTERS)
    if (!/^[A-Z]/.test(name) && !/^(?:i|me|my|myself)$/.test(name)) continue
    for (let then = at + 1; then < Math.min(count, at + PAIR_REACH) && words[then] !== '|'; then++) {
      const other = classes[then] ?? ''
      if (/^[A-Z]/.test(other) || /^(?:i|me|my|myself)$/.test(other)) add(`p ${name} ${other}`, CLASS)
    }
  }
  for (const word of aside.slice(0, 40)) add(`a ${word}`, ASIDE)
  if (aside.length > 0) add('aside', CLASS)
  if (asked) add('asked', CLASS)
  if (!words.some((word) => /^(?:i|me|my|myself|mine)$/.test(word))) add('nobody', CLASS)
  add(`length ${Math.min(5, count >> 3)}`, WORD)
  const norm = 4 / Math.sqrt(features.values.length)
  for (let at = 0; at < features.values.length; at++) features.values[at] = (features.values[at] ?? 0) * norm
  return features
}
