import fc from 'fast-check'
import { test } from 'tap'
import { chanceOf } from '../../src/insights/chance/rules.ts'
import type { ComebackRecords } from '../../src/insights/comeback/rules/setbacks.ts'
import { comebackOf } from '../../src/insights/comeback/rules.ts'
import { Comeback } from '../../src/insights/comeback/schemas.ts'
import { flowOf } from '../../src/insights/flow/rules.ts'
import { forecastOf } from '../../src/insights/forecast/rules.ts'
import { Forecast } from '../../src/insights/forecast/schemas.ts'
import { answerOf } from '../../src/insights/frame/rules/answer.ts'
import type { Basis, Window } from '../../src/insights/frame/rules.ts'
import { funnelOf } from '../../src/insights/funnel/rules.ts'
import { Funnel } from '../../src/insights/funnel/schemas.ts'
import { pitchesOf } from '../../src/insights/pitches/rules.ts'
import { plansOf } from '../../src/insights/plans/rules.ts'
import { questionsOf } from '../../src/insights/questions/rules.ts'
import { reasonsOf } from '../../src/insights/reasons/rules.ts'
import type { Rows } from '../../src/insights/records/rules/rows.ts'
import type { ApplicationRecord } from '../../src/insights/records/rules.ts'
import { responseTimesOf } from '../../src/insights/response-times/rules.ts'
import { ResponseTimes } from '../../src/insights/response-times/schemas.ts'
import { roundsIn } from '../../src/insights/rounds/rules.ts'
import { given } from '../journal/outcomes/arbitraries.ts'
import { application, applications, BASE_RATE, ended, held, id, WINDOW } from './records.ts'

type All = ComebackRecords & { pitches: Rows['pitches'] }

/** Whatever else a journal holds, hung on its applications. */
const journalOf = (all: readonly ApplicationRecord[]): All => {
  const interviews = all.flatMap((it) => it.interviews)
  const answers = ['well', 'partly', 'did_not_know', null] as const
  const at = (n: number) => `2026-01-${String(10 + (n % 20)).padStart(2, '0')}T10:00:00.000Z`
  const questions = interviews.map((interview, n) => ({
    id: id('c', 500 + n),
    interviewId: interview.id,
    createdAt: at(n),
    createdOn: at(n).slice(0, 10),
    promptDigest: `p${n % 4}`,
    kind: 'technical' as const,
    topic: n % 3 === 0 ? null : 'SQL',
    answered: answers[n % 4] ?? null,
  }))
  const studyItems = ['p1', 'p2'].map((digest, n) => ({
    id: id('d', 500 + n),
    prompt: digest,
    topic: null,
    state: 'learning' as const,
    createdAt: at(n),
    createdOn: at(n).slice(0, 10),
    promptDigests: [digest],
  }))
  const studyReviews = studyItems.map((item, n) => ({
    id: id('d', 600 + n),
    itemId: item.id,
    rating: 'easy' as const,
    source: 'review' as const,
    on: '2026-01-20',
    createdAt: at(n),
  }))
  const plans = interviews.slice(0, 3).map((_, n) => ({
    id: id('d', 700 + n),
    createdAt: at(n),
    createdOn: at(n).slice(0, 10),
    status: 'open' as const,
    reflectionId: null,
    private: false,
  }))
  const planReviews = plans.map((plan, n) => ({
    planId: plan.id,
    interviewId: interviews[n]?.id ?? null,
    createdAt: at(n),
    tried: n % 2 === 0,
    helped: n % 2 === 0 ? ('yes' as const) : null,
  }))
  const pitches = [{ id: id('d', 800), title: 'a', previousId: null, archivedAt: null }]
  const pauses = [{ from: '2026-02-01', to: '2026-02-05' }]
  return {
    applications: all.map((it) => ({
      ...it,
      interviews: it.interviews.map((one) => ({ ...one, pitchId: pitches[0]?.id ?? null })),
    })),
    lookBacks: [],
    ...{ questions, studyItems, studyReviews, plans, planReviews, pitches, pauses },
  }
}

