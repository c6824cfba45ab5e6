import type { Context } from '../../context.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { holdsScope } from '../../platform/scopes.ts'
import { dayIn } from '../../platform/time-zones.ts'
import { Problem } from '../../problems.ts'
import { answerOf } from './rules/answer.ts'
import type { Basis, Window } from './rules.ts'

type Maybe = string | undefined

/** What every insight may be asked. */
export type InsightQuery = {
  from?: Maybe
  to?: Maybe
  tag?: Maybe
  source?: Maybe
  roleTitle?: Maybe
  compareFrom?: Maybe
  compareTo?: Maybe
  /** What to answer in groups by, of an insight that has any. */
  by?: Maybe
}

/**
 * A coach who may not read the journal is neither shown its words nor can guess at them.
 * @throws Problem `not_found`
 */
const demandNoWords = (ctx: Context, { tag, source, roleTitle, by }: InsightQuery) => {
  if (!asksAsCoach(ctx) || holdsScope(ctx.actor, 'journal:read')) return
  if (tag ?? source ?? roleTitle ?? by)
    throw new Problem(
      'not_found',
      'Filters and groups by words of the journal need the consent `journal:read`.',
    )
}

/**
 * Computes an insight over the period asked for and, where one is named, over another window beside it.
 * `today`, the day that it is for the account, is there for pictures: no contract declares it.
 * @param cut leaves out what an answer has no room for
 */
export const answerInsight = <Records, Figures extends { basis: Basis }>(
  ctx: Context,
  query: InsightQuery,
  name: string,
  { records, timeZone }: { records: Records; timeZone: string },
  compute: (records: Records, window: Window) => Figures,
  cut?: (figures: Figures) => Figures,
) => {
  demandNoWords(ctx, query)
  const { from, to, compareFrom, compareTo, tag = null, source = null, roleTitle = null } = query
  const today = dayIn(timeZone, ctx.now)
  const over = (first: Maybe, last: Maybe) => ({
    ...{ from: first ?? null, to: last ?? null, today, now: ctx.now },
    ...{ tag, source, roleTitle },
  })
  const asked = compareFrom !== undefined || compareTo !== undefined
  const other = asked ? over(compareFrom, compareTo) : null
  return { ...answerOf(name, (window) => compute(records, window), over(from, to), other, cut), today }
}
