import type { GivenReason, OutcomeKind } from '../../outcomes/rules.ts'
import {
  isCause,
  isComparison,
  isFirm,
  isFit,
  isLesson,
  isNotAboutYou,
  isOwnDecision,
} from '../../outcomes/rules.ts'
import type { ReadingFacts } from './facts.ts'
import { nextStepOf } from './next-step.ts'
import { chanceAlone, quoted, statement } from './statement.ts'

type No = Exclude<OutcomeKind, 'offer_accepted' | 'offer_declined' | 'withdrawn'>

/**
 * What recording an outcome answers: statements in the order of the method, each with the figures it rests on. After
 * a no, what may have had nothing to do with the candidate always stands before anything about learning. An offer or
 * an interview on record comes first, whatever became of it. Without either, the bare fact comes first, and the chance
 * of a process does not apply: where a rate for it is in force, how rare interviews are is said instead.
 * @returns codes and figures; `sayAll` puts them into words
 */
export const readingOf = (facts: ReadingFacts) => {
  const { kind } = facts
  switch (kind) {
    case 'offer_accepted':
      return [offerWin(kind, facts), ...(facts.reflected ? [] : [next({ ...facts, ...NOTHING_ELSE })])]
    case 'offer_declined':
      return [offerWin(kind, facts), statement('decision_respected', { kind }), ...door(facts), next(facts)]
    case 'withdrawn':
      return [...win(kind, facts), statement('decision_respected', { kind }), ...door(facts), next(facts)]
    case 'offer_rescinded':
    case 'rejected':
    case 'no_response':
    case 'role_closed':
      return [
        ...beginning(kind, facts),
        aboutYou(kind, facts),
        ...chance(kind, facts),
        ...learning(kind, facts),
        ...door(facts),
        next(facts),
      ]
  }
}

// Who took the job has no other interview or plan to look to.
const NOTHING_ELSE = { openPlans: 0, nextInterview: null }

const offerWin = (kind: OutcomeKind, { interviewsHeld: interviews }: ReadingFacts) =>
  statement('offer_win', { kind, interviews })

/** What was won before it ended: an offer, or else the interviews. */
const win = (kind: No | 'withdrawn', facts: ReadingFacts) => {
  if (kind === 'offer_rescinded' || facts.offered) return [offerWin(kind, facts)]
  const { interviewsObtained: interviews, roundReached: round } = facts
  return interviews > 0 ? [statement('interview_was_a_win', { interviews, round })] : []
}

const beginning = (kind: No, facts: ReadingFacts) => {
  const won = win(kind, facts)
  return won.length > 0 ? won : [statement('ended_before_interview', { sent: facts.sent })]
}

/** Whose words reasons rest on; what is public was still the candidate's to find. */
const namedBy = (reasons: readonly GivenReason[]) => {
  const stated = reasons.filter(({ evidence }) => evidence === 'stated_by_employer').length
  if (stated === 0) return 'you'
  return stated === reasons.length ? 'employer' : 'both'
}

const aboutYou = (kind: No, { reasons, attribution, answered }: ReadingFacts) => {
  const notAboutYou = reasons.filter(isNotAboutYou)
  const firm = notAboutYou.filter(isFirm)
  if (firm.length > 0) {
    const stated = firm.some(({ evidence }) => evidence === 'stated_by_employer')
    return statement('was_not_about_you', {
      evidence: stated ? 'stated_by_employer' : 'public_information',
      fit: firm.every(isFit),
      whole: reasons.filter(isCause).every(isNotAboutYou),
    })
  }
  if (notAboutYou.length > 0) return statement('may_not_be_about_you', { kind, named: 'signs' })
  const lessons = attribution === 'something_to_learn' ? reasons.filter(isLesson) : []
  const comparison = reasons.filter(isComparison)
  if (lessons.length > 0) return mayNotBe(kind, 'lesson', lessons)
  if (comparison.length > 0) return mayNotBe(kind, 'comparison', comparison)
  return statement('may_not_be_about_you', { kind, named: 'nothing', answered })
}

const mayNotBe = (kind: No, named: 'lesson' | 'comparison', reasons: readonly GivenReason[]) =>
  statement('may_not_be_about_you', { kind, named, namedBy: namedBy(reasons), reasons: reasons.length })

const chance = (kind: No, facts: ReadingFacts) => {
  const { baseRate, applicationRate, processesWithoutOffer, offerOnRecord } = facts
  if (facts.interviewsObtained === 0 && !facts.offered) {
    return applicationRate && facts.sent ? [statement('interviews_are_rare', quoted(applicationRate))] : []
  }
  // An ending that counts for nothing there has nothing to take from it.
  const counts =
    facts.interviewsHeld > 0 && kind !== 'offer_rescinded' && facts.attribution !== 'not_about_you'
  return counts ? chanceAlone(processesWithoutOffer, offerOnRecord || facts.offered, baseRate) : []
}

const learning = (kind: No, facts: ReadingFacts) => {
  const { reasons, anythingToLearn } = facts
  const lessons = reasons.filter(isLesson)
  if (lessons.length > 0 || anythingToLearn) {
    return [statement('learning_noted', { reasons: lessons.length, namedBy: namedBy(lessons) })]
  }
  if (anythingToLearn === false) return [statement('learning_none_noted', { anythingToLearn })]
  return isBesideThePoint(kind, facts) ? [] : [statement('learning_open', { kind })]
}

/** Where to ask for a lesson would sound like a reproach: a wish whose role closed, a cause borne out and no other. */
const isBesideThePoint = (kind: No, { sent, reasons, attribution }: ReadingFacts): boolean =>
  (kind === 'role_closed' && !sent) ||
  (attribution === 'not_about_you' &&
    reasons.some((reason) => isNotAboutYou(reason) && isFirm(reason)) &&
    reasons.filter(isCause).every(isNotAboutYou))

const door = ({ doorOpen, feedback }: ReadingFacts) =>
  doorOpen ? [statement('door_open', { doorOpen, feedback })] : []

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
  return attribution === 'not_about_you' || isOwnDecision(kind) ? 'later' : 'first'
}
