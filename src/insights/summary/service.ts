import type { Context } from '../../context.ts'
import { sayAll } from '../../language/say.ts'
import { answerInsight, type InsightQuery } from '../frame/service.ts'
import { readRecords } from '../records/service.ts'
import { summarise, withStatements } from './rules.ts'

/** The diagnosis of one account's search over a period, in figures and in words. */
export const getSummary = async (ctx: Context, query: InsightQuery) => {
  const found = await readRecords(ctx, ['plans'])
  const answer = answerInsight(ctx, query, 'summary', found, (records, window) =>
    summarise(records, window, ctx.settings.baseRate),
  )
  const { statements, ...summary } = withStatements(answer)
  return { ...summary, statements: sayAll(ctx.language, statements) }
}
