import type { Context } from '../../context.ts'
import { pictureTexts } from '../../language/say.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { drawFunnel } from './rules/picture.ts'
import { funnelOf, type Grouping, withLargest } from './rules.ts'

type FunnelQuery = InsightQuery & { by?: Grouping | undefined }

/** How far applications came, on request in groups. */
export const getFunnel = async (ctx: Context, query: FunnelQuery) =>
  answerInsight(
    ctx,
    query,
    'funnel',
    await readRecords(ctx),
    (records, window) => funnelOf(records, window, query.by ?? null),
    withLargest,
  )

/** The same as a picture, without groups. */
export const pictureFunnel = async (ctx: Context, query: FunnelQuery) =>
  drawFunnel(await getFunnel(ctx, query), pictureTexts(ctx.language))
