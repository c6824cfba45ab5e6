import { isOwnDecision } from '../../../journal/outcomes/rules.ts'
import { rateOf } from '../../frame/rules.ts'
import type { ApplicationRecord } from './records.ts'
import { isHeld } from './records.ts'

/** Whether an application went out. An answer, silence or an interview tells so even where no day was noted. */
export const isSent = ({ stage, appliedOn, interviews, outcome }: ApplicationRecord): boolean =>
  stage !== 'saved' ||
  appliedOn !== null ||
  interviews.length > 0 ||
  (outcome !== null && outcome.kind !== 'role_closed' && outcome.kind !== 'withdrawn')

const hasInterview = ({ stage, interviews }: ApplicationRecord): boolean =>
  interviews.length > 0 || stage === 'interviewed' || stage === 'offered' || stage === 'accepted'

const leftBefore = ({ outcome }: ApplicationRecord): boolean =>
  outcome !== null && isOwnDecision(outcome.kind, outcome.attribution)

/**
 * What works: interviews obtained, each one a win whatever became of it, and how many applications led to one.
 * The trials of the rate are the applications whose answer to this question is known: those with an interview, and
 * those that ended without one by no choice of the candidate. The rest is counted apart, as waiting or own choice.
 */
export const worksOf = (applications: readonly ApplicationRecord[]) => {
  const sent = applications.filter(isSent)
  const interviews = sent.flatMap((application) => application.interviews)
  const withInterview = sent.filter(hasInterview).length
  const without = sent.filter((application) => !hasInterview(application))
  const waiting = without.filter(({ outcome }) => outcome === null).length
  const ownChoice = without.filter(leftBefore).length
  return {
    interviewsObtained: interviews.length,
    interviewsHeld: interviews.filter(isHeld).length,
    applicationsSent: sent.length,
    applicationsWithInterview: withInterview,
    waiting,
    ownChoice,
    applicationToInterview: rateOf(withInterview, sent.length - waiting - ownChoice),
  }
}
