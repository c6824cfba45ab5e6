import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { funnelOf, type Grouping } from './rules.ts'

type FunnelQuery = InsightQuery & { by?: Grouping | undefined }

/** How far applications came, on request in groups. */
export const getFunnel = async (ctx: Context, { by, ...query }: FunnelQuery) => {
  const records = await readRecords(ctx)
  return answerInsight(ctx, query, 'funnel', (window) => funnelOf(records, window, by ?? null))
}
