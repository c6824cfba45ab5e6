import { joinNotes, saidOtherwise } from '../rules.ts'
import { LONGEST_NOTES, type Recorded, type Said } from './effects.ts'

type Difference = { heading: null; code: 'recorded_otherwise'; value: string; detail: string }

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
    value: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 100).toWellFormed(),
    detail: `The application was recorded by hand with another \`${member}\`, which was left as it is.`,
  }))
}
