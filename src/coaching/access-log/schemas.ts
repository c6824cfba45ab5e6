import { z } from 'zod'
import { AnsweredInstant, Day, Id, inOrder, ListQuery, pageOf } from '../../platform/schemas.ts'
import { Counterpart } from '../engagements/schemas.ts'

const AccessLogEntry = z
  .object({
    id: Id,
    at: AnsweredInstant.describe('When the coach asked for it.'),
    coach: Counterpart.nullable().describe('Null once the account was erased.'),
    engagementId: Id.describe('Under which engagement.'),
    operation: z.string().describe('The `operationId` of the contract.'),
    recordId: Id.nullable().describe(
      'The record that the path named; null for lists, figures, and what was made new.',
    ),
  })
  .meta({ id: 'AccessLogEntry', description: 'One thing that a coach read or wrote.' })

export const AccessLogQuery = ListQuery.extend({
  coachId: Id.optional().describe('The account of a coach.'),
  from: Day.optional().describe('On this day or later, in the time zone of the account.'),
  to: Day.optional().describe('On this day or earlier, in the time zone of the account.'),
}).refine(...inOrder('from', 'to'))
export const AccessLogPage = pageOf('AccessLogPage', AccessLogEntry)
