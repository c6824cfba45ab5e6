import { z } from 'zod'
import { AnsweredInstant, Id, pageOf } from '../../platform/schemas.ts'
import { INTERVIEW_KINDS, INTERVIEW_RESULTS, INTERVIEW_STATUSES } from '../interviews/rules.ts'
import { ATTRIBUTIONS, OUTCOME_KINDS } from '../outcomes/rules.ts'
import { TIMELINE_KINDS } from './rules.ts'

const TimelineInterview = z.object({
  id: Id,
  round: z.int().min(1).describe('Which round of the application it was, from 1 on.'),
  kind: z.enum(INTERVIEW_KINDS).describe('What kind of round. More may come.'),
  label: z
    .string()
    .nullable()
    .describe('What the company calls the round; null where that is not on record.'),
  status: z.enum(INTERVIEW_STATUSES).describe('Whether it took place.'),
  result: z.enum(INTERVIEW_RESULTS).describe('How it went on from there.'),
})

const TimelineOutcome = z.object({
  kind: z.enum(OUTCOME_KINDS).describe('How it ended. More may come.'),
  decidedOn: z.iso.date().nullable().describe('When it was decided; null where that is not known.'),
  learnedOn: z.iso.date().nullable().describe('When you learned of it; null where you did not say.'),
  attribution: z
    .enum(ATTRIBUTIONS)
    .nullable()
    .describe('What kind of cause the reasons spoke for. Null where it was your own decision.'),
  reasons: z
    .array(
      z.object({
        code: z.string().describe('From the catalogue, or `own_...` for a reason of your own.'),
        evidence: z.string().describe('How you knew.'),
      }),
    )
    .describe('Why it ended, as far as you knew.'),
})

const TimelineEntry = z
  .object({
    id: Id.describe('Stays the same as long as the record does.'),
    kind: z.enum(TIMELINE_KINDS).describe('What happened. More may come.'),
    applicationId: Id.describe('The application that it happened with.'),
    on: z.iso
      .date()
      .nullable()
      .describe('The day, in the time zone of the account; null where the record does not say.'),
    at: AnsweredInstant.nullable().describe('The instant, where more than the day is known.'),
    interview: TimelineInterview.nullable().describe('Of `interview` and `heard_back`.'),
    outcome: TimelineOutcome.nullable().describe('Of `ended`, and as it stood at each change of the record.'),
  })
  .meta({ id: 'TimelineEntry', description: 'One thing that happened with an application.' })

export const TimelinePage = pageOf('TimelinePage', TimelineEntry)
