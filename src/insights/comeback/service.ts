import type { Context } from '../../context.ts'
import { pictureTexts } from '../../language/say.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { drawComeback } from './rules/picture.ts'
import { comebackOf } from './rules.ts'

const READS = ['plans', 'planReviews', 'questions', 'studyItems', 'studyReviews', 'pauses'] as const

/** Five readings of what was done after a no. */
export const getComeback = async (ctx: Context, query: InsightQuery) =>
  answerInsight(ctx, query, 'comeback', await readRecords(ctx, READS), comebackOf)

/** The same as a picture. */
export const pictureComeback = async (ctx: Context, query: InsightQuery) =>
  drawComeback(await getComeback(ctx, query), pictureTexts(ctx.language))
