import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { roundsIn } from './rules.ts'

/** How many reached each round, and what came of it. */
export const getRounds = async (ctx: Context, query: InsightQuery) =>
  answerInsight(ctx, query, 'rounds', await readRecords(ctx), roundsIn)
