import { z } from 'zod'
import {
  AnsweredInstant,
  answered,
  anyOf,
  Day,
  Id,
  ListQuery,
  pageOf,
  patchOf,
  prose,
  recordMembers,
  saidAs,
} from '../../platform/schemas.ts'
import { ROLES } from '../engagements/rules.ts'
import { ASSIGNMENT_STATUSES } from './rules.ts'

const Subject = z
  .union([
    z.strictObject({ applicationId: Id }),
    z.strictObject({ interviewId: Id }),
    z.strictObject({ questionId: Id }),
  ])
  .meta({
    id: 'AssignmentSubject',
    description: 'What it is about: one application, one interview or one question.',
  })

export const AssignmentFields = z.strictObject({
  text: prose(2_000).describe('What there is to do.'),
  dueOn: Day.nullish().describe('By when, in the time zone of the client.'),
})
export const NewAssignment = z
  .strictObject({
    subject: Subject.nullish().describe(
      'Leave it out where it is about no record. A coach needs the consent `journal:read` to name one.',
    ),
    ...AssignmentFields.shape,
  })
  .meta({
    id: 'NewAssignment',
    description: 'Something to do before you talk again.',
    examples: [{ text: 'Write down three things that went well in the last round.', dueOn: '2026-06-12' }],
  })
export const AssignmentPatch = patchOf(AssignmentFields).meta({
  id: 'AssignmentPatch',
  examples: [{ dueOn: '2026-06-19' }],
})

const status = z
  .enum(ASSIGNMENT_STATUSES)
  .describe('`open`; `done`, as one of the two sides says; or `withdrawn`. More may come.')

export const Assignment = z
  .object({
    ...recordMembers,
    ...answered(AssignmentFields),
    subject: z
      .object({ applicationId: Id.optional(), interviewId: Id.optional(), questionId: Id.optional() })
      .nullable()
      .describe('One of the three, or null where it is about no record.'),
    status,
    madeBy: z.enum(ROLES).describe('Whose idea it was.'),
    engagementId: Id.nullable().describe(
      'The engagement in which a coach made it; null where the client did, or where it came with a file.',
    ),
    sessionId: Id.nullable().describe('The coaching session in which it was agreed on.'),
    completedBy: z.enum(ROLES).nullable().describe('Who said that it is done.'),
    completedAt: AnsweredInstant.nullable().describe('When it was said to be done.'),
  })
  .meta({ id: 'Assignment', description: 'Something to do that a coach and a client agreed on.' })

export const AssignmentQuery = ListQuery.extend({
  status: saidAs(anyOf(ASSIGNMENT_STATUSES), status),
  madeBy: anyOf(ROLES).describe('Whose idea it was.'),
  engagementId: Id.optional().describe('Made in this engagement.'),
  sessionId: Id.optional().describe('Agreed on in this coaching session.'),
})
export const AssignmentPage = pageOf('AssignmentPage', Assignment)
