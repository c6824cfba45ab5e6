import { z } from 'zod'
import { AnsweredInstant, Id, pageOf } from '../../platform/schemas.ts'
import { INTERVIEW_KINDS, INTERVIEW_RESULTS, INTERVIEW_STATUSES } from '../interviews/rules.ts'
import { ATTRIBUTIONS, OUTCOME_KINDS } from '../outcomes/rules.ts'
import { TIMELINE_KINDS } from './rules.ts'

const TimelineInterview = z.object({
  id: Id,
  round: z.int().min(1),
  kind: z.enum(INTERVIEW_KINDS),
  label: z.string().nullable(),
  status: z.enum(INTERVIEW_STATUSES),
  result: z.enum(INTERVIEW_RESULTS),
})

const TimelineOutcome = z.object({
  kind: z.enum(OUTCOME_KINDS),
  decidedOn: z.iso.date().nullable(),
  learnedOn: z.iso.date().nullable(),
  attribution: z.enum(ATTRIBUTIONS).nullable(),
  reasons: z.array(z.object({ code: z.string(), evidence: z.string() })),
})

const TimelineEntry = z
  .object({
    id: Id.describe('Stays the same as long as the record does.'),
    kind: z.enum(TIMELINE_KINDS).describe('What happened. More may come.'),
    applicationId: Id,
    on: z.iso.date().nullable().describe('The day (UTC); null where the record does not say.'),
    at: AnsweredInstant.nullable().describe('The instant, where more than the day is known.'),
    interview: TimelineInterview.nullable().describe('Of `interview` and `heard_back`.'),
    outcome: TimelineOutcome.nullable().describe('Of `ended`, and as it stood at each change of the record.'),
  })
  .meta({ id: 'TimelineEntry', description: 'One thing that happened with an application.' })

export const TimelinePage = pageOf('TimelinePage', TimelineEntry)
