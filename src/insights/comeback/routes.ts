import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { Comeback } from './schemas.ts'
import { getComeback } from './service.ts'

export const comebackRoutes = async (app: App) => {
  app.get(
    '/v1/insights/comeback',
    operation({
      operationId: 'getComeback',
      tag: 'Insights',
      scope: 'insights:read',
      summary: 'Read the comeback profile',
      description:
        'Five readings of what was done after a no, from recorded behaviour alone. They make no total.',
      query: InsightQuery,
      answers: { 200: Comeback },
    }),
    (request) => getComeback(request.ctx, request.query),
  )
}
