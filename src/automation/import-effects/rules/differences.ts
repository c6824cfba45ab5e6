import { LONGEST_NOTES } from '../../../journal/applications/rules.ts'
import { isSame, joinNotes, saidOtherwise, stoodBy } from '../rules.ts'
import { endsOtherwise, type Recorded, type Said, withWhen } from './effects.ts'

type Difference = {
  heading: null
  code: 'changed_since' | 'recorded_otherwise'
  value: string | null
  detail: string
}

const textOf = (value: unknown) =>
  (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 100).toWellFormed()

type Interviews = Said['interviews']
type When = Pick<Interviews[number], 'startsAt' | 'heldOn'>

const DAY_MS = 86_400_000
const dayOf = (whenever: string) => Date.parse(whenever.slice(0, 10))

/** Whether two interviews can be one. A day may be the one before or after, where a time is in another zone. */
const mayBeOne = (a: When, b: When): boolean => {
  const [one, other] = [a.startsAt ?? a.heldOn, b.startsAt ?? b.heldOn]
  if (one === null || other === null) return true
  const alike = (a.startsAt === null) === (b.startsAt === null)
  return alike ? one === other : Math.abs(dayOf(one) - dayOf(other)) <= DAY_MS
}

/** When an interview of a row is, where none on record can be that one. */
const unmetIn = (recorded: Recorded['interviews'], said: Interviews): string | null => {
  const unmet = said.find((interview) => !recorded.some((each) => mayBeOne(each, interview)))
  return unmet?.startsAt ?? unmet?.heldOn ?? null
}

/** What a row says otherwise than the record that was made by hand: it is left as it is, and the answer tells. */
export const differences = (
  { application, interviews: recordedInterviews }: Recorded,
  { application: row, interviews, outcome }: Said,
): Difference[] => {
  const { length: rounds } = recordedInterviews
  const tooLong = (joinNotes(application.notes, row.notes)?.length ?? 0) > LONGEST_NOTES
  const recorded = { ...application, interviews: rounds || null }
  const said = {
    ...row,
    company: null,
    roleTitle: null,
    notes: tooLong ? row.notes : null,
    outcome: outcome?.kind,
    interviews: unmetIn(recordedInterviews, interviews) ?? Math.max(interviews.length, rounds),
  }
  return saidOtherwise(recorded, said).map(([member, value]) => ({
    heading: null,
    code: 'recorded_otherwise',
    value: textOf(value),
    detail: `The application was recorded by hand with another \`${member}\`, which was left as it is.`,
  }))
}

/** An interview that a row moves, and that its owner has moved as well, or taken out; or for whose round another stands. */
const interviewSince = (recorded: Recorded['interviews'], last: Interviews, now: Interviews) =>
  now.find((interview) => {
    const before = last.find(({ round }) => round === interview.round)
    const current = recorded.find(({ round }) => round === interview.round)
    if (!before) return current && unmetIn(recorded, [interview])
    return stoodBy(withWhen(before), withWhen(interview), current ? withWhen(current) : {}).length > 0
  })

const offerSince = ({ offer }: Recorded, last: Said['offer'], now: Said['offer']) =>
  now && stoodBy(last ?? {}, now, offer ?? {}).length > 0 ? now : null

const outcomeSince = ({ outcome }: Recorded, last: Said['outcome'], now: Said['outcome']) => {
  if (now === null || isSame(now, last)) return null
  const stands = endsOtherwise(outcome, last, now) || stoodBy(last ?? {}, now, outcome ?? {}).length > 0
  return stands ? now.kind : null
}

const ENDED =
  'The file before said how the application ended, and this one has it open. The `outcome` on record stays. Retract it where the application is open again.'

/** An ending that a later file does not tell of any more: what is on record is never taken back by a file. */
const endedBefore = ({ outcome }: Recorded, last: Said, now: Said): Difference[] => {
  if (!outcome || last.outcome === null || now.outcome !== null) return []
  return [{ heading: null, code: 'changed_since', value: outcome.kind, detail: ENDED }]
}

/** What a later file changes and an owner has changed as well: it is left as it is, and the answer tells. */
export const changesSince = (recorded: Recorded, last: Said, now: Said): Difference[] => {
  const { application } = now
  const members = stoodBy(last.application, application, recorded.application)
  const interview = interviewSince(recorded.interviews, last.interviews, now.interviews)
  const said: [string, unknown][] = [
    ...members.map((name): [string, unknown] => [name, application[name as keyof typeof application]]),
    ['interviews', interview && (interview.startsAt ?? interview.heldOn ?? interview.label)],
    ['offer', offerSince(recorded, last.offer, now.offer)],
    ['outcome', outcomeSince(recorded, last.outcome, now.outcome)],
  ]
  const others = said
    .filter(([member, value]) => members.includes(member) || value)
    .map(([member, value]) => ({
      heading: null,
      code: 'changed_since' as const,
      value: value === null ? null : textOf(value),
      detail: `The application has another \`${member}\` than the file before said, which was left as it is.`,
    }))
  return [...others, ...endedBefore(recorded, last, now)]
}
