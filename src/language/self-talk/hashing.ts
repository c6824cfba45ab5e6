const [BASIS, PRIME] = [0x811c9dc5, 0x01000193] as const

/** FNV-1a of a text, or of what follows one that has a hash already. */
export const hashOf = (text: string, start: number = BASIS): number => {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  return hash
}

/** The hash of a text that is one letter longer. */
export const longer = (hash: number, letter: number): number => Math.imul(hash ^ letter, PRIME)

/** One hash for two in their order, so that a run of words needs no text of its own. */
export const joined = (first: number, second: number): number =>
  Math.imul(Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) ^ second, 0x297a2d39)

/** Spreads a hash over all its bits, as the lowest alone decide the place. */
export const placeOf = (hash: number): number => (hash ^ (hash >>> 15)) & 0xffff
