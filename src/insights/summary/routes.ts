import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { Summary } from './schemas.ts'
import { getSummary } from './service.ts'

export const summaryRoutes = async (app: App) => {
  app.get(
    '/v1/insights/summary',
    operation({
      operationId: 'getSummary',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Read the summary',
      description:
        'What works, the two kinds of cause, wins and lessons, the rounds, what chance alone does, and what is next. Rates are null below 3 trials.',
      query: InsightQuery,
      answers: { 200: Summary },
    }),
    (request) => getSummary(request.ctx, request.query),
  )
}
