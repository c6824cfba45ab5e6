import { bareWordsOf } from '../study-items/rules.ts'

export const PLAN_STATUSES = ['open', 'tried', 'dropped'] as const
export type PlanStatus = (typeof PLAN_STATUSES)[number]
export const HELPED = ['yes', 'no', 'unsure'] as const
export type Helped = (typeof HELPED)[number]

/** What counts of a part: its words without their case and punctuation, and without an "if" or "then" that leads them. */
const wordsOf = (part: string): string => bareWordsOf(part).replace(/^(?:if|then)(?: |$)/, '')

const SAYS = /[\p{L}\p{N}]/u

/** Whether the two parts make an if-then plan: each says something, and the second is no copy of the first. */
export const isIfThen = (plan: { if: string; then: string }): boolean => {
  const [moment, act] = [wordsOf(plan.if), wordsOf(plan.then)]
  return SAYS.test(moment) && SAYS.test(act) && moment !== act
}
