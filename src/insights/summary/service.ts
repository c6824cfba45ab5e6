import type { Context } from '../../context.ts'
import { sayAll } from '../../language/say.ts'
import { summarise } from './rules.ts'
import { applicationRecords, lookBackRecords, planRecords } from './store.ts'

/** The diagnosis of one account's search over a period, in figures and in words. */
export const getSummary = async (
  ctx: Context,
  query: { from?: string | undefined; to?: string | undefined },
) => {
  const applications = await applicationRecords(ctx.db, ctx.accountId)
  const plans = await planRecords(ctx.db, ctx.accountId)
  const lookBacks = await lookBackRecords(ctx.db, ctx.accountId)
  const options = {
    from: query.from ?? null,
    to: query.to ?? null,
    now: ctx.now,
    baseRate: ctx.settings.baseRate,
  }
  const { statements, ...summary } = summarise({ applications, plans, lookBacks }, options)
  return { ...summary, statements: sayAll(ctx.language, statements) }
}
