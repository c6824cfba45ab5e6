import type { Attribution, GivenReason, OutcomeKind } from '../rules.ts'
import { isFirm, isFit, isLesson, isNotAboutYou, isOwnDecision } from '../rules.ts'
import { nextStepOf } from './next-step.ts'
import { type BaseRate, chanceAlone, quoted, statement } from './statement.ts'

/** What the reading of an outcome rests on. */
export type ReadingFacts = {
  kind: OutcomeKind
  attribution: Attribution | null
  reasons: readonly GivenReason[]
  anythingToLearn: boolean | null
  /** Whether it was sent at all: a role may close while it is no more than saved. */
  sent: boolean
  /** Interviews of this application on record, whatever became of them. */
  interviewsObtained: number
  interviewsHeld: number
  /** Highest round of an interview held, 0 without one. */
  roundReached: number
  /** Processes of the account that ended without an offer, this one included where it counts as one. */
  processesWithoutOffer: number
  /** Interview to offer, per process. */
  baseRate: BaseRate
  /** Application to interview; null where no such rate is in force. */
  applicationRate: BaseRate | null
  /** The open reflection about this application or one of its interviews. */
  openReflectionId: string | null
  /** Whether a finished reflection is about this application or one of its interviews. */
  reflected: boolean
  openPlans: number
  nextInterview: { id: string; startsAt: string | null } | null
}

type No = Exclude<OutcomeKind, 'offer_accepted' | 'offer_declined' | 'withdrawn'>

/**
 * What recording an outcome answers: statements in the order of the method, each with the figures it rests on. After
 * a no, what may have had nothing to do with the candidate always stands before anything about learning. Without an
 * interview there is no interview win to name, and the chance of a process does not apply: the bare fact comes
 * first, then, where a rate for it is in force, how rare interviews are.
 * @returns codes and figures; `sayAll` puts them into words
 */
export const readingOf = (facts: ReadingFacts) => {
  const { kind } = facts
  switch (kind) {
    case 'offer_accepted':
      return [offerWin(kind, facts), ...(facts.reflected ? [] : [next({ ...facts, ...NOTHING_ELSE })])]
    case 'offer_declined':
      return [offerWin(kind, facts), statement('decision_respected', { kind }), next(facts)]
    case 'withdrawn':
      return [statement('decision_respected', { kind }), next(facts)]
    case 'offer_rescinded':
    case 'rejected':
    case 'no_response':
    case 'role_closed':
      return [
        beginning(kind, facts),
        aboutYou(kind, facts),
        ...chance(kind, facts),
        learning(kind, facts),
        next(facts),
      ]
  }
}

// Who took the job has no other interview or plan to look to.
const NOTHING_ELSE = { openPlans: 0, nextInterview: null }

const offerWin = (kind: 'offer_accepted' | 'offer_declined' | 'offer_rescinded', facts: ReadingFacts) =>
  statement('offer_win', { kind, interviews: facts.interviewsHeld })

const beginning = (kind: No, facts: ReadingFacts) => {
  if (kind === 'offer_rescinded') return offerWin(kind, facts)
  const { interviewsObtained: interviews, roundReached: round, sent } = facts
  return interviews > 0
    ? statement('interview_was_a_win', { interviews, round })
    : statement('ended_before_interview', { sent })
}

const aboutYou = (kind: No, { reasons, attribution }: ReadingFacts) => {
  const notAboutYou = reasons.filter(isNotAboutYou)
  const firm = notAboutYou.filter(isFirm)
  if (firm.length > 0) {
    const stated = firm.some(({ evidence }) => evidence === 'stated_by_employer')
    return statement('was_not_about_you', {
      evidence: stated ? 'stated_by_employer' : 'public_information',
      fit: firm.every(isFit),
      whole: notAboutYou.length === reasons.length,
    })
  }
  const lesson = attribution === 'something_to_learn' ? 'lesson' : 'nothing'
  return statement('may_not_be_about_you', { kind, named: notAboutYou.length > 0 ? 'signs' : lesson })
}

const chance = (kind: No, facts: ReadingFacts) => {
  const { baseRate, applicationRate, processesWithoutOffer } = facts
  if (facts.interviewsObtained === 0) {
    return applicationRate && facts.sent ? [statement('interviews_are_rare', quoted(applicationRate))] : []
  }
  const counts = facts.interviewsHeld > 0 && kind !== 'offer_rescinded' && processesWithoutOffer > 0
  return counts ? [chanceAlone(processesWithoutOffer, baseRate)] : []
}

const learning = (kind: No, { reasons, anythingToLearn }: ReadingFacts) => {
  const count = reasons.filter(isLesson).length
  if (count > 0 || anythingToLearn) return statement('learning_noted', { reasons: count })
  return anythingToLearn === false
    ? statement('learning_none_noted', { anythingToLearn })
    : statement('learning_open', { kind })
}

const next = (facts: ReadingFacts) =>
  statement(
    'what_next',
    nextStepOf({
      openReflectionId: facts.openReflectionId,
      reflectionOwed: reflectionOwed(facts),
      afterOffer: facts.kind === 'offer_accepted' || facts.kind === 'offer_declined',
      openPlans: facts.openPlans,
      nextInterview: facts.nextInterview,
    }),
  )

/** An offer gets the three questions first, like a no that may hold something to learn; the rest can wait. */
const reflectionOwed = ({ kind, attribution, interviewsHeld, reflected }: ReadingFacts) => {
  if (reflected) return 'no'
  if (kind === 'offer_accepted' || kind === 'offer_declined') return 'first'
  if (interviewsHeld === 0) return 'no'
  return attribution === 'not_about_you' || isOwnDecision(kind, attribution) ? 'later' : 'first'
}
