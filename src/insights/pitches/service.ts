import type { Context } from '../../context.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { pitchesOf } from './rules.ts'

/** How often each version of a pitch led on. */
export const getPitchesInsight = async (ctx: Context, query: InsightQuery) =>
  answerInsight(ctx, query, 'pitches', await readRecords(ctx, ['pitches']), pitchesOf)
