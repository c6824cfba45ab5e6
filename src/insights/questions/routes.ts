import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { QuestionsInsight } from './schemas.ts'
import { getQuestionsInsight } from './service.ts'

export const questionInsightRoutes = async (app: App) => {
  app.get(
    '/v1/insights/questions',
    operation({
      operationId: 'getQuestionsInsight',
      tag: 'Insights',
      scope: 'insights:read',
      coach: ['insights:read', 'study:read'],
      summary: 'Read how questions went',
      description:
        'Topics and kinds of questions: asked, answered well, missed, recovered; and those missed twice or more.',
      query: InsightQuery,
      answers: { 200: QuestionsInsight },
    }),
    (request) => getQuestionsInsight(request.ctx, request.query),
  )
}
