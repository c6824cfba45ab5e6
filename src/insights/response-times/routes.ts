import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { ResponseTimes } from './schemas.ts'
import { getResponseTimes } from './service.ts'

export const responseTimeRoutes = async (app: App) => {
  app.get(
    '/v1/insights/response-times',
    operation({
      operationId: 'getResponseTimes',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Read how long answers take',
      description: 'Days from the last interview to an answer, with those still waiting taken into account.',
      query: InsightQuery,
      answers: { 200: ResponseTimes },
    }),
    (request) => getResponseTimes(request.ctx, request.query),
  )
}
