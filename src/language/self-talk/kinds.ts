import { hashOf } from './hashing.ts'

const NONE: readonly number[] = []

/** Finds the kinds of a word, as hashes, where each kind lists its words; a word may be of several. */
export const kindsBy = (lists: Record<string, string>): ((word: string) => readonly number[]) => {
  const kinds = new Map<string, number[]>()
  for (const [name, list] of Object.entries(lists))
    for (const word of new Set(list.trim().split(/\s+/)))
      kinds.set(word, [...(kinds.get(word) ?? []), hashOf(name)])
  return (word) => kinds.get(word) ?? NONE
}
