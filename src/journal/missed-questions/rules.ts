import type { StudyMode } from '../study-items/rules.ts'

/** How a question was answered that is worth coming back to. */
export const isMissed = (answered: string | null): boolean => answered !== null && answered !== 'well'

/** What was known and did not come out is rehearsed, all else is learnt. */
export const modeFor = (answered: string | null): StudyMode =>
  answered === 'knew_but_could_not_show' ? 'rehearse' : 'learn'
