import { FORWARD_ACTS } from '../../src/insights/comeback/rules/acts.ts'
import type { Figures, TextCode } from '../../src/language/figures.ts'

const COUNTS = [0, 1, 2, 12]
const RATES = [
  { baseRateLow: 0.2, baseRateHigh: 0.25, source: 'Jobvite', year: 2017 },
  { baseRateLow: 0.03, baseRateHigh: 0.03, source: 'CareerPlug', year: 2024 },
]
const NOS = ['rejected', 'no_response', 'role_closed', 'offer_rescinded'] as const
const SUBJECTS = (['interview', 'application', 'period'] as const).map((subject) => ({ subject }))
const FLAGS = [true, false]
const NAMED_BY = ['employer', 'you', 'both'] as const

/** Groups of a whole: all of them at 1, 2 and 12, each alone, in pairs, one of them at 3 beside ones, and all but one. */
const wholesOf = <Key extends string>(...keys: Key[]): Record<Key, number>[] => {
  const none = Object.fromEntries(keys.map((key) => [key, 0]))
  const filled = (count: number) => Object.fromEntries(keys.map((key) => [key, count]))
  const alone = keys.flatMap((key) => [1, 2, 12].map((count) => ({ ...none, [key]: count })))
  const pairs = keys.flatMap((key) => keys.map((other) => ({ ...none, [key]: 3, [other]: 1 })))
  const most = keys.map((key) => ({ ...filled(1), [key]: 3 }))
  const allBut = keys.map((key) => ({ ...filled(3), [key]: 0 }))
  return [...[1, 2, 12].map(filled), ...alone, ...pairs, ...most, ...allBut] as Record<Key, number>[]
}

/** Every count in one place, the others at 3, and all of them at 0, 1, 2 and 12. */
const countsOf = <Key extends string>(...keys: Key[]): Record<Key, number>[] => {
  const filled = (count: number) => Object.fromEntries(keys.map((key) => [key, count]))
  const others = (key: Key) => Object.fromEntries(keys.map((other) => [other, other === key ? 0 : 3]))
  const singles = keys.flatMap((key) => COUNTS.map((count) => ({ ...others(key), [key]: count })))
  return [...COUNTS.map(filled), ...singles, ...keys.map(others)] as Record<Key, number>[]
}

const fewOf = (most: number) => [...new Set([0, Math.min(1, most), Math.max(0, most - 1), most])]

/**
 * Groups with what they add up to: none, one, all but one and all of those without a known cause went to someone else,
 * and as many of those and of the known causes are a guess.
 */
const endings = <Counts extends Record<string, number>>(counts: Counts, unknown: number, known: number) => {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return fewOf(unknown).flatMap((comparison) =>
    fewOf(comparison).flatMap((comparisonInferred) =>
      fewOf(known).map((inferred) => ({
        ...{ ...counts, all, comparison, comparisonInferred },
        inferred: inferred + comparisonInferred,
      })),
    ),
  )
}

