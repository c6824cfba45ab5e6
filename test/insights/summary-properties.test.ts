import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { test } from 'tap'
import type { SummaryRecords } from '../../src/insights/ahead/rules.ts'
import { rateOf } from '../../src/insights/figures/rules.ts'
import { funnelOf } from '../../src/insights/funnel/rules.ts'
import { Summary } from '../../src/insights/summary/schemas.ts'
import { sayAll } from '../../src/language/say.ts'
import { given, shuffled } from '../journal/outcomes/arbitraries.ts'
import { faultsOf } from '../language/voice.ts'
import { application, applications, ended, held, id, journals, summarise, WINDOW } from './records.ts'

const options = { from: '2026-01-01' }
const of = (records: SummaryRecords) => summarise(records, options)

const outside = application(99, {
  interviews: [held(99, '2026-02-02')],
  outcome: ended('rejected', { reasons: [given('budget_cut', 'stated_by_employer')] }),
})
const withOutside = ({ applications, ...others }: SummaryRecords) =>
  of({ applications: [...applications, outside], ...others })

/** Every count that an answer holds, by its path. */
const countsIn = (value: unknown, path = ''): [string, number][] => {
  if (typeof value === 'number') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => countsIn(member, `${path}.${key}`))
}

test('the order of the records changes nothing', async () => {
  fc.assert(
    fc.property(shuffled(applications), ([one, other]) => {
      const turned = other.map((record) => ({
        ...record,
        interviews: record.interviews.toReversed(),
        reflections: record.reflections.toReversed(),
      }))
      const begun = (letter: 'c' | 'd') =>
        [901, 902].map((number) => ({ id: id(letter, number), status: 'open' as const }))
      const [plans, lookBacks] = [begun('d'), begun('c')]
      const reversed = { plans: plans.toReversed(), lookBacks: lookBacks.toReversed() }
      return (
        JSON.stringify(of({ applications: one, plans, lookBacks })) ===
        JSON.stringify(of({ applications: turned, ...reversed }))
      )
    }),
  )
})

test('every answer meets its contract and every statement the voice', async () => {
  fc.assert(
    fc.property(journals, (records) => {
      const summary = of(records)
      const answer = { ...summary, statements: sayAll('en', summary.statements) }
      return (
        isDeepStrictEqual(Summary.parse(answer), answer) &&
        answer.statements.every(({ text }) => faultsOf(text).length === 0)
      )
    }),
  )
})

test('the tallies add up to what they are taken of', async () => {
  fc.assert(
    fc.property(journals, (records) => {
      const { works, causes, tallies, rounds } = of(records)
      const { closed, comparison, ...buckets } = tallies
      const sum = (parts: { count: number }[]) => parts.reduce((total, { count }) => total + count, 0)
      const { notAboutYou, somethingToLearn, both, unknown } = causes
      return (
        sum(Object.values(buckets)) === closed &&
        comparison <= tallies.notKnown.count &&
        causes.comparison <= unknown.count &&
        sum([notAboutYou, somethingToLearn, both, unknown]) === causes.ended &&
        works.applicationToInterview.trials + works.waiting + works.ownChoice + works.undated ===
          works.applicationsSent &&
        [...rounds.perRound, rounds.first, rounds.second, rounds.final].every(
          (round) =>
            round.reached === round.advanced + round.notAdvanced + round.ownChoice + round.open &&
            round.notAboutYou <= round.notAdvanced,
        )
      )
    }),
  )
})

test('an ending that was not about the candidate never lowers a count', async () => {
  fc.assert(
    fc.property(journals, (records) => {
      const sections = ({
        works,
        causes,
        tallies,
        rounds,
        chance,
        reflectionsOwed,
      }: ReturnType<typeof of>) => ({
        works: { ...works, applicationToInterview: works.applicationToInterview.successes },
        causes: Object.fromEntries(
          Object.entries(causes).map(([key, it]) => [key, typeof it === 'number' ? it : it.count]),
        ),
        tallies: Object.fromEntries(
          Object.entries(tallies).map(([key, it]) => [key, typeof it === 'number' ? it : it.count]),
        ),
        reached: [rounds.first, rounds.second, rounds.final].map(({ reached, advanced }) => ({
          reached,
          advanced,
        })),
        chance: { ended: chance.processesWithoutOffer, offers: chance.offers },
        owed: reflectionsOwed.count,
      })
      const before = new Map(countsIn(sections(of(records))))
      const after = new Map(countsIn(sections(withOutside(records))))
      return [...before].every(([path, count]) => (after.get(path) ?? Number.NaN) >= count)
    }),
  )
})

test('an ending that was not about the candidate leaves what there is to learn as it was', async () => {
  fc.assert(
    fc.property(journals, (records) => {
      const before = of(records)
      const after = withOutside(records)
      return (
        after.causes.somethingToLearn.count === before.causes.somethingToLearn.count &&
        after.tallies.learned.count === before.tallies.learned.count &&
        after.causes.notAboutYou.count === before.causes.notAboutYou.count + 1 &&
        (after.works.applicationToInterview.value ?? 1) >= (before.works.applicationToInterview.value ?? 0)
      )
    }),
  )
})

test('an application that still waits lowers no rate', async () => {
  fc.assert(
    fc.property(journals, (records) => {
      const waiting = application(98)
      const before = of(records)
      const after = of({ ...records, applications: [...records.applications, waiting] })
      return (
        JSON.stringify([after.rounds, after.causes, after.tallies, after.works.applicationToInterview]) ===
        JSON.stringify([before.rounds, before.causes, before.tallies, before.works.applicationToInterview])
      )
    }),
  )
})

test('what nobody answered for sixty days counts as not answered, though no one recorded it', async (t) => {
  const sent = (appliedOn: string, n: number) => application(n, { appliedOn, stage: 'applied' })
  const days = ['2025-01-07', '2025-12-30', '2025-12-31', '2026-02-20']
  const all = (applications: ReturnType<typeof sent>[]) =>
    summarise({ applications, plans: [], lookBacks: [] }).works
  const works = all(days.map(sent))
  // On 1 March 2026, whatever the hour, 30 December lies 61 days back and 31 December 60.
  t.match(works, { applicationsSent: 4, waiting: 2, unanswered: 2 })
  t.match(works.applicationToInterview, { value: null, successes: 0, trials: 2 })
  const { steps } = funnelOf({ applications: days.map(sent), lookBacks: [] }, WINDOW, null)
  t.equal(steps[0]?.unanswered, 2, 'the funnel has it alike')
  t.match(all([sent('2026-01-01', 1)]), { waiting: 1, unanswered: 0 })
})

test('below three trials there are counts and no rate', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (a, b) => {
      const rate = rateOf(Math.min(a, b), Math.max(a, b))
      const speaks = rate.value !== null && rate.low !== null && rate.high !== null
      const silent = rate.value === null && rate.low === null && rate.high === null
      return rate.trials < 3 ? silent : speaks
    }),
  )
})
