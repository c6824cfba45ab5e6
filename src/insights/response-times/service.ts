import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { responseTimesOf } from './rules.ts'

/** How long answers take after the last interview. */
export const getResponseTimes = async (ctx: Context, query: InsightQuery) =>
  answerInsight(ctx, query, 'response-times', await readRecords(ctx), responseTimesOf)
