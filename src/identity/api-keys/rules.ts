import { crc32 } from 'node:zlib'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const RANDOM_CHARACTERS = 30
const PATTERN = /^avk_([0-9A-Za-z]{30})([0-9A-Za-z]{6})$/

const checksum = (random: string): string => {
  let rest = crc32(random)
  let text = ''
  for (let i = 0; i < 6; i++) {
    text = ALPHABET.charAt(rest % 62) + text
    rest = Math.floor(rest / 62)
  }
  return text
}

/**
 * Spells a secret: `avk_`, 30 base62 characters, 6 of checksum.
 * @param bytes random bytes; those of 248 and above are passed over, so that every character is equally likely
 * @throws RangeError when the bytes do not reach
 */
export const spellSecret = (bytes: Uint8Array): string => {
  const random = [...bytes].filter((byte) => byte < 248).slice(0, RANDOM_CHARACTERS)
  if (random.length < RANDOM_CHARACTERS) throw new RangeError('Too few random bytes for a secret')
  const text = random.map((byte) => ALPHABET.charAt(byte % 62)).join('')
  return `avk_${text}${checksum(text)}`
}

/** Whether this could be a secret of ours: a mistyped one is told apart without asking the database. */
export const isWellFormedSecret = (secret: string): boolean => {
  const [, random, sum] = PATTERN.exec(secret) ?? []
  return random !== undefined && checksum(random) === sum
}

/** How many live keys an account may have. */
export const MOST_KEYS = 100

/** Whether a key works at an instant. */
export const isLive = ({ expiresAt }: { expiresAt: string | null }, now: string): boolean =>
  expiresAt === null || expiresAt > now
