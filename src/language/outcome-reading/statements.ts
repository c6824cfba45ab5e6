import { hasMatch } from '../matches.ts'
import { isEnglish } from '../self-talk/english.ts'
import { sentencesOf } from '../self-talk/sentences.ts'
import { tokensOf } from '../self-talk/words.ts'
import { REFUSED } from './endings.ts'
import type { Message } from './messages.ts'
import { phrases } from './phrases.ts'

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
const CAUSE = phrases('^{CAUSE}')
const ANOTHER_CAUSE = phrases('but (?:rather )?(?:because|{CAUSE})')

/** What a mail states: sentences in English that are neither asked nor supposed, and no footers. */
export const statementsOf = ({ text, units }: Message): Statement[] =>
  sentencesOf(text).flatMap(({ text: sentence, start, end }) => {
    const words = tokensOf(sentence).join(' ').replace(ASIDE, '')
    const plain = words.replace(/^(?:[,;-] )+/, '')
    const states = !words.includes('?') && !SUPPOSED.test(plain) && !FOOTER.test(words)
    if (!states || !isEnglish(sentence)) return []
    return [{ words, start: units[start]?.start ?? 0, end: units[end - 1]?.end ?? 0 }]
  })

const holds = (patterns: readonly RegExp[], words: string): boolean =>
  patterns.some((pattern) => pattern.test(words))

/** Whether a phrase may be what a refusal rests on: "not going on due to a freeze", with no "but due to" behind it. */
const causes = (phrase: string, behind: string): boolean =>
  holds(CAUSE, phrase) && !holds(ANOTHER_CAUSE, behind)

const withoutRefusal = (part: string): string =>
  REFUSED.reduce((rest, refusal) => rest.replace(refusal, ''), part)

/** Whether a sentence says that this is so: not denied, not supposed, not quoted from others. */
const isAsserted = (words: string, { 0: phrase, index }: RegExpExecArray): boolean => {
  const before = words.slice(Math.max(0, index - REACH), index)
  const quotes = words.slice(0, index).split('"').length - 1
  const part = ` ${before.split(PART).at(-1) ?? ''}`
  const judged = causes(phrase, words.slice(index)) ? withoutRefusal(part) : part
  return quotes % 2 === 0 && !DOUBTED.test(judged)
}

/** Whether a statement asserts one of these phrases. */
export const asserts = ({ words }: Statement, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => hasMatch(pattern, words, (match) => isAsserted(words, match)))

/** Whether it tells of something that is over by now. */
export const isOld = ({ words }: Statement): boolean => NEWS_OF_OLD.test(words)
