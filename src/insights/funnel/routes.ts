import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Funnel, FunnelQuery } from './schemas.ts'
import { getFunnel } from './service.ts'

export const funnelRoutes = async (app: App) => {
  app.get(
    '/v1/insights/funnel',
    operation({
      operationId: 'getFunnel',
      tag: 'Insights',
      scope: 'insights:read',
      summary: 'Read the funnel',
      description:
        'How many applications reached each stage, and what share went on from it. Open ones stand apart.',
      query: FunnelQuery,
      answers: { 200: Funnel },
    }),
    (request) => getFunnel(request.ctx, request.query),
  )
}
