import { test } from 'tap'
import type { ApplicationRecord } from '../../src/insights/records/rules.ts'
import { given } from '../journal/outcomes/arbitraries.ts'
import { application, ended, held, id, summarise } from './records.ts'

const of = (applications: readonly ApplicationRecord[], changes = {}) =>
  summarise({ applications, plans: [], lookBacks: [] }, changes)
const round2 = { round: 2 }

test('an empty journal says what is there, and looks ahead', async (t) => {
  const empty = of([])
  t.strictSame(empty.basis, { n: 0, open: 0, excluded: [] })
  t.equal(empty.chance.probability, null)
  t.strictSame(
    empty.statements.map(({ code }) => code),
    ['works_no_interview_yet', 'what_next'],
  )
  t.strictSame(empty.statements[0]?.basis, { applications: 0, recorded: 0 })
  t.match(empty.statements.at(-1)?.basis, { action: 'look_ahead' })
})

test('with an offer on record, that none would come by chance is no longer said', async (t) => {
  const summary = of([
    application(1, { interviews: [held(1, null)], outcome: ended('rejected') }),
    application(2, { interviews: [held(2, null)], outcome: ended('offer_declined') }),
    application(3, { interviews: [held(3, null)], outcome: ended('offer_rescinded') }),
  ])
  t.match(summary.chance, { processesWithoutOffer: 1, offers: 2 })
  t.notOk(summary.statements.some(({ code }) => code === 'chance_alone'))
  t.match(summary.tallies, { closed: 3, won: { count: 2 }, notKnown: { count: 1 } })
  t.match(summary.causes, { ended: 2, ownChoice: 0, unknown: { count: 2 } })
})

const rejected = (n: number, code?: 'budget_cut' | 'knowledge_gap') =>
  application(n, {
    interviews: [held(n, null)],
    outcome: ended('rejected', { reasons: code ? [given(code, 'stated_by_employer')] : [] }),
  })
const many = (count: number, code?: 'budget_cut') =>
  Array.from({ length: count }, (_, n) => rejected(n, code))
const saysChance = (applications: readonly ApplicationRecord[], changes = {}) =>
  of(applications, changes).statements.some(({ code }) => code === 'chance_alone')

test('thirty endings that were not about the candidate are no draws that were lost', async (t) => {
  t.match(of(many(30, 'budget_cut')).chance, { processesWithoutOffer: 0, probability: null })
  t.equal(saysChance(many(30, 'budget_cut')), false)
  t.equal(of([...many(30, 'budget_cut'), rejected(31, 'knowledge_gap')]).chance.processesWithoutOffer, 1)
})

test('a chance below one in five is a figure, and no statement', async (t) => {
  // 0.8^7 = 0.2097152 and 0.8^8 = 0.16777216.
  t.equal(saysChance(many(7)), true)
  t.equal(saysChance(many(8)), false)
  t.match(of(many(8)).chance, { processesWithoutOffer: 8 })
  t.equal(of(many(8)).chance.probability?.high, 0.1678)
})

test('an offer anywhere in the journal keeps chance unsaid, also before the period and without an interview', async (t) => {
  const before = application(90, { appliedOn: '2025-06-01', outcome: ended('offer_declined') })
  t.equal(saysChance([...many(3), before], { from: '2026-01-01' }), false)
  t.equal(saysChance(many(3), { from: '2026-01-01' }), true)
})

test('a lesson noted on silence counts as learned, by own guess, while the cause stays unknown', async (t) => {
  const lesson = [given('knowledge_gap', 'inferred')]
  const { causes, tallies } = of([
    application(1, {
      interviews: [held(1, null)],
      outcome: ended('no_response', { reasons: [...lesson] }),
    }),
  ])
  t.match(tallies, { learned: { count: 1, inferred: 1 }, notKnown: { count: 0 } })
  t.match(causes, { unknown: { count: 1, inferred: 0 }, somethingToLearn: { count: 0 } })
})

test('a lesson noted on a withdrawal counts as learned', async (t) => {
  const lesson = [given('preparation_gap', 'inferred')]
  const { tallies } = of([application(1, { outcome: ended('withdrawn', { reasons: [...lesson] }) })])
  t.match(tallies, { learned: { count: 1 }, ownChoice: { count: 0 } })
})

test('a round that nobody passed, and a rate of none, stay figures', async (t) => {
  const { statements, rounds, works } = of([...many(3), application(4, { stage: 'applied' })])
  t.notOk(statements.some(({ code }) => code === 'round_led_on'))
  t.match(rounds.first, { advanced: 0, notAdvanced: 3 })
  t.match(works.applicationToInterview, { successes: 3 })
  const unanswered = Array.from({ length: 4 }, (_, n) => application(n, { outcome: ended('no_response') }))
  t.match(of(unanswered).works.applicationToInterview, { successes: 0, trials: 4 })
  t.notOk(of(unanswered).statements.some(({ code }) => code === 'works_rate'))
})

test('neither an offer nor an own choice rests on inference', async (t) => {
  const reasons = [given('budget_cut', 'inferred')]
  const { tallies } = of([
    application(1, { outcome: ended('offer_declined', { reasons: [...reasons] }) }),
    application(2, { outcome: ended('withdrawn', { reasons: [...reasons], attribution: null }) }),
  ])
  t.match(tallies, { won: { count: 1, inferred: 0 }, ownChoice: { count: 1, inferred: 0 } })
})

