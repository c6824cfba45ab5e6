import { isOwnDecision } from '../../../journal/outcomes/rules.ts'
import { isOffered } from '../../chance/rules.ts'
import { rateOf } from '../../figures/rules.ts'
import { isLate } from '../../frame/rules/silence.ts'
import { type ApplicationRecord, isDated, isHeld, isSent } from '../../records/rules.ts'

const hasRecorded = ({ interviews }: ApplicationRecord): boolean => interviews.length > 0

/** An offer without an interview on record still shows that somebody said yes. */
const hasInterview = (application: ApplicationRecord): boolean =>
  hasRecorded(application) || isOffered(application)

const leftBefore = ({ outcome }: ApplicationRecord): boolean =>
  outcome !== null && isOwnDecision(outcome.kind)

/** How many have an offer and no interview on record. */
export const offersWithoutInterview = (applications: readonly ApplicationRecord[]): number =>
  applications.filter((application) => isOffered(application) && !hasRecorded(application)).length

/**
 * What works: interviews obtained, each one a win whatever became of it, and how many applications led to one, or to an
 * offer. Interviews are counted as recorded: an offer without one adds none.
 * The trials of the rate are the applications that went out on a day on record, but for those of the last 60 days that
 * are still open without an interview, and those that the candidate left before one: these are counted apart, as
 * waiting and own choice. Those without a day are counted apart, too, whatever came of them.
 * @param today YYYY-MM-DD
 */
export const worksOf = (applications: readonly ApplicationRecord[], today: string) => {
  const sent = applications.filter(isSent)
  const interviews = sent.flatMap((application) => application.interviews)
  const dated = sent.filter(isDated)
  const without = dated.filter((application) => !hasInterview(application))
  const open = without.filter(({ outcome }) => outcome === null)
  const unanswered = open.filter((application) => isLate(application, today)).length
  const waiting = open.length - unanswered
  const ownChoice = without.filter(leftBefore).length
  return {
    interviewsObtained: interviews.length,
    interviewsHeld: interviews.filter(isHeld).length,
    applicationsSent: sent.length,
    applicationsWithInterview: sent.filter(hasInterview).length,
    offersWithoutInterview: offersWithoutInterview(sent),
    undated: sent.length - dated.length,
    waiting,
    unanswered,
    ownChoice,
    applicationToInterview: rateOf(dated.length - without.length, dated.length - waiting - ownChoice),
  }
}
