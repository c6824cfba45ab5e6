import { z } from 'zod'
import {
  answered,
  anyOf,
  Day,
  Id,
  Instant,
  inOrder,
  ListQuery,
  pageOf,
  patchOf,
  prose,
  recordMembers,
  TimeZone,
  WebAddress,
} from '../../platform/schemas.ts'
import { ATTENTION } from '../clients/rules.ts'
import { AGENDA_RECORDS, MOST_ITEMS, SESSION_STATUSES } from './rules.ts'

const status = z.enum(SESSION_STATUSES)

export const CoachingSessionFields = z.strictObject({
  startsAt: Instant.describe('When it begins. RFC 3339; answers give it in UTC with milliseconds.'),
  durationMinutes: z.int().min(1).max(1_440).nullish().describe('How long it takes, in minutes.'),
  timeZone: TimeZone.nullish().describe('Where the time was agreed.'),
  meetingUrl: WebAddress.nullish().describe('Where to meet online.'),
  status: status
    .nullish()
    .describe('`scheduled` unless stated; `held` once it has begun, not before. More may come.'),
  notes: prose().nullish().describe('What you talked about. Both sides read and change it.'),
})
export const NewCoachingSession = CoachingSessionFields.meta({
  id: 'NewCoachingSession',
  description: 'A talk of a coach and a client.',
  examples: [
    {
      startsAt: '2026-06-12T15:00:00Z',
      durationMinutes: 45,
      timeZone: 'Europe/Berlin',
      meetingUrl: 'https://meet.example.com/robin',
    },
  ],
})
export const CoachingSessionPatch = patchOf(CoachingSessionFields).meta({
  id: 'CoachingSessionPatch',
  examples: [{ durationMinutes: 60, notes: 'Bring the case study.' }],
})

const AgendaItem = z
  .object({
    code: z
      .enum([...ATTENTION, ...AGENDA_RECORDS])
      .describe(
        'What may be worth a word, as in `attention` of a client; an assignment that is open; or a plan that is. More may come.',
      ),
    subject: z
      .object({
        applicationId: Id.optional(),
        interviewId: Id.optional(),
        questionId: Id.optional(),
        assignmentId: Id.optional(),
        planId: Id.optional(),
      })
      .nullable()
      .describe('The record that it is about; null where it is about the journal as a whole.'),
    text: z
      .string()
      .nullable()
      .describe('The words of an assignment, or what a plan says to do then; null for the rest.'),
    plan: z
      .object({
        if: z.string().describe('The moment to notice.'),
        then: z.string().describe('What to do in that moment.'),
      })
      .nullable()
      .describe('A plan as a whole; null for the rest.'),
  })
  .meta({ id: 'AgendaItem', description: 'Something to talk about.' })

export const CoachingSession = z
  .object({
    ...recordMembers,
    ...answered(CoachingSessionFields, 'status'),
    engagementId: Id.nullable().describe(
      'The engagement in which a coach made it; null where the client did, or where it came with a file.',
    ),
    agenda: z
      .array(AgendaItem)
      .max(MOST_ITEMS)
      .describe(
        'Drafted anew at each reading, of what whoever reads it may see. Empty once the session is held or cancelled.',
      ),
  })
  .meta({
    id: 'CoachingSession',
    description: 'A talk of a coach and a client, with what there is to talk about.',
  })

export const CoachingSessionQuery = ListQuery.extend({
  from: Day.optional().describe('On this day or later, in the time zone of the account.'),
  to: Day.optional().describe('On this day or earlier, in the time zone of the account.'),
  status: anyOf(SESSION_STATUSES).describe('Whether it took place.'),
}).refine(...inOrder('from', 'to'))
export const CoachingSessionPage = pageOf('CoachingSessionPage', CoachingSession)