test('an application belongs to the day it was sent, else to the day it was recorded', async (t) => {
  const sent = application(1, { appliedOn: '2026-02-10', interviews: [held(1, null)] })
  const undated = application(2, { appliedOn: null, interviews: [held(2, null)] })
  t.equal(of([sent, undated], { from: '2026-02-10', to: '2026-02-10' }).basis.n, 1)
  t.equal(of([sent, undated], { from: '2026-01-02', to: '2026-01-02' }).basis.n, 1)
  t.equal(of([sent, undated], { from: '2026-02-11' }).basis.n, 0)
  t.equal(of([sent, undated], { to: '2026-01-01' }).basis.n, 0)
})

test('what is next is looked up in the whole journal, and only among what is still to come', async (t) => {
  const at = (startsAt: string | null) =>
    ({ status: 'scheduled', startsAt, heldOn: startsAt?.slice(0, 10) ?? null }) as const
  const past = held(1, null, at('2026-02-28T09:00:00.000Z'))
  const later = held(2, null, at('2026-03-08T09:00:00.000Z'))
  const sooner = held(3, null, at('2026-03-02T09:00:00.000Z'))
  const undated = held(4, null, at(null))
  const inPeriod = { from: '2027-01-01' }
  const all = [application(1, { interviews: [past, undated, later, sooner] })]
  t.equal(of(all, inPeriod).next.interview?.interviewId, id('b', 3))
  t.equal(of([application(1, { interviews: [past, undated] })]).next.interview?.interviewId, id('b', 4))
  t.equal(of([application(1, { interviews: [past] })]).next.interview, null)
  const closed = application(1, { interviews: [sooner], outcome: ended('withdrawn') })
  t.equal(of([closed]).next.interview, null)
})

test('a round result is noted, or follows from a later round, an offer or the ending', async (t) => {
  const first = (changes: Partial<ApplicationRecord>) =>
    of([application(1, { interviews: [held(1, null)], ...changes })]).rounds.first
  t.match(first({ interviews: [held(1, null, { result: 'advanced' })] }), { advanced: 1 })
  t.match(first({ interviews: [held(1, null, { result: 'not_advanced' })] }), { notAdvanced: 1 })
  t.match(first({ interviews: [held(1, null, { result: 'unknown' })] }), { open: 1 })
  t.match(first({ stage: 'offered' }), { advanced: 1 })
  t.match(first({ outcome: ended('rejected') }), { notAdvanced: 1 })
  t.match(first({ outcome: ended('no_response') }), { notAdvanced: 1 })
  t.match(first({ outcome: ended('withdrawn') }), { ownChoice: 1, notAdvanced: 0 })
  const noteOverruled = [held(1, null, { result: 'not_advanced' }), held(2, null, round2)]
  t.match(first({ interviews: noteOverruled }), { advanced: 1 })
  const twoSides = [held(1, null, { result: 'advanced' }), held(2, null, { result: 'not_advanced' })]
  t.match(first({ interviews: twoSides }), { reached: 1, notAdvanced: 1 })
  t.match(first({ interviews: [held(1, null, { status: 'missed' })] }), { reached: 0 })
  t.match(first({ interviews: [held(1, null, round2)] }), { reached: 1, advanced: 1 })
})

/** So many processes that ended in round 1, and so many that went on to end in round 2. */
const stalled = (inFirst: number, inSecond: number, changes = {}) =>
  of([
    ...Array.from({ length: inFirst }, (_, n) =>
      application(n, { interviews: [held(1, null)], outcome: ended('rejected', changes) }),
    ),
    ...Array.from({ length: inSecond }, (_, n) =>
      application(n, { interviews: [held(1, null), held(2, null, round2)], outcome: ended('rejected') }),
    ),
  ])

test('where it stalls is named only when the records carry it', async (t) => {
  // Round 1: 20 of 25 led on, 61 to 91 in 100. Round 2: 0 of 20, 0 to 16 in 100.
  t.equal(stalled(5, 20).rounds.stallsAt, 2)
  t.ok(stalled(5, 20).statements.some(({ code }) => code === 'stalls_at_round'))
  // One case fewer in round 2 is below 20.
  t.equal(stalled(5, 19).rounds.stallsAt, null)
  // Round 1: 20 of 120 led on, 11 to 24 in 100; that overlaps round 2.
  t.equal(stalled(100, 20).rounds.stallsAt, null)
})

test('endings that were not about the candidate say nothing about where it stalls', async (t) => {
  const outside = { reasons: [given('hiring_freeze', 'stated_by_employer')] }
  // Counted in, the first round would overlap; left out, it is 20 of 20.
  t.equal(stalled(100, 20, outside).rounds.stallsAt, 2)
  t.match(stalled(100, 20, outside).rounds.first, { notAdvanced: 100, notAboutYou: 100 })
})

test('the list of owed reflections is capped, its count is not', async (t) => {
  const many = Array.from({ length: 30 }, (_, n) => application(n, { interviews: [held(n, null)] }))
  const { count, interviews } = of(many).reflectionsOwed
  t.equal(count, 30)
  t.equal(interviews.length, 20)
})

test('rates come with three trials, and a sample is small below ten', async (t) => {
  const processes = (n: number) =>
    of(Array.from({ length: n }, (_, k) => application(k, { interviews: [held(k, null)] })))
  t.equal(processes(2).works.applicationToInterview.value, null)
  t.equal(processes(3).works.applicationToInterview.value, 1)
  t.equal(processes(9).smallSample, true)
  t.equal(processes(10).smallSample, false)
})
