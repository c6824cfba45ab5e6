import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { ReasonsInsight } from './schemas.ts'
import { getReasonsInsight } from './service.ts'

export const reasonInsightRoutes = async (app: App) => {
  app.get(
    '/v1/insights/reasons',
    operation({
      operationId: 'getReasonsInsight',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Read the reasons',
      description: 'Why applications ended, by group and code, with how each is known, and over time.',
      query: InsightQuery,
      answers: { 200: ReasonsInsight },
    }),
    (request) => getReasonsInsight(request.ctx, request.query),
  )
}
