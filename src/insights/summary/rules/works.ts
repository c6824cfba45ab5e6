import { isOwnDecision } from '../../../journal/outcomes/rules.ts'
import { rateOf } from '../../frame/rules.ts'
import type { ApplicationRecord } from '../../records/rules.ts'
import { isHeld } from '../../records/rules.ts'

/** Whether an application went out. An answer, silence or an interview tells so even where no day was noted. */
export const isSent = ({ stage, appliedOn, interviews, outcome }: ApplicationRecord): boolean =>
  stage !== 'saved' ||
  appliedOn !== null ||
  interviews.length > 0 ||
  (outcome !== null && outcome.kind !== 'role_closed' && outcome.kind !== 'withdrawn')

const hasInterview = ({ stage, interviews }: ApplicationRecord): boolean =>
  interviews.length > 0 || stage === 'interviewed' || stage === 'offered' || stage === 'accepted'

const leftBefore = ({ outcome }: ApplicationRecord): boolean =>
  outcome !== null && isOwnDecision(outcome.kind)

const DAY = 86_400_000

/**
 * After how many days without an outcome an application counts as not answered. Most answers that ever come do so
 * within two weeks, and many people never record silence: without a limit, only those that led on would be counted.
 */
export const ANSWER_DAYS = 60

const isWaiting = ({ outcome, appliedOn, createdAt }: ApplicationRecord, now: string): boolean =>
  outcome === null && Date.parse(now) - Date.parse(appliedOn ?? createdAt) <= ANSWER_DAYS * DAY

/**
 * What works: interviews obtained, each one a win whatever became of it, and how many applications led to one.
 * The trials of the rate are the applications sent, but for those sent in the last 60 days that are still open without
 * an interview, and those that the candidate left before one: these are counted apart, as waiting and own choice.
 * @param now instant, RFC 3339 in UTC
 */
export const worksOf = (applications: readonly ApplicationRecord[], now: string) => {
  const sent = applications.filter(isSent)
  const interviews = sent.flatMap((application) => application.interviews)
  const withInterview = sent.filter(hasInterview).length
  const without = sent.filter((application) => !hasInterview(application))
  const waiting = without.filter((application) => isWaiting(application, now)).length
  const unanswered = without.filter(({ outcome }) => outcome === null).length - waiting
  const ownChoice = without.filter(leftBefore).length
  return {
    interviewsObtained: interviews.length,
    interviewsHeld: interviews.filter(isHeld).length,
    applicationsSent: sent.length,
    applicationsWithInterview: withInterview,
    waiting,
    unanswered,
    ownChoice,
    applicationToInterview: rateOf(withInterview, sent.length - waiting - ownChoice),
  }
}
