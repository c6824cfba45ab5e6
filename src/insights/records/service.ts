import type { Context } from '../../context.ts'
import { type Records, type Rows, SEARCH, type Section, searchOf } from './rules.ts'
import { findRows } from './store.ts'

/** All that insights read of an account's search, and the other kinds of records that one asks for. */
export const readRecords = async <Extra extends Section = never>(
  ctx: Context,
  extra: readonly Extra[] = [],
): Promise<Records<Extra>> => {
  const rows: Partial<Rows> = await findRows(ctx.db, ctx.accountId, [...SEARCH, ...extra])
  const { applications, outcomes, offers, interviews, reflections, ...others } = rows as Rows
  const search = searchOf({ applications, outcomes, offers, interviews, reflections })
  return { ...(others as unknown as Records<Extra>), ...search }
}
