import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { IdParams, ListQuery } from '../../platform/schemas.ts'
import { TimelinePage } from './schemas.ts'
import { listTimeline } from './service.ts'

export const timelineRoutes = async (app: App) => {
  app.get(
    '/v1/applications/:id/timeline',
    operation({
      operationId: 'listTimeline',
      tag: 'Applications',
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'Read what happened with an application',
      description:
        'From its beginning on, the oldest first. An outcome that was corrected or retracted stands here as it was recorded.',
      params: IdParams,
      query: ListQuery,
      answers: { 200: TimelinePage },
      problems: ['invalid_cursor'],
    }),
    (request) => listTimeline(request.ctx, request.params.id, request.query),
  )
}
