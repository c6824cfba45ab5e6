import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { forecastOf } from './rules.ts'

type ForecastQuery = InsightQuery & { horizon?: boolean | undefined }

/** The chance of an offer in the processes ahead, under the prior in force. */
export const getForecast = async (ctx: Context, { horizon = false, ...query }: ForecastQuery) => {
  const asked = { prior: ctx.settings.forecastPrior, horizon }
  return answerInsight(ctx, query, 'forecast', await readRecords(ctx), (records, window) =>
    forecastOf(records, window, asked),
  )
}
