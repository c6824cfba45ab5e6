import type { OutcomeKind } from '../../../journal/outcomes/rules.ts'
import type { ReasonCode } from '../../../journal/reasons/rules.ts'
import type { ProposedReason } from './readings.ts'
import { REASON_PHRASES, type ReasonGroup } from './reason-words.ts'

/** `stated` where the column holds the employer's words ("Feedback", "Rejection email"). */
export type Remembered = { text: string; stated: boolean }

const LONGEST = 4000

const NEGATED =
  /(?<![\p{L}])(?:no|not|never|isn.t|wasn.t|aren.t|weren.t|hasn.t|without|if|unless|whether|until|till|once|before|when|hope\w{0,5}|in case|as an?|i am an?|i.m an?|apply as|my own)(?: \w{1,12}){0,2} $/iu
const DOUBT =
  /\?|(?<![\p{L}])(?:i think|think|maybe|probably|perhaps|guess|guessing|seems?|seemed|likely|suspect|apparently|assume|assuming|possibly|might|feel|presumably|wonder)(?![\p{L}])/iu
const EMPLOYERS_VOICE =
  /(?<![\p{L}])(?:we|we.ve|we.re|our|your|you)(?![\p{L}])|(?<![\p{L}])(?:they|he|she|recruiter|hr|manager|employer|company|email|e-mail|mail|letter|rejection|feedback)(?: \w{1,12}){0,2} (?:said|says|saying|told|wrote|writes|informed|explained|mentioned|stated|states|stating|replied|called|emailed|confirmed|announced|let me know)(?![\p{L}])|(?:was|been|got) (?:told|informed)|according to/iu

const EMPLOYERS_NO: (OutcomeKind | null)[] = ['rejected', 'offer_rescinded']
const OWN_NO: (OutcomeKind | null)[] = ['withdrawn', 'offer_declined']

/** A reason is proposed where it can be one: a skill is never read into silence or into the person's own no. */
const fits = (group: ReasonGroup, outcome: OutcomeKind | null): boolean => {
  if (group === 'not_about_you') return outcome !== 'offer_accepted' && outcome !== 'offer_declined'
  return (group === 'own_choice' ? OWN_NO : EMPLOYERS_NO).includes(outcome)
}

/** What free notes say about why it ended. Proposed for the person to confirm, never recorded. */
export const proposeReasons = (remembered: Remembered[], outcome: OutcomeKind | null): ProposedReason[] => {
  const proposals = remembered.flatMap(({ text, stated }) =>
    reasonsIn(text).map(({ code, group, basis, sentence }) => ({
      code,
      group,
      basis,
      evidence: evidenceOf(sentence, stated),
    })),
  )
  const fitting = proposals.filter(({ group }) => fits(group, outcome))
  const first = new Map(fitting.toReversed().map((reason) => [reason.code, reason]))
  return fitting
    .filter((reason) => first.get(reason.code) === reason)
    .map(({ code, evidence, basis }) => ({ code, evidence, basis }))
}

export type ReasonFound = { code: ReasonCode; group: ReasonGroup; basis: string; sentence: string }

export const reasonsIn = (text: string): ReasonFound[] =>
  sentences(text.slice(0, LONGEST)).flatMap((sentence) => {
    const found = REASON_PHRASES.flatMap(({ code, group, pattern }): ReasonFound[] => {
      const match = pattern.exec(sentence)
      if (match === null || NEGATED.test(clauseBefore(sentence, match.index))) return []
      return [{ code, group, basis: match[0].trim(), sentence }]
    })
    // "Filled internally" says by whom; "filled" alone says less.
    const internally = found.some(({ code }) => code === 'internal_candidate')
    return found.filter(({ code }) => !internally || code !== 'filled_before_you')
  })

const sentences = (text: string): string[] =>
  text
    .replace(/[’‘`]/g, "'")
    .split(/(?<=[.!?;])\s|\n|->|→/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')

const clauseBefore = (sentence: string, index: number): string =>
  sentence
    .slice(Math.max(0, index - 40), index)
    .split(/[,:()–—]/)
    .at(-1) ?? ''

const evidenceOf = (sentence: string, stated: boolean): ProposedReason['evidence'] => {
  if (DOUBT.test(sentence)) return 'inferred'
  return stated || EMPLOYERS_VOICE.test(sentence) ? 'stated_by_employer' : 'inferred'
}
