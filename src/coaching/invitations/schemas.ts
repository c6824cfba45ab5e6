import { z } from 'zod'
import { line, prose } from '../../platform/schemas.ts'
import { ROLES } from '../engagements/rules.ts'
import { Engagement, EngagementTerms } from '../engagements/schemas.ts'
import { MOST_INVITATIONS } from './rules.ts'

const terms = {
  scopes: EngagementTerms.shape.scopes
    .nullish()
    .describe('What the coach may do; for clients alone, who have to say it.'),
  endsOn: EngagementTerms.shape.endsOn.describe('The last day; for clients alone.'),
}
const token = line(200).describe('The `invitationToken`.')
const aToken = 'Yq3vJ0bM2xT8rW5nK7pL9sD4fG6hZ1cV-aE_uIoQwRt'

export const NewEngagement = z
  .strictObject({
    role: z.enum(ROLES).describe('Your own part in it.'),
    message: prose(2_000).nullish().describe('For whoever gets the invitation.'),
    ...terms,
  })
  .meta({
    id: 'NewEngagement',
    description: `An invitation, by a coach or by a client. Of one account, up to ${MOST_INVITATIONS} wait at a time.`,
    examples: [
      { role: 'client', scopes: ['journal:read', 'insights:read'], message: 'Shall we look at it together?' },
    ],
  })

export const NewAcceptance = z
  .strictObject({ token, ...terms })
  .meta({ id: 'NewAcceptance', examples: [{ token: aToken, scopes: ['journal:read'] }] })

export const NewInvitationLookup = z
  .strictObject({ token })
  .meta({ id: 'NewInvitationLookup', examples: [{ token: aToken }] })

export const Invitation = Engagement.extend({
  invitationToken: z
    .string()
    .describe('Shown this once. Hand it to the other side; it is good for one acceptance.'),
}).meta({ id: 'Invitation', description: 'An engagement that waits for the other side.' })

export const WaitingInvitation = Engagement.pick({
  invitedBy: true,
  coach: true,
  client: true,
  message: true,
  scopes: true,
  endsOn: true,
  invitationExpiresAt: true,
}).meta({
  id: 'WaitingInvitation',
  description: 'An invitation as it is seen before it is accepted: who invites, and to what.',
})
