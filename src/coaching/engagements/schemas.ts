import { z } from 'zod'
import {
  AnsweredInstant,
  Day,
  Id,
  ListQuery,
  line,
  pageOf,
  patchOf,
  prose,
  recordMembers,
} from '../../platform/schemas.ts'
import { CONSENTS } from '../../platform/scopes.ts'
import { INVITATION_DAYS, ROLES, STATUSES } from './rules.ts'

const Scopes = z
  .array(z.enum(CONSENTS))
  .min(1)
  .max(CONSENTS.length)
  .refine((scopes) => new Set(scopes).size === scopes.length, 'Must not name a scope twice')
  .describe(
    'What the coach may do, as the client says. `journal:read`: applications with all that hangs on them, what you noted of contacts too; shared notes, pauses, pitches; never the `email` and `phone` of contacts. `reflections:read`: reflections and plans, never private ones. `study:read`: study items. `insights:read`: figures, over all records but private reflections. `notes:write`, `assignments:write`: write such records. More may come.',
  )
const endsOn = Day.describe(
  'The last day, in the time zone of the client. Until somebody ends it unless stated.',
)

export const NewEngagement = z
  .strictObject({
    role: z.enum(ROLES).describe('Your own part in it.'),
    message: prose(2_000).nullish().describe('For whoever gets the invitation.'),
    scopes: Scopes.nullish().describe('What the coach may do; for clients alone, who have to say it.'),
    endsOn: endsOn.nullish().describe('The last day; for clients alone.'),
  })
  .meta({
    id: 'NewEngagement',
    description: 'An invitation, by a coach or by a client.',
    examples: [
      { role: 'client', scopes: ['journal:read', 'insights:read'], message: 'Shall we look at it together?' },
    ],
  })

export const NewAcceptance = z
  .strictObject({
    token: line(200).describe('The `invitationToken`.'),
    scopes: Scopes.nullish().describe('What the coach may do; for clients alone, who have to say it.'),
    endsOn: endsOn.nullish().describe('The last day; for clients alone.'),
  })
  .meta({
    id: 'NewAcceptance',
    examples: [{ token: 'Yq3vJ0bM2xT8rW5nK7pL9sD4fG6hZ1cV-aE_uIoQwRt', scopes: ['journal:read'] }],
  })

const Terms = z.strictObject({
  scopes: Scopes,
  endsOn: endsOn.nullish(),
  status: z.enum(['active', 'paused']).describe('While it is paused, the coach sees nothing.'),
})
export const EngagementPatch = patchOf(Terms).meta({
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
export const Invitation = Engagement.extend({
  invitationToken: z
    .string()
    .describe('Shown this once. Hand it to the other side; it is good for one acceptance.'),
}).meta({ id: 'Invitation', description: 'An engagement that waits for the other side.' })

export const EngagementQuery = ListQuery.extend({
  role: z.enum(ROLES).optional().describe('Your own part in it.'),
  status: z.enum(STATUSES).optional().describe('Where it stands.'),
})
export const EngagementPage = pageOf('EngagementPage', Engagement)
