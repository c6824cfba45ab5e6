import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { flowOf } from './rules.ts'

/** Where all applications went, as nodes and links. */
export const getFlow = async (ctx: Context, query: InsightQuery) => {
  const records = await readRecords(ctx)
  return answerInsight(ctx, query, 'flow', (window) => flowOf(records, window))
}
