import { isEnglish } from '../self-talk/english.ts'
import { sentencesOf } from '../self-talk/sentences.ts'
import { tokensOf } from '../self-talk/words.ts'
import type { Message } from './messages.ts'

/** A sentence of a mail: its plain words, and where it stands in the text as sent. */
export type Statement = { words: string; start: number; end: number }

const FOOTER = /\b(?:confidential|intended recipient|unsubscribe|privacy (?:policy|notice)|disclaimer)\b/
const SUPPOSED = /^(?:if|should|unless|in case|whenever|even if|in the (?:unlikely )?event)\b/
const NEWS_OF_OLD = /\b(?:last year|years ago|in the past|formerly|lifted|is over|behind us|came to an end)\b/

/** A word between commas that parts what belongs together, as in "will not, however, be". */
const ASIDE = / , (?:however|unfortunately|therefore|sadly|regrettably|of course|though)(?= , )(?: ,)?/g

/** Where the part of a sentence begins that a phrase stands in. */
const PART =
  / [,;-] |(?:^| )(?:and|but|so|(?<!soon )as(?! soon)|(?<!(?:not|simply|just|only) )because|since|although|though|while|however) /
const DOUBTED = new RegExp(
  `(?:^| )(?:${[
    'not|no|never|nothing|neither|nor|without|rather than|instead of',
    'if|whether|unless|until|once|when(?! (?:we|i|our) )|whenever|as soon as|in case|event',
    'may|might|could|would|should|often|sometimes|usually|typically|rarely|always|occasionally',
    'hope|wish|wonder|assume|rumou?rs?|your (?:former|previous|current|last)',
  ].join('|')})(?: |$)`,
)
const REACH = 200

/** What a mail states: sentences in English that are neither asked nor supposed, and no footers. */
export const statementsOf = ({ text, units }: Message): Statement[] =>
  sentencesOf(text).flatMap(({ text: sentence, start, end }) => {
    const words = tokensOf(sentence).join(' ').replace(ASIDE, '')
    const plain = words.replace(/^(?:[,;-] )+/, '')
    const states = !words.includes('?') && !SUPPOSED.test(plain) && !FOOTER.test(words)
    if (!states || !isEnglish(sentence)) return []
    return [{ words, start: units[start]?.start ?? 0, end: units[end - 1]?.end ?? 0 }]
  })

/** Whether a sentence says that this is so: not denied, not supposed, not quoted from others. */
const isAsserted = (words: string, index: number): boolean => {
  const before = words.slice(Math.max(0, index - REACH), index)
  const quotes = words.slice(0, index).split('"').length - 1
  return quotes % 2 === 0 && !DOUBTED.test(` ${before.split(PART).at(-1) ?? ''}`)
}

/** Whether a statement asserts one of these phrases. */
export const asserts = ({ words }: Statement, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => {
    const found = pattern.exec(words)
    return found !== null && isAsserted(words, found.index)
  })

/** Whether it tells of something that is over by now. */
export const isOld = ({ words }: Statement): boolean => NEWS_OF_OLD.test(words)
