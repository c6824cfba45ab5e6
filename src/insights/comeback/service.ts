import type { Context } from '../../context.ts'
import { pictureTexts } from '../../language/say.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { drawComeback } from './rules/picture.ts'
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

/** The same as a picture. */
export const pictureComeback = async (ctx: Context, query: InsightQuery) => {
  const comeback = await getComeback(ctx, query)
  return drawComeback({ ...comeback, today: ctx.now.slice(0, 10) }, pictureTexts(ctx.language))
}
