import type { ComebackRecords } from '../../src/insights/comeback/rules/setbacks.ts'
import type { ApplicationRecord } from '../../src/insights/records/rules.ts'
import { application, ended, held, id } from '../insights/records.ts'
import { daysUntil, type Random, whole } from './random.ts'

const DAY = 86_400_000
const day = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10)
const at = (on: string) => `${on}T10:00:00.000Z`

const NOTHING = {
  ...{ questions: [], studyItems: [], studyReviews: [], plans: [], planReviews: [], pauses: [], pitches: [] },
  lookBacks: [],
}

/** A search in which an application is answered, and a first round leads on, with these chances. All is decided. */
export const advancing = (random: Random, count: number, answered: number, ledOn: number) => {
  const pitchId = id('d', 1)
  const applications = Array.from({ length: count }, (_, n): ApplicationRecord => {
    if (random() >= answered) return application(n, { stage: 'applied', outcome: ended('no_response') })
    const first = held(2 * n, '2026-01-10', { pitchId })
    const second = held(2 * n + 1, '2026-01-20', { round: 2 })
    const interviews = random() < ledOn ? [first, second] : [first]
    return application(n, { interviews, outcome: ended('rejected') })
  })
  const pitches = [{ id: pitchId, title: 'One', previousId: null, archivedAt: null }]
  return { ...NOTHING, applications, pitches }
}

/** Processes of which each day brings the answer with the same chance; watched until today, for 10 to 120 days. */
export const waiting = (random: Random, count: number, chance: number, today: string) =>
  Array.from({ length: count }, (_, n) => {
    const watched = whole(random, 10, 120)
    const heldOn = day(today, -watched)
    const time = daysUntil(random, chance)
    const outcome = time <= watched ? ended('rejected', { learnedOn: day(heldOn, time) }) : null
    return application(n, { appliedOn: '2020-01-01', interviews: [held(n, heldOn)], outcome })
  })

const SPACE = 200

/**
 * Setbacks, each long after the one before. Each day brings the way back, a plan, with the same chance, until a pause
 * begins after 10 to 120 days. Each was reflected on with another chance.
 */
export const comingBack = (
  random: Random,
  count: number,
  chance: number,
  reflecting: number,
): ComebackRecords => {
  const setbacks = Array.from({ length: count }, (_, n) => {
    const learnedOn = day('1990-01-01', n * SPACE)
    const watched = whole(random, 10, 120)
    const time = daysUntil(random, chance)
    const reflected = random() < reflecting
    return { n, learnedOn, watched, time, reflected }
  })
  return {
    ...NOTHING,
    applications: setbacks.map(({ n, learnedOn, reflected }) =>
      application(n, {
        appliedOn: '1989-01-01',
        interviews: [held(n, learnedOn)],
        outcome: ended('rejected', { learnedOn }),
        reflections: [{ id: id('c', n), interviewId: null, status: 'completed', plans: reflected ? 1 : 0 }],
      }),
    ),
    plans: setbacks
      .filter(({ time, watched }) => time <= watched)
      .map(({ n, learnedOn, time }) => ({
        ...{ id: id('d', n), status: 'open' as const, private: false, reflectionId: null },
        ...{ createdAt: at(day(learnedOn, time)), createdOn: day(learnedOn, time) },
      })),
    pauses: setbacks.map(({ learnedOn, watched }) => ({
      from: day(learnedOn, watched),
      to: day(learnedOn, SPACE - 1),
    })),
  }
}

/** Questions, some answered well, the others studied until they are ready, which each day brings with the same chance. */
export const studying = (random: Random, count: number, well: number, chance: number, today: string) => {
  const asked = Array.from({ length: count }, (_, n) => {
    const watched = whole(random, 10, 120)
    const on = day(today, -watched)
    return { n, on, watched, time: daysUntil(random, chance), well: random() < well }
  })
  const missed = asked.filter((it) => !it.well)
  return {
    ...NOTHING,
    applications: asked.map(({ n, on }) => application(n, { interviews: [held(n, on)] })),
    questions: asked.map(({ n, on, well: good }) => ({
      ...{ id: id('c', n), interviewId: id('b', n), createdAt: at(on), createdOn: on, promptDigest: `q${n}` },
      ...{ kind: 'technical' as const, topic: null },
      answered: good ? ('well' as const) : ('partly' as const),
    })),
    studyItems: missed.map(({ n, on }) => ({
      ...{ id: id('d', n), prompt: `q${n}`, topic: null, state: 'learning' as const },
      ...{ createdAt: at(on), promptDigests: [`q${n}`] },
    })),
    studyReviews: missed
      .filter(({ time, watched }) => time <= watched)
      .map(({ n, on, time }) => ({
        ...{ id: id('d', 5_000 + n), itemId: id('d', n), rating: 'easy' as const, source: 'review' as const },
        ...{ on: day(on, time), createdAt: at(day(on, time)) },
      })),
  }
}

/** Plans that each came up again, were tried with one chance, and helped with another. */
export const planning = (random: Random, count: number, tried: number, helped: number) => {
  const plans = Array.from({ length: count }, (_, n) => ({
    ...{ id: id('d', n), status: 'open' as const, private: false, reflectionId: null },
    ...{ createdAt: at('2026-01-05'), createdOn: '2026-01-05' },
  }))
  const reviews = plans.filter(() => random() < tried)
  return {
    ...NOTHING,
    applications: [application(1, { interviews: [held(1, '2026-01-10')] })],
    plans,
    planReviews: reviews.map((plan) => ({
      ...{ planId: plan.id, interviewId: id('b', 1), createdAt: at('2026-01-11'), tried: true },
      helped: random() < helped ? ('yes' as const) : ('no' as const),
    })),
  }
}
