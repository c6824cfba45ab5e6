import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { Flow } from './schemas.ts'
import { getFlow } from './service.ts'

export const flowRoutes = async (app: App) => {
  app.get(
    '/v1/insights/flow',
    operation({
      operationId: 'getFlow',
      tag: 'Insights',
      scope: 'insights:read',
      summary: 'Read the flow of the search',
      description:
        'Nodes and links of the whole search, one unit for each application: what a Sankey diagram draws. It names no employer.',
      query: InsightQuery,
      answers: { 200: Flow },
    }),
    (request) => getFlow(request.ctx, request.query),
  )
}
