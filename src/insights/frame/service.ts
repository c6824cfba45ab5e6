import type { Context } from '../../context.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { holdsScope } from '../../platform/scopes.ts'
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
}

/**
 * A coach who may not read the journal cannot guess at its words either.
 * @throws Problem `not_found`
 */
const demandNoGuess = (ctx: Context, { tag, source, roleTitle }: InsightQuery) => {
  if (!asksAsCoach(ctx) || holdsScope(ctx.actor, 'journal:read')) return
  if (tag ?? source ?? roleTitle)
    throw new Problem('not_found', 'Filters by words of the journal need the consent `journal:read`.')
}

/** Computes an insight over the period asked for and, where one is named, over another window beside it. */
export const answerInsight = <Figures extends { basis: Basis }>(
  ctx: Context,
  query: InsightQuery,
  name: string,
  compute: (window: Window) => Figures,
) => {
  demandNoGuess(ctx, query)
  const { from, to, compareFrom, compareTo, tag = null, source = null, roleTitle = null } = query
  const over = (first: Maybe, last: Maybe) => ({
    ...{ from: first ?? null, to: last ?? null },
    ...{ tag, source, roleTitle, now: ctx.now },
  })
  const asked = compareFrom !== undefined || compareTo !== undefined
  return answerOf(name, compute, over(from, to), asked ? over(compareFrom, compareTo) : null)
}
