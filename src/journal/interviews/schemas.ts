import { z } from 'zod'
import {
  AnsweredInstant,
  Day,
  Id,
  Instant,
  ListQuery,
  line,
  pageOf,
  patchOf,
  prose,
  recordMembers,
  TimeZone,
  WebAddress,
} from '../../platform/schemas.ts'
import { INTERVIEW_FORMATS, INTERVIEW_KINDS, INTERVIEW_RESULTS, INTERVIEW_STATUSES } from './rules.ts'

const Interviewer = z.strictObject({ name: line(), title: line().nullish() })

export const InterviewFields = z
  .strictObject({
    round: z
      .int()
      .min(1)
      .max(50)
      .nullish()
      .describe('Which round of this application. The next one unless stated.'),
    kind: z.enum(INTERVIEW_KINDS).nullish().describe('`other` unless stated. More may come.'),
    format: z.enum(INTERVIEW_FORMATS).nullish(),
    label: line(100).nullish().describe('What the company calls this round.'),
    startsAt: Instant.nullish().describe('When it begins. Leave it out when only the day is known.'),
    heldOn: Day.nullish().describe('The day, when the time of day is not known.'),
    durationMinutes: z.int().min(1).max(2_880).nullish(),
    timeZone: TimeZone.nullish().describe('Where the time was agreed.'),
    location: line(500).nullish(),
    meetingUrl: WebAddress.nullish(),
    interviewers: z.array(Interviewer).max(30).nullish(),
    status: z
      .enum(INTERVIEW_STATUSES)
      .nullish()
      .describe(
        'Unless stated: `completed` when its day lies behind, else `scheduled`; without a day, `completed` once it advanced or did not.',
      ),
    result: z.enum(INTERVIEW_RESULTS).nullish().describe('`pending` unless stated.'),
    heardBackOn: Day.nullish().describe('When the company said how this round went.'),
    pitchId: Id.nullish().describe('Which pitch you used, or want to use.'),
    notes: prose().nullish(),
  })
  .refine(({ startsAt, heldOn }) => !(startsAt && heldOn), {
    path: ['heldOn'],
    error: 'Give the day only when startsAt is not given',
  })

const example = {
  kind: 'technical',
  format: 'video',
  startsAt: '2026-03-17T13:00:00Z',
  timeZone: 'Europe/Berlin',
}

export const NewInterview = InterviewFields.meta({
  id: 'NewInterview',
  description: 'One round. Getting it is a win.',
  examples: [example],
})
export const InterviewPatch = patchOf(InterviewFields).meta({
  id: 'InterviewPatch',
  examples: [{ result: 'advanced', heardBackOn: '2026-03-20' }],
})

export const Interview = z
  .object({
    ...recordMembers,
    applicationId: Id,
    round: z.int().min(1),
    kind: z.enum(INTERVIEW_KINDS).describe('More may come.'),
    format: z.enum(INTERVIEW_FORMATS).nullable(),
    label: z.string().nullable(),
    startsAt: AnsweredInstant.nullable(),
    heldOn: z.iso.date().nullable(),
    durationMinutes: z.int().nullable(),
    timeZone: z.string().nullable(),
    location: z.string().nullable(),
    meetingUrl: z.string().nullable(),
    interviewers: z.array(z.object({ name: z.string(), title: z.string().nullish() })),
    status: z.enum(INTERVIEW_STATUSES),
    result: z.enum(INTERVIEW_RESULTS),
    heardBackOn: z.iso.date().nullable(),
    pitchId: Id.nullable(),
    notes: z.string().nullable(),
  })
  .meta({ id: 'Interview', description: 'One round of an application.' })

export const InterviewQuery = ListQuery.extend({
  from: Day.optional().describe('Held or to be held on this day or later (UTC).'),
  to: Day.optional().describe('Held or to be held on this day or earlier (UTC).'),
  status: z.enum(INTERVIEW_STATUSES).optional(),
  result: z.enum(INTERVIEW_RESULTS).optional(),
})
export const InterviewPage = pageOf('InterviewPage', Interview)
