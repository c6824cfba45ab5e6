import type { Context } from '../../context.ts'
import { pictureTexts } from '../../language/say.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { drawFlow } from './rules/picture.ts'
import { flowOf } from './rules.ts'

/** Where all applications went, as nodes and links. */
export const getFlow = async (ctx: Context, query: InsightQuery) =>
  answerInsight(ctx, query, 'flow', await readRecords(ctx), flowOf)

/** The same as a picture. */
export const pictureFlow = async (ctx: Context, query: InsightQuery) =>
  drawFlow(await getFlow(ctx, query), pictureTexts(ctx.language))
