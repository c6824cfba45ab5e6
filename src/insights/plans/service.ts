import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { plansOf } from './rules.ts'

/** What came of if-then plans. */
export const getPlansInsight = async (ctx: Context, query: InsightQuery) =>
  answerInsight(ctx, query, 'plans', await readRecords(ctx, ['plans', 'planReviews']), plansOf)
