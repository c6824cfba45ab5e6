import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { Chance } from './schemas.ts'
import { getChance } from './service.ts'

export const chanceRoutes = async (app: App) => {
  app.get(
    '/v1/insights/chance',
    operation({
      operationId: 'getChance',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Read what chance alone does',
      description:
        'How often a person with the base rate in force would have this many processes without an offer by chance alone.',
      query: InsightQuery,
      answers: { 200: Chance },
    }),
    (request) => getChance(request.ctx, request.query),
  )
}
