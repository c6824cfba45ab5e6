import { exclusionsOf, isAboutAsked, isWithin, type Window } from '../frame/rules.ts'
import type { ApplicationRecord } from '../records/rules.ts'

/** A reflection with something written in it; `on` is the day it was begun. */
export type Written = {
  on: string
  applicationId: string | null
  isOpen: boolean
  /** Whether a sentence of it may judge the writer. */
  isSelfJudging: boolean
}

const countsOf = (reflections: readonly Written[]) => ({
  reflections: reflections.length,
  selfJudging: reflections.filter(({ isSelfJudging }) => isSelfJudging).length,
})

const monthsOf = (reflections: readonly Written[]) =>
  [...Map.groupBy(reflections, ({ on }) => on.slice(0, 7))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, those]) => ({ month, ...countsOf(those) }))

type Records = { applications: readonly ApplicationRecord[]; reflections: readonly Written[] }

/**
 * In how many reflections the wording may judge the writer, month by month: counts, never a rate or a score.
 *
 * Units: reflections with something written in them, by the day on which they were begun. With a filter, those about
 * such an application or one of its interviews.
 * @see METHOD.md M5, SELF-TALK.md; definition `/docs/insights/self-talk`
 */
export const selfTalkOf = ({ applications, reflections: all }: Records, window: Window) => {
  const byId = Map.groupBy(applications, ({ applicationId }) => applicationId)
  const wanted = all.filter((it) => isAboutAsked(window, byId.get(it.applicationId ?? '') ?? []))
  const reflections = wanted.filter(({ on }) => isWithin(window, on))
  return {
    basis: {
      n: reflections.length,
      open: reflections.filter(({ isOpen }) => isOpen).length,
      excluded: exclusionsOf({
        filtered_out: all.length - wanted.length,
        outside_period: wanted.length - reflections.length,
      }),
    },
    language: 'en' as const,
    ...countsOf(reflections),
    byMonth: monthsOf(reflections),
  }
}