/** Figures for every text: each branch of a text is reached, and each count is 0, 1, 2 and more. */
export const SAMPLES: { [Code in TextCode]: Figures[Code][] } = {
  interview_was_a_win: [1, 2, 12].flatMap((interviews) => [0, 1, 2].map((round) => ({ interviews, round }))),
  ended_before_interview: FLAGS.map((sent) => ({ sent })),
  interviews_are_rare: RATES,
  may_not_be_about_you: NOS.flatMap((kind) => [
    { kind, named: 'signs' as const },
    ...FLAGS.map((answered) => ({ kind, named: 'nothing' as const, answered })),
    ...(['lesson', 'comparison'] as const).flatMap((named) =>
      NAMED_BY.flatMap((namedBy) => [1, 3].map((reasons) => ({ kind, named, namedBy, reasons }))),
    ),
  ]),
  was_not_about_you: (['stated_by_employer', 'public_information'] as const).flatMap((evidence) =>
    FLAGS.flatMap((fit) => FLAGS.map((whole) => ({ evidence, fit, whole }))),
  ),
  chance_alone: RATES.flatMap((rate) =>
    [
      [1, 0.75, 0.8],
      [2, 0.5625, 0.64],
      [5, 0.2373, 0.3277],
      [12, 0.0317, 0.0687],
      [24, 0.001, 0.0047],
      [20, 0.0032, 0.0115],
      [1, 0.97, 0.97],
    ].map(([processesWithoutOffer = 0, probabilityLow = 0, probabilityHigh = 0]) => ({
      ...rate,
      processesWithoutOffer,
      probabilityLow,
      probabilityHigh,
    })),
  ),
  learning_noted: NAMED_BY.flatMap((namedBy) => COUNTS.map((reasons) => ({ reasons, namedBy }))),
  learning_open: NOS.map((kind) => ({ kind })),
  learning_none_noted: [{ anythingToLearn: false }],
  offer_win: ([...NOS, 'offer_accepted', 'offer_declined', 'withdrawn'] as const).flatMap((kind) =>
    COUNTS.map((interviews) => ({ kind, interviews })),
  ),
  decision_respected: [{ kind: 'withdrawn' }, { kind: 'offer_declined' }],
  door_open: FLAGS.map((feedback) => ({ doorOpen: true, feedback })),
  what_next: [
    { action: 'finish_reflection', reflectionId: 'r' },
    ...FLAGS.map((afterOffer) => ({ action: 'start_reflection', afterOffer }) as const),
    ...[1, 2, 12].flatMap((plans) =>
      ['i', null].map((interviewId) => ({ action: 'try_plan', plans, interviewId, startsAt: null }) as const),
    ),
    { action: 'next_interview', interviewId: 'i', startsAt: '2026-03-02T09:00:00.000Z' },
    { action: 'look_ahead' },
  ],
  prompt_went_well: SUBJECTS,
  prompt_did_not_go_well: SUBJECTS,
  prompt_do_differently: SUBJECTS,
  went_well_interview_obtained: [1, 2, 12].map((interviews) => ({ interviews })),
  went_well_round_reached: [1, 2, 12].map((round) => ({ round })),
  went_well_offer: [1, 2, 12].map((offers) => ({ offers })),
  went_well_round_won: [1, 2, 12].map((round) => ({ round })),
  went_well_answered: [1, 2, 12].map((questions) => ({ questions })),
  went_well_sent: [{ sent: true }],
  went_well_applications_sent: [1, 2, 12].map((applications) => ({ applications })),
  went_well_came_back: [1, 2, 12].map((earlierNos) => ({ earlierNos })),
  works_interviews: countsOf('interviews', 'applications'),
  works_offers: [1, 2, 12].map((offers) => ({ offers, applications: offers + 3 })),
  works_no_interview_yet: countsOf('applications', 'recorded'),
  works_rate: [
    { successes: 0, trials: 3, low: 0, high: 0.56 },
    { successes: 1, trials: 4, low: 0.046, high: 0.699 },
    { successes: 2, trials: 12, low: 0.047, high: 0.448 },
    { successes: 12, trials: 12, low: 0.757, high: 1 },
  ].flatMap((rate) =>
    fewOf(rate.successes).flatMap((offersWithoutInterview) =>
      COUNTS.map((undated) => ({ ...{ ...rate, offersWithoutInterview }, undated })),
    ),
  ),
  causes: wholesOf('notAboutYou', 'somethingToLearn', 'both', 'unknown').flatMap((counts) =>
    endings(counts, counts.unknown, counts.notAboutYou + counts.somethingToLearn + counts.both).flatMap(
      ({ all, ...rest }) =>
        fewOf(Math.min(counts.both, rest.inferred - rest.comparisonInferred)).map((inferredInPart) => ({
          ...{ ...rest, inferredInPart },
          ended: all,
        })),
    ),
  ),
  tallies: wholesOf('won', 'learned', 'notAboutYou', 'ownChoice', 'notKnown').flatMap((counts) =>
    endings(counts, counts.notKnown, counts.learned + counts.notAboutYou).map(({ all, ...rest }) => ({
      ...rest,
      closed: all,
    })),
  ),
  round_led_on: countsOf('advanced', 'decided').flatMap((counts) =>
    COUNTS.map((more) => ({ round: 1, ...counts, reached: counts.decided + more })),
  ),
  stalls_at_round: countsOf('advanced', 'decided').flatMap((counts) =>
    COUNTS.map((more) => ({ round: 2, ...counts, reached: counts.decided + more })),
  ),
  question_labeling: [{}],
  question_should_statement: [{}],
  question_mind_reading: [{}],
  question_personalization: [{}],
  question_discounting_the_positive: [{}],
  question_emotional_reasoning: [{}],
  question_self_attack: [{}],
  support_explicit: [{}],
  support_soft: [{}],
  support_page: [{}],
  question_fortune_telling: COUNTS.flatMap((interviews) =>
    [0, 1, 2].map((offers) => ({ interviews, offers })),
  ),
  question_overgeneralization: COUNTS.flatMap((decided) =>
    [0, 1, decided].map((advanced) => ({ decided, advanced: Math.min(decided, advanced) })),
  ),
  question_all_or_nothing: COUNTS.flatMap((questions) =>
    [0, 1, questions].map((well) => ({ questions, well: Math.min(questions, well) })),
  ),
  question_magnification: COUNTS.map((applications) => ({ applications })),
  reflections_owed: countsOf('interviews', 'offers').filter(
    ({ interviews, offers }) => interviews + offers > 0,
  ),
  interview_obtained: [1, 2, 12].map((round) => ({ round })),
  round_advanced: [1, 2, 12].map((round) => ({ round })),
  came_back: [1, 2, 12].flatMap((setbacks) => FORWARD_ACTS.map((act) => ({ setbacks, act }))),
  first_study_item_ready: [1, 2, 12].map((reviews) => ({ reviews })),
  reflection_finished: SUBJECTS,
  offer_received: countsOf('interviews'),
  near_miss: [0, 7].map((days) => ({ days })),
  prepare_interview: [0, 1, 3].map((days) => ({ days })),
  answer_offer: [null, -12, -1, 0, 1, 12].map((days) => ({ days })),
  reflect: (['interview', 'offer'] as const).flatMap((after) =>
    FLAGS.map((begun) => ({ after, begun, owed: 2 })),
  ),
  review_plan: [1, 2, 12].map((interviews) => ({ interviews })),
  study: [1, 2, 12].map((items) => ({ items })),
  assignment: (['coach', 'client'] as const).flatMap((madeBy) =>
    [null, -3, -1, 0, 1, 12].map((days) => ({ days, madeBy })),
  ),
  follow_up: [0, 1, 12].map((days) => ({ days })),
  confirm_interview: [1, 12].map((days) => ({ days })),
  record_silence: (['application', 'interview'] as const).flatMap((after) =>
    FLAGS.map((ownTimes) => ({ days: 62, usualDays: 45, after, ownTimes })),
  ),
  date_next_step: [{ dated: false }],
  whats_next: (['setback', 'advance', 'nothing'] as const).map((after) => ({ after })),
  interview_ahead: [null, 0, 1, 12].map((days) => ({ days })),
}
