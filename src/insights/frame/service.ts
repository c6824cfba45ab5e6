import type { Context } from '../../context.ts'
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

/** Computes an insight over the period asked for and, where one is named, over another window beside it. */
export const answerInsight = <Figures extends { basis: Basis }>(
  { now }: Context,
  query: InsightQuery,
  name: string,
  compute: (window: Window) => Figures,
) => {
  const { from, to, compareFrom, compareTo, tag = null, source = null, roleTitle = null } = query
  const over = (first: Maybe, last: Maybe) => ({
    ...{ from: first ?? null, to: last ?? null },
    ...{ tag, source, roleTitle, now },
  })
  const asked = compareFrom !== undefined || compareTo !== undefined
  return answerOf(name, compute, over(from, to), asked ? over(compareFrom, compareTo) : null)
}
