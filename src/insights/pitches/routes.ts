import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { InsightQuery } from '../frame/schemas.ts'
import { PitchesInsight } from './schemas.ts'
import { getPitchesInsight } from './service.ts'

export const pitchInsightRoutes = async (app: App) => {
  app.get(
    '/v1/insights/pitches',
    operation({
      operationId: 'getPitchesInsight',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Read how pitches went',
      description: 'For each version of a pitch: how often it was used, and how often the interview led on.',
      query: InsightQuery,
      answers: { 200: PitchesInsight },
    }),
    (request) => getPitchesInsight(request.ctx, request.query),
  )
}
