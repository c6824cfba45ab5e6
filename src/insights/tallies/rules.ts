import {
  isComparison,
  isInferredSide,
  isLesson,
  isOwnDecision,
  restsOnInference,
  restsOnInferenceInPart,
  wasOffered,
} from '../../journal/outcomes/rules.ts'
import { shareOf } from '../figures/rules.ts'
import type { OutcomeRecord } from '../records/rules/rows.ts'
import type { ApplicationRecord } from '../records/rules.ts'
import { isProcess } from '../records/rules.ts'

type Closed = ApplicationRecord & { outcome: OutcomeRecord }

const isClosed = (application: ApplicationRecord): application is Closed => application.outcome !== null

const isInferred = ({ outcome }: Closed): boolean => restsOnInference(outcome.kind, outcome.reasons)

const tallyOf = (endings: readonly Closed[], rests = isInferred) => {
  const inferred = endings.filter(rests).length
  return { count: endings.length, inferred, inferredShare: shareOf(inferred, endings.length) }
}

const wentToSomeoneElse = ({ outcome }: Closed): boolean => outcome.reasons.some(isComparison)

/**
 * The two kinds of cause, over processes that ended with no job: an application that never came to an interview is no
 * process, and an own choice has no cause to look for, so it is counted apart. An offer that was taken back is among
 * them. Beside each tally stands how many of its endings rest on inferred evidence, and their share.
 */
export const causesOf = (applications: readonly ApplicationRecord[]) => {
  const closed = applications.filter(isProcess).filter(isClosed)
  const ended = closed.filter(({ outcome }) => outcome.attribution !== null)
  const tally = (attribution: OutcomeRecord['attribution']) =>
    tallyOf(ended.filter(({ outcome }) => outcome.attribution === attribution))
  return {
    ended: ended.length,
    ownChoice: closed.filter(isByChoice).length,
    notAboutYou: tally('not_about_you'),
    somethingToLearn: tally('something_to_learn'),
    both: tally('both'),
    unknown: tally('unknown'),
    comparison: ended.filter((it) => it.outcome.attribution === 'unknown' && wentToSomeoneElse(it)).length,
    inferredInPart: ended.filter(({ outcome }) => restsOnInferenceInPart(outcome.kind, outcome.reasons))
      .length,
  }
}

/** Left by the candidate with no offer on the table, or with no cause but their own. */
const isByChoice = ({ stage, outcome }: Closed): boolean => !wasOffered(stage) && outcome.attribution === null

// Also on silence: what the candidate noted stays noted, though it is not the cause that nobody gave.
const hasLesson = ({ anythingToLearn, reasons }: OutcomeRecord): boolean =>
  anythingToLearn === true || reasons.some(isLesson)

const bucketOf = ({ stage, outcome }: Closed) => {
  if (wasOffered(stage)) return 'won'
  if (hasLesson(outcome)) return 'learned'
  if (outcome.attribution === 'not_about_you') return 'notAboutYou'
  return isOwnDecision(outcome.kind) ? 'ownChoice' : 'notKnown'
}

/**
 * An offer, an own choice, a lesson that the candidate says there is: none of them is inferred from anything. Any
 * other lesson rests on what it was noted from, whatever is known of other causes.
 */
const countsAsInferred = (application: Closed): boolean => {
  const { anythingToLearn, reasons } = application.outcome
  switch (bucketOf(application)) {
    case 'won':
    case 'ownChoice':
      return false
    case 'learned':
      return anythingToLearn !== true && isInferredSide(reasons.filter(isLesson))
    case 'notAboutYou':
    case 'notKnown':
      return isInferred(application)
  }
}

/**
 * Won, learned or not about you: every closed application counts once, in the first that holds, so the five tallies
 * add up to `closed`. An offer is won, also one declined or taken back. A noted lesson counts as learned, whatever
 * else played a part, and though silence or a withdrawal is not attributed to it. Own choice and endings of which nobody knows the cause, silence among them, stand apart: to
 * count them as any of the three would claim what no record says.
 */
export const talliesOf = (applications: readonly ApplicationRecord[]) => {
  const closed = applications.filter(isClosed)
  const tally = (bucket: ReturnType<typeof bucketOf>) =>
    tallyOf(
      closed.filter((application) => bucketOf(application) === bucket),
      countsAsInferred,
    )
  return {
    closed: closed.length,
    won: tally('won'),
    learned: tally('learned'),
    notAboutYou: tally('notAboutYou'),
    ownChoice: tally('ownChoice'),
    notKnown: tally('notKnown'),
    comparison: closed.filter((it) => bucketOf(it) === 'notKnown' && wentToSomeoneElse(it)).length,
  }
}
