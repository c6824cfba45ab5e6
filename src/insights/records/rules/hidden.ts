import { isCatalogued } from '../../../journal/reasons/rules.ts'
import type { Rows } from './rows.ts'

type Hidden = Pick<Rows, 'reflections'> & Partial<Pick<Rows, 'plans' | 'planReviews'>>

/** The rows without what is private. */
export const withoutPrivate = <Some extends Hidden>(rows: Some): Some => {
  const hidden = new Set(rows.reflections.filter((it) => it.private).map(({ id }) => id))
  const plans = new Set((rows.plans ?? []).filter((it) => it.private).map(({ id }) => id))
  return {
    ...rows,
    reflections: rows.reflections.filter(({ id }) => !hidden.has(id)),
    ...(rows.plans && { plans: rows.plans.filter(({ id }) => !plans.has(id)) }),
    ...(rows.planReviews && { planReviews: rows.planReviews.filter(({ planId }) => !plans.has(planId)) }),
  }
}

type Worded = Pick<Rows, 'outcomes'> & Partial<Pick<Rows, 'pitches'>>

/** The rows without words that a person typed: own reasons are told by their group alone, pitches by their number. */
export const withoutWords = <Some extends Worded>(rows: Some): Some => ({
  ...rows,
  outcomes: rows.outcomes.map((outcome) => ({
    ...outcome,
    reasons: outcome.reasons.map((reason) =>
      isCatalogued(reason.code) ? reason : { ...reason, code: 'own' },
    ),
  })),
  ...(rows.pitches && {
    pitches: rows.pitches
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((pitch, at) => ({ ...pitch, title: `${at + 1}` })),
  }),
})
