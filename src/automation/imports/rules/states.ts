import type { InterviewStatus } from '../../../journal/interviews/rules.ts'
import { type Ending, FILLER, PHRASES, type Phrase, type Reached } from './state-words.ts'
import { fold, foldWords } from './text.ts'

export type StateReading = {
  reached: Reached | null
  ending: Ending | null
  doorOpen: true | null
  interview: { status: InterviewStatus; words: string } | null
  /** The members hold all that the words say. */
  whole: boolean
  /** The words name states that cannot both hold. */
  several: boolean
  /** The candidate's no in words that an employer's no may have as well: `declined`. */
  eithersNo: boolean
}

const LONGEST = 300

/** How far an application may have got, the least first. */
export const DEPTH: Reached[] = ['saved', 'applied', 'interviewing', 'offered']

/** Silence yields to a refusal in the same words, a refusal to the end of the role, both to the candidate's own word. */
const WEIGHT: Ending[] = [
  'no_response',
  'rejected',
  'role_closed',
  'own_no',
  'offer_rescinded',
  'offer_accepted',
]

/** Reads both axes of a status, how far and how ended: `Inter + Rejec`, `Interviewing - Hiring freeze`. */
export const readState = (text: string): StateReading | null => readPhrases(text, PHRASES)

/** What is a state only where a cell holds nothing else, in a column of states. Read after all phrases. */
const IN_A_COLUMN: Phrase[] = [
  { pattern: /^(?:no|nope|nein|non|nao|否)$/u, ending: 'rejected' },
  {
    pattern:
      /(?<!\p{L})(?:(?:sie|firma|unternehmen|arbeitgeber|mir|uns|hat|haben|wurde|leider) )*abgesagt(?: worden)?(?!\p{L})/u,
    ending: 'rejected',
  },
]

/** As `readState`, of a cell in a column of states: a bare `no` is the employer's. */
export const readStateCell = (text: string): StateReading | null =>
  readPhrases(text, [...PHRASES, ...IN_A_COLUMN])

const readPhrases = (text: string, phrases: Phrase[]): StateReading | null => {
  if (text.length > LONGEST) return null
  const { words, doubted, unsure } = withoutDoubt(text)
  const { found, rest } = findPhrases(words, phrases)
  if (found.length === 0) return null
  const said = found.map(({ phrase }) => phrase)
  const endings = said.flatMap((phrase) => phrase.ending ?? [])
  const reached = said.map((phrase) => phrase.reached ?? null).reduce(deeper)
  const ending = endings.reduce<Ending | null>(heavier, null)
  const round = found.find(({ phrase }) => phrase.interview !== undefined)
  const status = round?.phrase.interview
  const several =
    doubted ||
    said.some((phrase) => phrase.several) ||
    new Set(endings).size > 1 ||
    (reached === 'offered' && EMPLOYERS_NO.includes(ending))
  const more = unsure || said.some((phrase) => phrase.more) || !onlyFiller(rest)
  if (unsure && reached === 'offered') return null
  return {
    reached,
    ending,
    doorOpen: said.some((phrase) => phrase.doorOpen) || null,
    interview: round === undefined || status === undefined ? null : { status, words: round.words },
    whole: !several && !more && (status ?? 'completed') === 'completed',
    several,
    eithersNo: EITHERS_NO.test(words),
  }
}

type Found = { phrase: Phrase; words: string }

const findPhrases = (words: string, phrases: Phrase[]): { found: Found[]; rest: string } => {
  const found: Found[] = []
  let rest = words
  for (const phrase of phrases) {
    const match = phrase.pattern.exec(rest)
    if (match === null) continue
    found.push({ phrase, words: match[0] })
    rest = rest.replace(match[0], ' | ').replace(/ +/g, ' ').trim()
  }
  return { found, rest }
}

const EMPLOYERS_NO: (Ending | null)[] = ['rejected', 'no_response']

const EITHERS_NO = /^(?:declin\p{L}{0,6}|turn(?:ed|ing)? down|turndown)$/u

const SEPARATOR = /([|;,\n()]|(?<!\d)\/|\/(?!\d)|\s[-–—]\s)/

/**
 * What stands beside a slash is an alternative; of several parts, those that end in a question mark are no statement.
 * `unsure` is a text that is a question as a whole.
 */
const withoutDoubt = (text: string): { words: string; doubted: boolean; unsure: boolean } => {
  const parts = text.split(SEPARATOR)
  const isDoubt = (part: string) => /\?\s*$/.test(part)
  const sure = parts.filter((part, at) => at % 2 === 0 && !isDoubt(part) && fold(part) !== '')
  const asked = parts.some(isDoubt)
  const doubted = asked && sure.length > 0
  const words = parts.map((part, at) => {
    if (at % 2 === 1) return /[|;/]/.test(part) ? '|' : ''
    return doubted && isDoubt(part) ? '' : foldWords(part)
  })
  return { words: words.filter((word) => word !== '').join(' '), doubted, unsure: asked && !doubted }
}

/** Two cells of one row, say `Stage` and `Outcome`, as one reading. */
export const joinStates = (one: StateReading | null, other: StateReading | null): StateReading | null => {
  if (one === null || other === null) return one ?? other
  return {
    reached: deeper(one.reached, other.reached),
    ending: heavier(one.ending, other.ending),
    doorOpen: one.doorOpen ?? other.doorOpen,
    interview: one.interview ?? other.interview,
    whole: one.whole && other.whole,
    several: one.several || other.several,
    eithersNo: one.eithersNo || other.eithersNo,
  }
}

const deeper = (one: Reached | null, other: Reached | null) => higher(DEPTH, one, other)

const heavier = (one: Ending | null, other: Ending | null) => higher(WEIGHT, one, other)

const higher = <Value>(scale: Value[], one: Value | null, other: Value | null): Value | null => {
  if (one === null || other === null) return one ?? other
  return scale.indexOf(one) >= scale.indexOf(other) ? one : other
}

const onlyFiller = (rest: string): boolean =>
  rest.split(' ').every((word) => word === '' || word === '|' || FILLER.test(word))

/** Words that say that it ended, or was put out of sight, and not how. */
export const isEnd = (text: string): boolean =>
  /^(?:closed|ended|archived?)$/.test(fold(text.slice(0, LONGEST)))
