import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { chanceOf } from './rules.ts'

/** What chance alone does at the base rate in force. */
export const getChance = async (ctx: Context, query: InsightQuery) =>
  answerInsight(ctx, query, 'chance', await readRecords(ctx), (records, window) =>
    chanceOf(records, window, ctx.settings.baseRate),
  )
