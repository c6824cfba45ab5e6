import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { reasonsOf } from './rules.ts'

/** Why applications ended, and how that is known. */
export const getReasonsInsight = async (ctx: Context, query: InsightQuery) =>
  answerInsight(ctx, query, 'reasons', await readRecords(ctx), reasonsOf)
