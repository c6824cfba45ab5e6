import { isEnglish } from '../self-talk/english.ts'
import type { ReasonTextCode } from '../texts/reasons-en.ts'
import { CANDIDATE_REASONS } from './candidate-reasons.ts'
import { CLOSED, EMPLOYER_REASONS, type Reach, type ReasonRule } from './employer-reasons.ts'
import {
  DOOR_OPEN,
  GOES_ON,
  INVITED,
  OFFER_DECLINED,
  OFFER_RESCINDED,
  REFUSED,
  ROLE_CLOSED,
  WITHDRAWN,
} from './endings.ts'
import { messagesOf } from './messages.ts'
import { phrases } from './phrases.ts'
import { asserts, isOld, type Statement, statementsOf } from './statements.ts'
import type { EndingKind, OutcomeReading } from './types.ts'

type Found = { code: ReasonTextCode; statements: Statement[] }
type MessageReading = { kind: EndingKind; ending: Statement[]; reasons: Found[]; doorOpen: true | null }

const RULES: readonly ReasonRule[] = [...EMPLOYER_REASONS, ...CANDIDATE_REASONS]
const CLOSES: readonly ReasonTextCode[] = CLOSED

/** Reasons that end it by themselves, without a word of refusal. */
const ENDS: readonly ReasonTextCode[] = [...CLOSED, 'filled_before_you', 'internal_candidate']

/** The sentence takes up the one before it as its cause. */
const TAKES_UP =
  /^(?:(?:and|so) )?(?:because of (?:this|that)|as a (?:consequence|result)|therefore|for (?:this|that) reason|consequently|this means|that means|hence|so|we are therefore)(?: |$)/
const NAMES_THE_DECISION = phrases('(?:this|the|our) (?:decision|is|was|reason|change)~3')

const MET = phrases(
  '(?:meet|meeting|met|interviewing|speaking|talking|chatting|spoke|talked) (?:with |to )?(?:you|us|me|the team|our team)',
  '(?:your|our)~2 (?:interviews?|conversations?|chat|talk)',
  'time to (?:meet|speak|talk|interview|chat)',
)

/** What says more takes the place of what says less. */
const SAYS_MORE: Partial<Record<ReasonTextCode, readonly ReasonTextCode[]>> = {
  filled_before_you: [
    'internal_candidate',
    'predetermined_candidate',
    'personal_connection_hired',
    'another_candidate_preferred',
  ],
  another_candidate_preferred: ['internal_candidate', 'predetermined_candidate', 'personal_connection_hired'],
  budget_cut: ['compensation_mismatch'],
}

const isEnding = (statement: Statement): boolean =>
  asserts(statement, REFUSED) ||
  asserts(statement, ROLE_CLOSED) ||
  asserts(statement, OFFER_RESCINDED) ||
  RULES.some(({ code, patterns }) => ENDS.includes(code) && asserts(statement, patterns))

/** Whether the ending stands close enough to this statement to be its effect. */
const reaches = (
  reach: Reach,
  at: number,
  statements: readonly Statement[],
  endings: ReadonlySet<Statement>,
) => {
  const [before, here, after] = [-1, 0, 1].map((step) => statements[at + step])
  const ends = (statement: Statement | undefined) => statement !== undefined && endings.has(statement)
  if (reach === 'mail' || ends(here)) return true
  if (reach === 'beside') return ends(before) || ends(after)
  const named = here !== undefined && asserts(here, NAMES_THE_DECISION)
  return (named && ends(before)) || (ends(after) && TAKES_UP.test(after?.words ?? ''))
}

const reasonsIn = (statements: readonly Statement[], endings: ReadonlySet<Statement>): Found[] => {
  const found = new Map<ReasonTextCode, Statement[]>()
  for (const [at, statement] of statements.entries()) {
    if (isOld(statement)) continue
    for (const { code, reach, patterns } of RULES) {
      if (!asserts(statement, patterns) || !reaches(reach, at, statements, endings)) continue
      const known = found.get(code) ?? []
      if (!known.includes(statement)) found.set(code, [...known, statement])
    }
  }
  return [...found].map(([code, on]) => ({ code, statements: on }))
}

/** After an interview, "filled" says that somebody else was chosen, unless it came before that. */
const afterMeeting = (reasons: readonly Found[], statements: readonly Statement[]): Found[] => {
  if (!statements.some((statement) => asserts(statement, MET))) return [...reasons]
  return reasons.map((reason) =>
    reason.code === 'filled_before_you' &&
    !reason.statements.some(({ words }) => /\b(?:already|before|by the time)\b/.test(words))
      ? { ...reason, code: 'another_candidate_preferred' }
      : reason,
  )
}

const withoutLesser = (reasons: readonly Found[]): Found[] => {
  const codes = new Set(reasons.map(({ code }) => code))
  return reasons.filter(({ code }) => !SAYS_MORE[code]?.some((more) => codes.has(more)))
}

const kindOf = (
  statements: readonly Statement[],
  reasons: readonly Found[],
  endings: ReadonlySet<Statement>,
): EndingKind | null => {
  const says = (patterns: readonly RegExp[]) => statements.some((statement) => asserts(statement, patterns))
  if (says(OFFER_DECLINED)) return 'offer_declined'
  if (says(WITHDRAWN)) return 'withdrawn'
  if (says(OFFER_RESCINDED)) return 'offer_rescinded'
  const refused = says(REFUSED)
  if (!refused && says(INVITED)) return null
  const closed = says(ROLE_CLOSED) || reasons.some(({ code }) => CLOSES.includes(code))
  if (closed && !refused && says(GOES_ON)) return null
  if (closed) return 'role_closed'
  return endings.size > 0 ? 'rejected' : null
}

const readMessage = (statements: readonly Statement[]): MessageReading | undefined => {
  const own = statements.filter((it) => asserts(it, WITHDRAWN) || asserts(it, OFFER_DECLINED))
  const endings = new Set(statements.filter(isEnding))
  const reasons = withoutLesser(afterMeeting(reasonsIn(statements, endings), statements))
  const kind = kindOf(statements, reasons, endings)
  if (kind === null) return undefined
  if (own.length > 0) return { kind, ending: own, reasons: [], doorOpen: null }
  const doorOpen = statements.some((statement) => asserts(statement, DOOR_OPEN)) || null
  return { kind, ending: [...endings], reasons, doorOpen }
}

/**
 * What a mail of an employer says about an ending: its kind, the reasons that it states, and the sentences these rest on.
 * English only, and precise rather than complete: a form letter that names no reason gets none. A pure function of the text.
 */
export const readOutcome = (text: string): OutcomeReading => {
  const nothing = { kind: null, spans: [], reasons: [], doorOpen: null }
  const messages = messagesOf(text)
  if (!isEnglish(messages.map((message) => message.text).join('\n'))) return { language: 'other', ...nothing }
  for (const message of messages) {
    const read = readMessage(statementsOf(message))
    if (!read) continue
    const quoted = (statements: readonly Statement[]) =>
      statements.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
    const reasons = read.reasons.map(({ code, statements }) => ({ code, spans: quoted(statements) }))
    return { language: 'en', kind: read.kind, spans: quoted(read.ending), reasons, doorOpen: read.doorOpen }
  }
  return { language: 'en', ...nothing }
}
