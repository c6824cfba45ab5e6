import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { chanceOf } from './rules.ts'

/** What chance alone does at the base rate in force. */
export const getChance = async (ctx: Context, query: InsightQuery) => {
  const records = await readRecords(ctx)
  return answerInsight(ctx, query, 'chance', (window) => chanceOf(records, window, ctx.settings.baseRate))
}
