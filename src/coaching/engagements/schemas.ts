import { z } from 'zod'
import {
  AnsweredInstant,
  anyOf,
  Day,
  distinct,
  Id,
  ListQuery,
  pageOf,
  patchOf,
  recordMembers,
} from '../../platform/schemas.ts'
import { CONSENTS } from '../../platform/scopes.ts'
import { INVITATION_DAYS } from '../invitations/rules.ts'
import { ROLES, STATUSES } from './rules.ts'

const Scopes = z
  .array(z.enum(CONSENTS))
  .min(1)
  .max(CONSENTS.length)
  .refine(...distinct('Must not name a scope twice'))
  .describe(
    'What the coach may do, as the client says. `journal:read`: applications with all that hangs on them, what you noted of contacts too; shared notes, pauses, pitches; never the `email` and `phone` of contacts. `reflections:read`: reflections and plans, never private ones. `study:read`: study items. `insights:read`: figures, over all records but private reflections. `notes:write`, `assignments:write`: write such records, and read those of their own. Any of them shows your display name, time zone and locale. More may come.',
  )
const endsOn = Day.describe(
  'The last day, in the time zone of the client. Until somebody ends it unless stated.',
)

export const EngagementTerms = z.strictObject({
  scopes: Scopes,
  endsOn: endsOn.nullish(),
  status: z.enum(['active', 'paused']).describe('While it is paused, the coach sees nothing.'),
})
export const EngagementPatch = patchOf(EngagementTerms).meta({
  id: 'EngagementPatch',
  description: 'For the client alone.',
  examples: [{ scopes: ['insights:read'] }],
})

export const Counterpart = z
  .object({
    accountId: Id.describe('Whose account it is.'),
    displayName: z.string().max(200).describe('The name that they chose.'),
  })
  .meta({ id: 'Counterpart', description: 'Somebody in an engagement, by the name that they chose.' })

const members = {
  ...recordMembers,
  role: z.enum(ROLES).describe('Your own part in it.'),
  status: z
    .enum(STATUSES)
    .describe('`expired`: nobody accepted in time, or its last day is over. More may come.'),
  scopes: Scopes,
  endsOn: z.iso
    .date()
    .nullable()
    .describe('The last day, in the time zone of the client; null while it is open.'),
  message: z.string().max(2_000).nullable().describe('What came with the invitation.'),
  invitedBy: z.enum(ROLES).describe('Who made the invitation.'),
  coach: Counterpart.nullable().describe('Null while nobody accepted, and once the account was erased.'),
  client: Counterpart.nullable().describe('Null while nobody accepted.'),
  invitationExpiresAt: AnsweredInstant.describe(`${INVITATION_DAYS} days after it was made.`),
  acceptedAt: AnsweredInstant.nullable().describe('When it began; null while nobody accepted.'),
  endedAt: AnsweredInstant.nullable().describe('Null until somebody ends it.'),
  endedBy: z.enum(ROLES).nullable().describe('Who ended it.'),
}
export const Engagement = z
  .object({
    ...members,
    scopes: z.array(z.enum(CONSENTS)).max(CONSENTS.length).describe('Empty until a client says it.'),
  })
  .meta({ id: 'Engagement', description: 'A coach and a client, from the invitation to the end.' })

export const EngagementQuery = ListQuery.extend({
  role: anyOf(ROLES).describe('Your own part in it.'),
  status: anyOf(STATUSES).describe('Where it stands.'),
})
export const EngagementPage = pageOf('EngagementPage', Engagement)
