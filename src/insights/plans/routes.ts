import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { PlansInsight } from './schemas.ts'
import { getPlansInsight } from './service.ts'

export const planInsightRoutes = async (app: App) => {
  app.get(
    '/v1/insights/plans',
    operation({
      operationId: 'getPlansInsight',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Read how plans went',
      description: 'How many plans were made, came up again, were tried, and helped.',
      query: InsightQuery,
      answers: { 200: PlansInsight },
    }),
    (request) => getPlansInsight(request.ctx, request.query),
  )
}
