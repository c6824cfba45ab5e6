import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { IdParams as params } from '../../platform/schemas.ts'
import { Engagement, EngagementPage, EngagementPatch, EngagementQuery } from './schemas.ts'
import { endEngagement, getEngagement, listEngagements, updateEngagement } from './service.ts'

const tag = 'Coaching'
const coach = 'never'

export const engagementRoutes = async (app: App) => {
  app.get(
    '/v1/engagements',
    operation({
      operationId: 'listEngagements',
      tag,
      scope: 'coaching:read',
      coach,
      summary: 'List engagements',
      description: 'On either side, those that ended too. Newest first.',
      query: EngagementQuery,
      answers: { 200: EngagementPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listEngagements(request.ctx, request.query),
  )

  app.get(
    '/v1/engagements/:id',
    operation({
      operationId: 'getEngagement',
      tag,
      scope: 'coaching:read',
      coach,
      summary: 'Read an engagement',
      description: 'For either side.',
      params,
      answers: { 200: Engagement },
    }),
    (request) => getEngagement(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/engagements/:id',
    operation({
      operationId: 'updateEngagement',
      tag,
      scope: 'coaching:write',
      coach,
      summary: 'Change what a coach may do',
      description:
        'A JSON Merge Patch, by the client alone. It takes effect with the next request: narrow it, set its last day, pause it, go on.',
      params,
      body: EngagementPatch,
      answers: { 200: Engagement },
      problems: ['end_behind', 'engagement_not_live', 'not_the_client', 'precondition_failed'],
    }),
    (request) => updateEngagement(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.post(
    '/v1/engagements/:id/end',
    operation({
      operationId: 'endEngagement',
      tag,
      scope: 'coaching:write',
      coach,
      summary: 'End an engagement',
      description:
        'By either side, with effect from the next request; an invitation is taken back. The history stays. Notes that the coach kept for their own eyes are read by nobody from then on, unless another engagement lets that coach read the journal or write notes again; the erasure of either account takes them along.',
      params,
      answers: { 200: Engagement },
    }),
    (request) => endEngagement(request.ctx, request.params.id),
  )
}
