import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { plansOf } from './rules.ts'

/** What came of if-then plans. */
export const getPlansInsight = async (ctx: Context, query: InsightQuery) => {
  const records = await readRecords(ctx, ['plans', 'planReviews'])
  return answerInsight(ctx, query, 'plans', (window) => plansOf(records, window))
}
