import type { SelfTalkType } from './self-talk/types.ts'

/** A base rate in force, as chances between 0 and 1, with where it comes from. */
export type QuotedRate = {
  baseRateLow: number
  baseRateHigh: number
  source: string
  year: number
}

type Ending = 'rejected' | 'no_response' | 'role_closed' | 'offer_rescinded'
/** Whose words a cause rests on: the employer's alone, the account owner's alone, or some of each. */
type NamedBy = 'employer' | 'you' | 'both'
type Subject = { subject: 'interview' | 'application' | 'period' }

/** One thing that is worth doing next, and the records that it is about. */
export type NextStep =
  | { action: 'finish_reflection'; reflectionId: string }
  | { action: 'start_reflection'; afterOffer: boolean }
  | { action: 'try_plan'; plans: number; interviewId: string | null; startsAt: string | null }
  | { action: 'next_interview'; interviewId: string; startsAt: string | null }
  | { action: 'look_ahead' }

/**
 * Which figures every text rests on. The keys are the stable codes of the texts; counts are whole numbers, rates
 * lie between 0 and 1.
 */
export type Figures = OutcomeFigures &
  ReflectionFigures &
  SummaryFigures &
  WinFigures &
  NextActionFigures &
  SelfTalkFigures

type OutcomeFigures = {
  interview_was_a_win: { interviews: number; round: number }
  ended_before_interview: { sent: boolean }
  interviews_are_rare: QuotedRate
  may_not_be_about_you: { kind: Ending } & (
    | { named: 'signs' }
    | { named: 'nothing'; answered: boolean }
    | { named: 'lesson' | 'comparison'; namedBy: NamedBy; reasons: number }
  )
  was_not_about_you: {
    evidence: 'stated_by_employer' | 'public_information'
    fit: boolean
    whole: boolean
  }
  chance_alone: QuotedRate & {
    processesWithoutOffer: number
    probabilityLow: number
    probabilityHigh: number
  }
  learning_noted: { reasons: number; namedBy: NamedBy }
  learning_open: { kind: Ending }
  learning_none_noted: { anythingToLearn: false }
  offer_win: { kind: Ending | 'offer_accepted' | 'offer_declined' | 'withdrawn'; interviews: number }
  decision_respected: { kind: 'offer_declined' | 'withdrawn' }
  door_open: { doorOpen: true; feedback: boolean }
  what_next: NextStep
}

type ReflectionFigures = {
  prompt_went_well: Subject
  prompt_did_not_go_well: Subject
  prompt_do_differently: Subject
  went_well_offer: { offers: number }
  went_well_interview_obtained: { interviews: number }
  went_well_round_reached: { round: number }
  went_well_round_won: { round: number }
  went_well_answered: { questions: number }
  went_well_sent: { sent: true }
  went_well_applications_sent: { applications: number }
  went_well_came_back: { earlierNos: number }
}

/** Of `reached`, the result of `decided` is known. */
type RoundPassed = { round: number; reached: number; advanced: number; decided: number }

type SummaryFigures = {
  works_interviews: { interviews: number; applications: number }
  works_offers: { offers: number; applications: number }
  works_no_interview_yet: { applications: number; recorded: number }
  works_rate: {
    successes: number
    trials: number
    low: number
    high: number
    /** How many of `successes` have an offer and no interview on record. */
    offersWithoutInterview: number
    /** Left out of `trials`. */
    undated: number
  }
  causes: {
    ended: number
    notAboutYou: number
    somethingToLearn: number
    both: number
    unknown: number
    /** How many of `unknown` went to someone else. */
    comparison: number
    inferred: number
    /** How many of `inferred` are a guess on one of two sides alone. */
    inferredInPart: number
    /** How many of `inferred` went to someone else, by a guess. */
    comparisonInferred: number
  }
  tallies: {
    closed: number
    won: number
    learned: number
    notAboutYou: number
    ownChoice: number
    notKnown: number
    /** How many of `notKnown` went to someone else. */
    comparison: number
    inferred: number
    /** How many of `inferred` went to someone else, by a guess. */
    comparisonInferred: number
  }
  round_led_on: RoundPassed
  stalls_at_round: RoundPassed
  reflections_owed: { interviews: number; offers: number }
}

type WinFigures = {
  interview_obtained: { round: number }
  round_advanced: { round: number }
  came_back: {
    setbacks: number
    act: 'application_sent' | 'interview_held' | 'interview_booked' | 'study_review' | 'plan_written'
  }
  first_study_item_ready: { reviews: number }
  reflection_finished: Subject
  offer_received: { interviews: number }
}

type NextActionFigures = {
  near_miss: { days: number }
  prepare_interview: { days: number }
  answer_offer: { days: number | null }
  confirm_interview: { days: number }
  reflect: { after: 'interview' | 'offer'; begun: boolean; owed: number }
  review_plan: { interviews: number }
  study: { items: number }
  assignment: { days: number | null; madeBy: 'coach' | 'client' }
  follow_up: { days: number }
  record_silence: {
    days: number
    usualDays: number
    after: 'application' | 'interview'
    ownTimes: boolean
  }
  date_next_step: { dated: false }
  whats_next: { after: 'setback' | 'advance' | 'nothing' }
  interview_ahead: { days: number | null }
}

/** What a question asks with; each count is one of the account's own records. */
type SelfTalkFigures = Record<
  | `question_${Exclude<SelfTalkType, 'fortune_telling' | 'overgeneralization' | 'all_or_nothing' | 'magnification'>}`
  | 'support_explicit'
  | 'support_soft'
  | 'support_page',
  Record<never, never>
> & {
  question_fortune_telling: { interviews: number; offers: number }
  question_overgeneralization: { advanced: number; decided: number }
  question_all_or_nothing: { well: number; questions: number }
  question_magnification: { applications: number }
}

export type OutcomeCode = keyof OutcomeFigures
export type ReflectionCode = keyof ReflectionFigures
export type SummaryCode = keyof SummaryFigures
export type SelfTalkCode = keyof SelfTalkFigures
export type WinCode = keyof WinFigures
export type NextActionCode = keyof NextActionFigures
export type TextCode = keyof Figures

/** A statement before it is put into words. */
export type Statement<Code extends TextCode = TextCode> = {
  [Each in Code]: { code: Each; basis: Figures[Each] }
}[Code]

/** The texts of one language: a text or a figure that is missing does not compile. */
export type TextsOf<Codes extends TextCode> = { [Code in Codes]: (figures: Figures[Code]) => string }
export type Texts = TextsOf<TextCode>
