import type { ImportField } from './types.ts'

/** What each field means, for the contract. */
export const FIELD_MEANINGS: Record<ImportField, string> = {
  company: 'Who would employ.',
  roleTitle: 'What the role is called.',
  rolePart:
    'A part of the name of the role, such as a discipline; several are joined where no column is the `roleTitle`.',
  url: 'Where the opening is described; http or https.',
  location: 'Where the work is.',
  workMode: 'On site, hybrid or remote; or yes and no under a heading such as “Remote?”.',
  employmentType: 'Full-time, part-time, contract and the like.',
  source: 'Where the opening was found.',
  sourceChannel: 'What kind of place that is, where a column of its own names it: a `channel` of `source`.',
  salary: 'Pay: one amount or one range.',
  salaryMinimum: 'The lower bound of pay.',
  salaryMaximum: 'The upper bound of pay.',
  salaryCurrency: 'The currency of the pay, where a column of its own names it.',
  salaryPeriod: 'What the pay is paid for: hour, day, month or year.',
  resumeVersion: 'Which résumé was sent.',
  description: 'The opening in its own words.',
  tags: 'Words of one’s own to find it by: a JSON list, or with commas, semicolons or bars between them.',
  contacts:
    'Whom one knows there, one a line, such as “Ada Holm (Recruiter) · ada@holm.example · +47 555 01”; what follows is a note.',
  reference: 'A number that tells openings apart. Kept in the notes.',
  applicationId: 'The id that this service gave to the application; one of your own is left as it is.',
  appliedOn: 'The day of application, or yes.',
  savedOn: 'The day it was put on a list. Kept in the notes.',
  postedOn: 'The day the opening was published. Kept in the notes.',
  respondedOn: 'The day of the first answer, or yes.',
  interviewOn:
    'The day of an interview, how many there were, or how it went. Several columns are several rounds.',
  interviewObtained: 'Whether there was an interview: yes or no.',
  offerOn: 'The day of an offer, or yes.',
  decidedOn: 'The day of the decision.',
  stateOn: 'The day since which the `state` holds.',
  acceptedOn: 'The day the offer was accepted, or yes.',
  rejectedOn: 'The day of the rejection, or yes.',
  withdrawnOn: 'The day of one’s own no, or yes.',
  ghosted: 'Whether no answer ever came: yes or no.',
  state: 'How it stands in words, such as “Applied”, “Interview”, “Rejected”; “no” is a rejection.',
  stageHistory:
    'The stages it went through with the day of each, such as “Applied (2026-03-02) → Interview (2026-03-17)”.',
  timeline:
    'What happened on which day, one line each, such as “2026-03-17: Technical interview (2026-03-17T09:30:00Z)”.',
  feedback: 'What the employer said, or why it ended. Kept in the notes; reasons are proposed from it.',
  notes: 'One’s own notes.',
  other: 'Anything else. Kept in the notes under its heading.',
  derived: 'What the sheet computes, such as days since. Kept in the notes.',
}
