import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { RoundsInsight } from './schemas.ts'
import { getRounds } from './service.ts'

export const roundRoutes = async (app: App) => {
  app.get(
    '/v1/insights/rounds',
    operation({
      operationId: 'getRounds',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Read how rounds went',
      description: 'How many reached each round, how many led on, and which are open.',
      query: InsightQuery,
      answers: { 200: RoundsInsight },
    }),
    (request) => getRounds(request.ctx, request.query),
  )
}
