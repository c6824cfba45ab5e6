import type { Context } from '../../context.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { holdsScope } from '../../platform/scopes.ts'
import { dayReader } from '../../platform/time-zones.ts'
import { withoutPrivate, withoutWords } from './rules/hidden.ts'
import type { Rows, Section } from './rules/rows.ts'
import { type Records, SEARCH, searchOf } from './rules.ts'
import { findRows } from './store.ts'

const asFarAsMayBeSeen = (ctx: Context, rows: Rows): Rows => {
  if (!asksAsCoach(ctx)) return rows
  const open = withoutPrivate(rows)
  return holdsScope(ctx.actor, 'journal:read') ? open : withoutWords(open)
}

/**
 * All that insights read of an account's search, and the other kinds of records that one asks for, with the time zone of
 * the account; a coach gets figures without private reflections.
 */
export const readRecords = async <Extra extends Section = never>(
  ctx: Context,
  extra: readonly Extra[] = [],
): Promise<{ records: Records<Extra>; timeZone: string }> => {
  const { rows: found, timeZone } = await findRows(ctx.db, ctx.accountId, [...SEARCH, ...extra], dayReader)
  const rows = asFarAsMayBeSeen(ctx, found as Rows)
  const { applications, outcomes, offers, interviews, reflections, ...others } = rows
  const search = searchOf({ applications, outcomes, offers, interviews, reflections })
  return { records: { ...(others as unknown as Records<Extra>), ...search }, timeZone }
}