const INSIGHTS: Record<string, (records: All, window: Window) => { basis: Basis }> = {
  funnel: (records, window) => funnelOf(records, window, 'source'),
  rounds: roundsIn,
  reasons: reasonsOf,
  forecast: (records, window) => forecastOf(records, window, { prior: { alpha: 1, beta: 4 }, horizon: true }),
  chance: (records, window) => chanceOf(records, window, BASE_RATE),
  'response-times': responseTimesOf,
  comeback: comebackOf,
  questions: questionsOf,
  plans: plansOf,
  pitches: pitchesOf,
  flow: flowOf,
}
const each = (holds: (compute: (typeof INSIGHTS)[string]) => boolean) => Object.values(INSIGHTS).every(holds)

const reversed = (records: All): All => ({
  ...records,
  applications: records.applications.toReversed().map((it) => ({
    ...it,
    interviews: it.interviews.toReversed(),
    reflections: it.reflections.toReversed(),
  })),
  questions: records.questions.toReversed(),
  studyItems: records.studyItems.toReversed(),
  studyReviews: records.studyReviews.toReversed(),
  plans: records.plans.toReversed(),
  planReviews: records.planReviews.toReversed(),
  pitches: records.pitches.toReversed(),
  pauses: records.pauses.toReversed(),
})

test('the order of the records changes no insight', async () => {
  fc.assert(
    fc.property(applications, (all) => {
      const records = journalOf(all)
      return each(
        (compute) =>
          JSON.stringify(compute(records, WINDOW)) === JSON.stringify(compute(reversed(records), WINDOW)),
      )
    }),
  )
})

