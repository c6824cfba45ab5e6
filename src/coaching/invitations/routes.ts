import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Engagement } from '../engagements/schemas.ts'
import {
  Invitation,
  NewAcceptance,
  NewEngagement,
  NewInvitationLookup,
  WaitingInvitation,
} from './schemas.ts'
import { acceptInvitation, createInvitation, lookUpInvitation } from './service.ts'

const tag = 'Coaching'
const coach = 'never'

export const invitationRoutes = async (app: App) => {
  app.post(
    '/v1/engagements',
    operation({
      operationId: 'createEngagement',
      tag,
      scope: 'coaching:write',
      coach,
      summary: 'Invite a coach or a client',
      description:
        'Answers with a token for the other side, shown this once. A client says right away what the coach may do; of an invitation by a coach, the client says it on acceptance.',
      body: NewEngagement,
      answers: { 201: Invitation },
      problems: ['end_behind', 'invitation_limit_reached', 'not_the_client', 'scopes_missing'],
    }),
    async (request, reply) => {
      const invitation = await createInvitation(request.ctx, request.body)
      reply.code(201).header('location', `/v1/engagements/${invitation.id}`)
      return invitation
    },
  )

  app.post(
    '/v1/engagements/lookups',
    operation({
      operationId: 'lookUpInvitation',
      tag,
      scope: 'coaching:read',
      coach,
      summary: 'Look at an invitation',
      description:
        'Who invites, with which words and to what, by its token, as long as it waits. It stays good for one acceptance. Nothing is kept, so an `Idempotency-Key` is passed over.',
      body: NewInvitationLookup,
      keepsNothing: true,
      answers: { 200: WaitingInvitation },
    }),
    (request) => lookUpInvitation(request.ctx, request.body.token),
  )

  app.post(
    '/v1/engagements/acceptances',
    operation({
      operationId: 'acceptEngagement',
      tag,
      scope: 'coaching:write',
      coach,
      summary: 'Accept an invitation',
      description: 'By its token, once. It takes effect with the next request.',
      body: NewAcceptance,
      answers: { 201: Engagement },
      problems: [
        'end_behind',
        'engagement_exists',
        'engagement_with_oneself',
        'not_the_client',
        'scopes_missing',
      ],
    }),
    async (request, reply) => {
      const engagement = await acceptInvitation(request.ctx, request.body)
      reply.code(201).header('location', `/v1/engagements/${engagement.id}`)
      return engagement
    },
  )
}
