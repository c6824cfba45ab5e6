import { daysBetween } from '../../../insights/figures/rules/times.ts'
import { ANSWER_DAYS } from '../../../insights/frame/rules/silence.ts'
import { isHeld } from '../../../insights/records/rules.ts'
import { decidedBy } from '../../../journal/outcomes/rules.ts'
import { about } from '../../search-records/rules/subject.ts'
import type { SearchApplication, SearchInterview, SearchRecord } from '../../search-records/rules.ts'
import type { Action } from './action.ts'
import { isActive } from './follow-ups.ts'

type After = 'application' | 'interview'

/**
 * Days until an answer is late, while the account has too few answers of its own. After an application, those after
 * which the summary counts it as unanswered; after an interview, those that employers in Ontario have by law from 2026.
 * @see INSIGHTS.md, base rates
 */
const LATE_AFTER: Record<After, number> = { application: ANSWER_DAYS, interview: 45 }

const FEWEST_ANSWERS = 5
const SHARE_ANSWERED = 0.8
/** However fast the answers so far: a week without one is no silence yet. */
const LEAST_DAYS = 7

const latest = (days: (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null

const heldIn = ({ interviews }: SearchApplication): SearchInterview[] => interviews.filter(isHeld)

/** When an employer told how it ended. */
const endedOn = ({ outcome }: SearchApplication): string | null =>
  outcome && decidedBy(outcome.kind) === 'employer' ? (outcome.learnedOn ?? outcome.decidedOn) : null

const waited = (from: string | null, to: string | null): number[] =>
  from === null || to === null || to < from ? [] : [daysBetween(from, to)]

const answerTimes = (application: SearchApplication): Record<After, number[]> => {
  const held = heldIn(application)
  const last = latest(held.map(({ heldOn }) => heldOn))
  const answered = application.respondedOn ?? (held.length === 0 ? endedOn(application) : null)
  return {
    application: waited(application.appliedOn, answered),
    interview: held.flatMap(({ heldOn, heardBackOn }) =>
      waited(heldOn, heardBackOn ?? (heldOn === last ? endedOn(application) : null)),
    ),
  }
}

/**
 * Within how many days answers come: four in five of the account's own, by nearest rank, from five answers on; before
 * that, the documented constant. Only answers that came are counted.
 */
const usualDays = (applications: readonly SearchApplication[], after: After) => {
  const times = applications.flatMap((each) => answerTimes(each)[after]).sort((a, b) => a - b)
  if (times.length < FEWEST_ANSWERS) return { usualDays: LATE_AFTER[after], ownTimes: false }
  const rank = Math.ceil(SHARE_ANSWERED * times.length) - 1
  return { usualDays: Math.max(LEAST_DAYS, times[rank] ?? 0), ownTimes: true }
}

const isStillToCome = ({ interviews, nextStep, offer }: SearchApplication, today: string): boolean =>
  offer !== null ||
  (nextStep?.dueOn ?? '') >= today ||
  interviews.some(({ status, heldOn }) => status === 'scheduled' && (heldOn === null || heldOn >= today))

/** Open applications that have been quiet for longer than usual, the longest silence first. */
export const silenceActions = ({ applications, today }: SearchRecord): Action[] => {
  const usual = {
    application: usualDays(applications, 'application'),
    interview: usualDays(applications, 'interview'),
  }
  return applications
    .filter((application) => isActive(application) && !isStillToCome(application, today))
    .flatMap((application) => {
      const { applicationId, appliedOn, respondedOn } = application
      const held = heldIn(application)
      const told = held.flatMap(({ heldOn, heardBackOn }) => [heldOn, heardBackOn])
      const last = latest([appliedOn, respondedOn, ...told])
      const after: After = held.length > 0 ? 'interview' : 'application'
      const days = last === null ? 0 : daysBetween(last, today)
      return days > usual[after].usualDays ? [{ applicationId, basis: { days, after, ...usual[after] } }] : []
    })
    .sort((a, b) => b.basis.days - a.basis.days || (a.applicationId < b.applicationId ? -1 : 1))
    .map(({ applicationId, basis }) => ({
      code: 'record_silence',
      basis,
      dueOn: null,
      subject: about({ applicationId }),
    }))
}
