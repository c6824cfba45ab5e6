import { LONGEST_NOTES } from '../../../journal/applications/rules.ts'
import type { ApplicationRow } from '../../../journal/applications/store.ts'
import type { InterviewRow } from '../../../journal/interviews/store.ts'
import type { OutcomeRow } from '../../../journal/outcomes/store.ts'
import { joinNotes, type LastReading, missingIn, movedOn } from '../rules.ts'
import type { OfferRow } from '../store.ts'

type InterviewFields = Omit<LastReading['interviews'][number], 'time' | 'utc'> &
  Pick<InterviewRow, 'startsAt' | 'timeZone'>

/** What a row says, its interviews as the journal takes them. */
export type Said = Omit<LastReading, 'interviews'> & { interviews: InterviewFields[] }

/** All that is on record of an application, as far as rows speak of it. */
export type Recorded = {
  application: ApplicationRow
  interviews: InterviewRow[]
  offer: OfferRow | undefined
  outcome: OutcomeRow | undefined
}

/** What a row does to an application that is there. */
export type Effects = {
  recorded: Recorded
  application: Partial<Said['application']>
  newInterviews: InterviewFields[]
  interviews: { before: InterviewRow; patch: Partial<InterviewFields> }[]
  offer: Said['offer']
  outcome: Said['outcome']
}

export const hasMembers = (value: object) => Object.keys(value).length > 0

export const doAnything = ({ application, newInterviews, interviews, offer, outcome }: Effects): boolean =>
  hasMembers(application) || newInterviews.length > 0 || interviews.length > 0 || Boolean(offer ?? outcome)

/** New where there was none, and otherwise what moved on beside all that its owner recorded there. */
const turned = <Fields extends object>(
  recorded: Fields | undefined,
  last: Fields | null,
  now: Fields | null,
) => {
  if (now === null || (recorded === undefined) !== (last === null)) return null
  if (recorded === undefined || last === null) return now
  const moved = movedOn(last as never, now as never, recorded as never)
  return hasMembers(moved) ? { ...recorded, ...(moved as Partial<Fields>) } : null
}

type When = Pick<InterviewFields, 'startsAt' | 'timeZone' | 'heldOn'>

export const withWhen = <Fields extends When>({ startsAt, timeZone, heldOn, ...rest }: Fields) => ({
  ...rest,
  when: { startsAt, timeZone, heldOn },
})

/** What moved on in an interview. When it is, is one fact: it moves as a whole, or stays as its owner has it. */
const movedInterview = (before: InterviewFields, now: InterviewFields, current: InterviewRow) => {
  const { when, ...rest } = movedOn(withWhen(before), withWhen(now), withWhen(current))
  return { ...rest, ...when }
}

/** Whether the ending of a row is not the one on record, which its owner recorded, or took back. */
export const endsOtherwise = (
  recorded: OutcomeRow | undefined,
  last: Said['outcome'],
  now: Said['outcome'],
) => now !== null && recorded?.kind !== last?.kind && recorded?.kind !== now.kind

/** Where the ending of a row does not count, what it would say of an interview does not count either. */
const withoutEnding = (interview: InterviewFields, before?: InterviewFields): InterviewFields =>
  interview.status === 'completed' && ['not_advanced', 'unknown'].includes(interview.result)
    ? { ...interview, result: before?.result ?? 'unknown' }
    : interview

const interviewEffects = (recorded: InterviewRow[], last: Said, now: Said, otherwise: boolean) => {
  const ofRound = (round: number) => ({
    before: last.interviews.find((interview) => interview.round === round),
    current: recorded.find((interview) => interview.round === round),
  })
  const met = now.interviews.map((interview) => {
    const { before, current } = ofRound(interview.round)
    return { interview: otherwise ? withoutEnding(interview, before) : interview, before, current }
  })
  return {
    newInterviews: met.flatMap(({ interview, before, current }) => (before || current ? [] : [interview])),
    interviews: met.flatMap(({ interview, before, current }) => {
      if (!before || !current) return []
      const patch = movedInterview(before, interview, current)
      return hasMembers(patch) ? [{ before: current, patch }] : []
    }),
  }
}

/** A row with its notes as they are on record: alone, or beneath or above those of other rows of its application. */
export const amongOthers = (notes: string | null, last: Said, now: Said, others: (string | null)[]) => {
  const more = others.reduce(joinNotes, null)
  const alone = (own: string | null) => own
  const beneath = (own: string | null) => joinNotes(more, own)
  const above = (own: string | null) => joinNotes(own, more)
  const joined = [alone, beneath, above].find((join) => join(last.application.notes) === notes)
  const fits = joined && (joined(now.application.notes)?.length ?? 0) <= LONGEST_NOTES
  const put = (said: Said): Said =>
    fits ? { ...said, application: { ...said.application, notes: joined(said.application.notes) } } : said
  return { last: put(last), now: put(now) }
}

/** What moved on in a row since the file before, but for what its owner has changed or taken out since. */
export const movesOf = (recorded: Recorded, last: Said, now: Said): Effects => {
  const corrected = recorded.outcome?.kind !== last.outcome?.kind
  return {
    recorded,
    application: movedOn(last.application, now.application, recorded.application),
    ...interviewEffects(
      recorded.interviews,
      last,
      now,
      endsOtherwise(recorded.outcome, last.outcome, now.outcome),
    ),
    offer: turned(recorded.offer, last.offer, now.offer),
    outcome: corrected ? null : turned(recorded.outcome, last.outcome, now.outcome),
  }
}

const OFFERED = ['offered', 'accepted']

/** What a row knows beyond an application that was recorded by hand; nothing that it says is changed. */
export const additionsTo = (recorded: Recorded, now: Said): Effects => {
  const { application, interviews, outcome } = recorded
  const notes = joinNotes(application.notes, now.application.notes)
  const more = notes !== application.notes && (notes?.length ?? 0) <= LONGEST_NOTES
  const otherwise = outcome !== undefined && endsOtherwise(outcome, null, now.outcome)
  const rounds = otherwise ? now.interviews.map((interview) => withoutEnding(interview)) : now.interviews
  return {
    recorded,
    application: { ...missingIn(application, now.application), ...(more && { notes }) },
    newInterviews: interviews.length === 0 ? rounds : [],
    interviews: [],
    offer: OFFERED.includes(application.stage) ? null : now.offer,
    outcome: outcome ? null : now.outcome,
  }
}
