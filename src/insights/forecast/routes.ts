import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Forecast, ForecastQuery } from './schemas.ts'
import { getForecast } from './service.ts'

export const forecastRoutes = async (app: App) => {
  app.get(
    '/v1/insights/forecast',
    operation({
      operationId: 'getForecast',
      tag: 'Insights',
      scope: 'insights:read',
      coach: 'insights:read',
      summary: 'Read the forecast',
      description:
        'The chance of at least one offer within the next five processes, with the assumption it starts from and what others would make of it.',
      query: ForecastQuery,
      answers: { 200: Forecast },
    }),
    (request) => getForecast(request.ctx, request.query),
  )
}
