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

/** What a row says otherwise than the record that was made by hand: it is left as it is, and the answer tells. */
export const differences = (
  { application, interviews: { length: rounds } }: Recorded,
  { application: row, interviews, outcome }: Said,
): Difference[] => {
  const tooLong = (joinNotes(application.notes, row.notes)?.length ?? 0) > LONGEST_NOTES
  const recorded = { ...application, interviews: rounds || null }
  const said = {
    ...row,
    company: null,
    roleTitle: null,
    notes: tooLong ? row.notes : null,
    outcome: outcome?.kind,
    interviews: Math.max(interviews.length, rounds),
  }
  return saidOtherwise(recorded, said).map(([member, value]) => ({
    heading: null,
    code: 'recorded_otherwise',
    value: textOf(value),
    detail: `The application was recorded by hand with another \`${member}\`, which was left as it is.`,
  }))
}

type Interviews = Said['interviews']

/** An interview that a row moves, and that its owner has moved as well, or taken out. */
const interviewSince = (recorded: Recorded['interviews'], last: Interviews, now: Interviews) =>
  now.find((interview) => {
    const before = last.find(({ round }) => round === interview.round)
    const current = recorded.find(({ round }) => round === interview.round)
    const found = current ? withWhen(current) : {}
    return before && stoodBy(withWhen(before), withWhen(interview), found).length > 0
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
