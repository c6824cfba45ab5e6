import { isOwnDecision, restsOnInference, wasOffered } from '../../../journal/outcomes/rules.ts'
import { shareOf } from '../../frame/rules.ts'
import type { ApplicationRecord, OutcomeRecord } from './records.ts'
import { isProcess } from './records.ts'

type Closed = ApplicationRecord & { outcome: OutcomeRecord }

const isClosed = (application: ApplicationRecord): application is Closed => application.outcome !== null

const isInferred = ({ outcome }: Closed): boolean => restsOnInference(outcome.kind, outcome.reasons)

const tallyOf = (endings: readonly Closed[], rests = isInferred) => {
  const inferred = endings.filter(rests).length
  return { count: endings.length, inferred, inferredShare: shareOf(inferred, endings.length) }
}

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
  }
}

/** Left by the candidate with no offer on the table, or with no cause but their own. */
const isByChoice = ({ stage, outcome }: Closed): boolean =>
  !wasOffered(stage, outcome.kind) && outcome.attribution === null

const hasLesson = ({ attribution, anythingToLearn }: OutcomeRecord): boolean =>
  anythingToLearn === true || attribution === 'something_to_learn' || attribution === 'both'

const bucketOf = ({ stage, outcome }: Closed) => {
  if (wasOffered(stage, outcome.kind)) return 'won'
  if (hasLesson(outcome)) return 'learned'
  if (outcome.attribution === 'not_about_you') return 'notAboutYou'
  return isOwnDecision(outcome.kind, outcome.attribution) ? 'ownChoice' : 'notKnown'
}

/** An offer, an own choice, a lesson that the candidate names: none of them is inferred from anything. */
const countsAsInferred = (application: Closed): boolean => {
  const bucket = bucketOf(application)
  if (bucket === 'won' || bucket === 'ownChoice') return false
  return application.outcome.anythingToLearn !== true && isInferred(application)
}

/**
 * Won, learned or not about you: every closed application counts once, in the first that holds, so the five tallies
 * add up to `closed`. An offer is won, also one declined or taken back. A noted lesson counts as learned, whatever
 * else played a part. Own choice and endings of which nobody knows the cause, silence among them, stand apart: to
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
  }
}
