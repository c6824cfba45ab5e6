import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { EventPage, EventQuery } from './schemas.ts'
import { readFeed } from './service.ts'

export const eventRoutes = async (app: App) => {
  app.get(
    '/v1/events',
    operation({
      operationId: 'listEvents',
      tag: 'Events',
      scope: 'automation:manage',
      summary: 'Read what happened',
      description:
        'Oldest first, in the order in which it was committed. Ask again with the `after` of the last answer, at any later time: nothing comes twice, and nothing is left out. Events are kept for 90 days; a cursor with older ones after it answers 410.',
      query: EventQuery,
      answers: { 200: EventPage },
      problems: ['events_forgotten', 'invalid_cursor'],
    }),
    (request) => readFeed(request.ctx, request.query),
  )
}
