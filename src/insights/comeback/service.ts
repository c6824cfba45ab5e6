import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { comebackOf } from './rules.ts'

/** Five readings of what was done after a no. */
export const getComeback = async (ctx: Context, query: InsightQuery) => {
  const records = await readRecords(ctx, [
    'plans',
    'planReviews',
    'questions',
    'studyItems',
    'studyReviews',
    'pauses',
  ])
  return answerInsight(ctx, query, 'comeback', (window) => comebackOf(records, window))
}
