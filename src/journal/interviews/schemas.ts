import { z } from 'zod'
import {
  answered,
  anyOf,
  Day,
  Id,
  Instant,
  inOrder,
  ListQuery,
  line,
  pageOf,
  patchOf,
  prose,
  recordMembers,
  TimeZone,
  updatedFrom,
  WebAddress,
} from '../../platform/schemas.ts'
import { INTERVIEW_FORMATS, INTERVIEW_KINDS, INTERVIEW_RESULTS, INTERVIEW_STATUSES } from './rules.ts'

const Interviewer = z.strictObject({
  name: line().describe('Who asked.'),
  title: line().nullish().describe('What they do there.'),
})

export const InterviewFields = z
  .strictObject({
    round: z
      .int()
      .min(1)
      .max(50)
      .nullish()
      .describe('Which round of this application. The next one unless stated.'),
    kind: z.enum(INTERVIEW_KINDS).nullish().describe('`other` unless stated. More may come.'),
    format: z.enum(INTERVIEW_FORMATS).nullish().describe('How one meets.'),
    label: line(100).nullish().describe('What the company calls this round.'),
    startsAt: Instant.nullish().describe('When it begins. Leave it out when only the day is known.'),
    heldOn: Day.nullish().describe('The day, when the time of day is not known.'),
    durationMinutes: z.int().min(1).max(2_880).nullish().describe('How long it takes, in minutes.'),
    timeZone: TimeZone.nullish().describe('Where the time was agreed.'),
    location: line(500).nullish().describe('Where to be.'),
    meetingUrl: WebAddress.nullish().describe('Where to meet online.'),
    interviewers: z.array(Interviewer).max(30).nullish().describe('Who asks.'),
    status: z
      .enum(INTERVIEW_STATUSES)
      .nullish()
      .describe(
        'Unless stated: `completed` when its day lies behind, else `scheduled`; without a day, `completed` once it advanced or did not. A `completed` interview has no day to come: moved to one, it is `scheduled`.',
      ),
    result: z
      .enum(INTERVIEW_RESULTS)
      .nullish()
      .describe(
        '`pending` unless stated. One that advanced or did not makes a `scheduled` interview that lies behind `completed`; no such interview has a day to come.',
      ),
    heardBackOn: Day.nullish().describe('When the company said how this round went; no day to come.'),
    pitchId: Id.nullish().describe('Which pitch you used, or want to use.'),
    notes: prose().nullish().describe('Whatever else is worth keeping.'),
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
  description:
    'Changes to an interview. Null clears a member, or brings back what the service says unless stated.',
  examples: [{ result: 'advanced', heardBackOn: '2026-03-20' }],
})

export const Interview = z
  .object({
    ...recordMembers,
    applicationId: Id.describe('The application that it is a round of.'),
    ...answered(InterviewFields, 'round', 'kind', 'interviewers', 'status', 'result'),
  })
  .meta({ id: 'Interview', description: 'One round of an application.' })

export const InterviewQuery = ListQuery.extend({
  from: Day.optional().describe('Held or to be held on this day or later, in the time zone of the account.'),
  to: Day.optional().describe('Held or to be held on this day or earlier, in the time zone of the account.'),
  status: anyOf(INTERVIEW_STATUSES).describe('Whether it took place.'),
  result: anyOf(INTERVIEW_RESULTS).describe('How it went on from there.'),
  updatedFrom: updatedFrom.describe('Recorded or changed at this instant or later.'),
}).refine(...inOrder('from', 'to'))
export const InterviewPage = pageOf('InterviewPage', Interview)