/** Every count that an answer holds, by its place: whole numbers that count, no shares, days or probabilities. */
const countsIn = (value: unknown, place = ''): [string, number][] => {
  if (typeof value === 'number') return [[place, value]]
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value))
    return value.flatMap((item, at) =>
      countsIn(
        item,
        `${place}[${item?.round ?? item?.code ?? item?.group ?? item?.stage ?? item?.id ?? at}]`,
      ),
    )
  return Object.entries(value).flatMap(([name, member]) => countsIn(member, `${place}.${name}`))
}
const NO_COUNT =
  /\.(share|value|low|high|mean|low80|high80|probability|medianDays|days|waiting|curve|quantiles|prior|sensitivity|processesFor|atRisk|year|alpha|beta|smallSample|topics|kinds|byMonth|links|groups\[.*codes)\b/
const counts = (answer: object) => countsIn(answer).filter(([place]) => !NO_COUNT.test(place))

/** A process that ended with a no, from before everything else, learned of in the middle. */
const setback = application(97, {
  appliedOn: '2025-12-01',
  interviews: [held(970, '2025-12-10')],
  outcome: ended('rejected', {
    learnedOn: '2026-01-15',
    reasons: [given('knowledge_gap', 'stated_by_employer')],
  }),
})

test('one more setback lowers no count', async () => {
  fc.assert(
    fc.property(applications, (all) => {
      const records = journalOf(all)
      const more = { ...records, applications: [...records.applications, setback] }
      return each((compute) => {
        const after = new Map(counts(compute(more, WINDOW)))
        return counts(compute(records, WINDOW)).every(([place, count]) => (after.get(place) ?? -1) >= count)
      })
    }),
  )
})

type Point = { day: number; waiting: number }
const level = (curve: readonly Point[], day: number) =>
  curve.findLast((point) => point.day <= day)?.waiting ?? 1

const january = fc.integer({ min: 10, max: 31 }).map((day) => `2026-01-${day}`)
const later = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Processes of January that were answered after some days, or not yet; three or more. */
const processes = fc
  .array(fc.record({ on: january, after: fc.option(fc.integer({ min: 0, max: 28 })) }), {
    minLength: 3,
    maxLength: 20,
  })
  .map((all) =>
    all.map(({ on, after }, n) =>
      application(n, {
        appliedOn: '2025-11-01',
        interviews: [held(n, on)],
        outcome: after === null ? null : ended('rejected', { learnedOn: later(on, after) }),
      }),
    ),
  )
/** Applications that were sent in February. */
const sent = fc
  .uniqueArray(fc.integer({ min: 1, max: 18 }), { maxLength: 5 })
  .map((days) => days.map((day) => application(100 + day, { appliedOn: later('2026-02-01', day) })))

const lowersNone = (before: readonly Point[], after: readonly Point[]) =>
  Array.from({ length: 90 }, (_, day) => day).every((day) => level(after, day) >= level(before, day) - 1e-12)

test('one more open process lowers no curve', async () => {
  fc.assert(
    fc.property(processes, fc.constantFrom('2026-01-10', '2026-02-20'), (all, on) => {
      const open = application(96, { appliedOn: '2025-11-01', interviews: [held(960, on)] })
      const [before, after] = [all, [...all, open]].map(
        (list) => responseTimesOf(journalOf(list), WINDOW).curve,
      )
      return lowersNone(before ?? [], after ?? [])
    }),
  )
})

test('one more setback without a way back yet lowers no curve', async () => {
  fc.assert(
    fc.property(processes, sent, (all, acts) => {
      // Learned of on 20 February, after every application.
      const latest = { ...setback, outcome: ended('rejected', { learnedOn: '2026-02-20' }) }
      const of = (list: readonly ApplicationRecord[]) =>
        comebackOf({ ...journalOf([]), pauses: [], studyReviews: [], applications: list }, WINDOW)
      const [before, after] = [of([...all, ...acts]), of([...all, ...acts, latest])]
      // Below three there is no curve to lower.
      const { events, censored } = before.comebackTime
      return (
        after.comebackTime.events === events &&
        after.comebackTime.censored === censored + 1 &&
        (events + censored < 3 || lowersNone(before.curve, after.curve))
      )
    }),
  )
})

test('an open application lowers no rate', async () => {
  fc.assert(
    fc.property(applications, (all) => {
      const records = journalOf(all)
      const waiting = application(95, { appliedOn: '2026-02-25' })
      const more = { ...records, applications: [...records.applications, waiting] }
      const rates = (it: All) => {
        const { steps } = funnelOf(it, WINDOW, null)
        return JSON.stringify([
          steps.map(({ conversion, withUnanswered }) => [conversion, withUnanswered]),
          roundsIn(it, WINDOW).perRound,
          forecastOf(it, WINDOW, { prior: { alpha: 1, beta: 4 }, horizon: true }).rate,
        ])
      }
      return rates(records) === rates(more)
    }),
  )
})

test('what is left out and what is counted make up all there is', async () => {
  fc.assert(
    fc.property(applications, (all) => {
      const records = journalOf(all)
      const window = { ...WINDOW, from: '2026-01-10' }
      return ['funnel', 'rounds', 'reasons', 'forecast', 'chance', 'response-times', 'flow'].every((name) => {
        const { n, excluded } = (INSIGHTS[name] as (typeof INSIGHTS)[string])(records, window).basis
        return n + excluded.reduce((sum, { count }) => sum + count, 0) === all.length
      })
    }),
  )
})

test('the parts of the funnel add up, and no stage holds more than the one before', async () => {
  fc.assert(
    fc.property(applications, (all) => {
      const { stages, steps } = funnelOf(journalOf(all), WINDOW, null)
      return (
        steps.every((it) => it.reached === it.advanced + it.ended + it.ownChoice + it.open) &&
        stages.every(({ count }, at) => count <= (stages[at - 1]?.count ?? count))
      )
    }),
  )
})

test('every answer meets its contract, two windows included', async () => {
  const other = { ...WINDOW, to: '2026-01-15' }
  fc.assert(
    fc.property(applications, (all) => {
      const records = journalOf(all)
      const answers = {
        funnel: [Funnel, answerOf('funnel', (w) => funnelOf(records, w, 'tag'), WINDOW, other)],
        times: [ResponseTimes, answerOf('x', (w) => responseTimesOf(records, w), WINDOW, other)],
        comeback: [Comeback, answerOf('x', (w) => comebackOf(records, w), WINDOW, other)],
        forecast: [
          Forecast,
          answerOf(
            'x',
            (w) => forecastOf(records, w, { prior: { alpha: 1, beta: 4 }, horizon: true }),
            WINDOW,
            other,
          ),
        ],
      } as const
      return Object.values(answers).every(([schema, answer]) => schema.safeParse(answer).success)
    }),
  )
})
