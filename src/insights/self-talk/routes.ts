import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { SelfTalkInsight } from './schemas.ts'
import { getSelfTalkInsight } from './service.ts'

export const selfTalkInsightRoutes = async (app: App) => {
  app.get(
    '/v1/insights/self-talk',
    operation({
      operationId: 'getSelfTalkInsight',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'never',
      summary: 'Read how often wording judged yourself',
      description:
        'In how many reflections, month by month, the wording passes a verdict on yourself: counts for you alone, and no score. They cover private reflections too, and need no scope for reading these. No text is answered, and no coach may ask. English only; in other languages nothing is found.',
      query: InsightQuery,
      answers: { 200: SelfTalkInsight },
    }),
    (request) => getSelfTalkInsight(request.ctx, request.query),
  )
}
