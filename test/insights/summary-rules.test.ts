import { test } from 'tap'
import type { SummaryRecords } from '../../src/insights/ahead/rules.ts'
import { Summary } from '../../src/insights/summary/schemas.ts'
import type { Statement } from '../../src/language/figures.ts'
import { sayAll } from '../../src/language/say.ts'
import { given } from '../journal/outcomes/arbitraries.ts'
import { application, BASE_RATE, ended, held, id, summarise } from './records.ts'

const guess = (code: 'budget_cut' | 'knowledge_gap' | 'another_candidate_preferred') =>
  given(code, 'inferred')
const round2 = { round: 2 }

/** Seven processes, five of them ended with no job, and seven applications that are none. Worked out by hand below. */
const NOOR: SummaryRecords = {
  applications: [
    // Two rounds, then no money: said by the employer. One finished reflection about all of it.
    application(1, {
      interviews: [held(1, '2026-01-12'), held(2, '2026-01-20', round2)],
      outcome: ended('rejected', { reasons: [given('budget_cut', 'stated_by_employer')] }),
      reflections: [{ id: id('c', 1), interviewId: null, status: 'completed', plans: 1 }],
    }),
    // A topic to study, by own guess. The interview has its finished reflection.
    application(2, {
      interviews: [held(3, '2026-01-13')],
      outcome: ended('rejected', { reasons: [guess('knowledge_gap')], anythingToLearn: true }),
      reflections: [{ id: id('c', 2), interviewId: id('b', 3), status: 'completed', plans: 1 }],
    }),
    // Both kinds: money by own guess, examples as stated.
    application(3, {
      interviews: [held(4, '2026-01-14', { result: 'not_advanced' })],
      outcome: ended('rejected', {
        reasons: [guess('budget_cut'), given('examples_missing', 'stated_by_employer')],
      }),
    }),
    // Silence. A reflection was begun.
    application(4, {
      interviews: [held(5, '2026-01-15')],
      outcome: ended('no_response'),
      reflections: [{ id: id('c', 3), interviewId: id('b', 5), status: 'open', plans: 0 }],
    }),
    // A no in the final round: someone else, by own guess.
    application(5, {
      interviews: [held(6, '2026-01-16'), held(7, '2026-01-30', { round: 2, kind: 'final' })],
      outcome: ended('rejected', { reasons: [guess('another_candidate_preferred')] }),
    }),
    // Left by choice.
    application(6, {
      interviews: [held(8, '2026-01-17')],
      outcome: ended('withdrawn', { reasons: [given('process_too_slow', 'unknown')] }),
    }),
    // Still open, second round ahead.
    application(7, {
      interviews: [
        held(9, '2026-02-20'),
        held(10, null, { round: 2, status: 'scheduled', startsAt: '2026-03-05T09:00:00.000Z' }),
      ],
    }),
    application(8, { outcome: ended('rejected') }),
    application(9, { outcome: ended('no_response') }),
    application(10),
    application(11, { appliedOn: null }),
    // Before the period.
    application(12, {
      appliedOn: '2025-12-20',
      interviews: [held(11, '2025-12-28')],
      outcome: ended('rejected'),
    }),
    // Invited, then the role was cancelled, and the news said so.
    application(13, {
      interviews: [held(12, null, { status: 'cancelled' })],
      outcome: ended('role_closed', {
        reasons: [given('position_cancelled', 'public_information')],
      }),
    }),
    // Left by choice before any interview.
    application(14, {
      outcome: ended('withdrawn', { reasons: [given('accepted_another_offer', 'unknown')] }),
    }),
  ],
  plans: [
    { id: id('d', 1), status: 'tried' },
    { id: id('d', 2), status: 'open' },
  ],
  lookBacks: [{ id: id('c', 9), status: 'completed' }],
}
const noor = summarise(NOOR, { from: '2026-01-01' })
const none = { count: 0, inferred: 0, inferredShare: null }

test('seven processes, one of them open, and why the others are none', async (t) => {
  t.strictSame(noor.period, { from: '2026-01-01', to: null })
  t.strictSame(noor.basis, {
    n: 7, // applications 1 to 7
    open: 1, // 7
    excluded: [
      { code: 'outside_period', count: 1 }, // 12
      { code: 'not_sent', count: 1 }, // 11
      { code: 'no_interview_held', count: 5 }, // 8, 9, 10, 13, 14
    ],
  })
  t.equal(noor.smallSample, true)
})

test('eleven interviews obtained, from eight of ten applications whose answer is known', async (t) => {
  const { applicationToInterview, ...counts } = noor.works
  t.strictSame(counts, {
    interviewsObtained: 11, // 2 + 1 + 1 + 1 + 2 + 1 + 2, and the one called off
    interviewsHeld: 9, // without the one ahead and the one called off
    applicationsSent: 12, // all in the period but 11
    applicationsWithInterview: 8, // 1 to 7 and 13
    offersWithoutInterview: 0,
    undated: 0, // 11 was not sent
    waiting: 1, // 10
    unanswered: 0,
    ownChoice: 1, // 14
  })
  t.match(applicationToInterview, { value: 0.8, successes: 8, trials: 10 })
  // The mirror image of statsmodels on 2 in 10: 0.0566821..., 0.5098375...
  t.match(applicationToInterview, { low: 0.4902, high: 0.9433 })
})

test('the two kinds of cause over five processes that ended with no job', async (t) => {
  t.strictSame(noor.causes, {
    ended: 5, // 1 to 5
    ownChoice: 1, // 6
    notAboutYou: { count: 1, inferred: 0, inferredShare: null }, // 1, as stated
    somethingToLearn: { count: 1, inferred: 1, inferredShare: null }, // 2
    both: { count: 1, inferred: 1, inferredShare: null }, // 3: the money is a guess
    unknown: { count: 2, inferred: 1, inferredShare: null }, // 4, and 5 with a guess
    comparison: 1, // 5
    inferredInPart: 1, // 3: the examples were named
  })
})

test('won, learned or not about her: ten closed applications, each counted once', async (t) => {
  t.strictSame(noor.tallies, {
    closed: 10, // all in the period but 7, 10 and 11
    won: none,
    learned: { count: 2, inferred: 0, inferredShare: null }, // 2 by her own word, 3 as stated
    notAboutYou: { count: 2, inferred: 0, inferredShare: null }, // 1 and 13
    ownChoice: { count: 2, inferred: 0, inferredShare: null }, // 6 and 14
    notKnown: { count: 4, inferred: 1, inferredShare: 0.25 }, // 4, 5, 8, 9
    comparison: 1, // 5
  })
})

test('seven reached round 1, and two of five decided ones led on', async (t) => {
  const [first, second] = noor.rounds.perRound
  t.match(first, {
    round: 1,
    reached: 7,
    advanced: 2, // 1 and 5 were in round 2
    notAdvanced: 3, // 2, 3, 4
    notAboutYou: 0,
    ownChoice: 1, // 6
    open: 1, // 7: the second round is not held yet
    advanceRate: { value: 0.4, successes: 2, trials: 5 },
  })
  t.match(second, {
    round: 2,
    reached: 2,
    advanced: 0,
    notAdvanced: 2, // 1 and 5
    notAboutYou: 1, // 1
    advanceRate: { value: null, low: null, high: null, successes: 0, trials: 2 },
  })
  t.equal(noor.rounds.perRound.length, 2)
  t.match(noor.rounds.first, { reached: 7, advanced: 2 })
  t.match(noor.rounds.second, { reached: 2, advanced: 0 })
  t.match(noor.rounds.final, { reached: 1, advanced: 0, notAdvanced: 1 })
  t.equal(noor.rounds.stallsAt, null)
})

test('four contested processes without an offer happen to 32 to 41 people in 100 by chance alone', async (t) => {
  // 2 to 5: the first was not about her.
  t.match(noor.chance, { processesWithoutOffer: 4, offers: 0, baseRate: BASE_RATE })
  t.strictSame(noor.chance.probability, { low: 0.3164, high: 0.4096 })
})

test('six interviews held have no finished reflection, the latest first', async (t) => {
  t.equal(noor.reflectionsOwed.count, 6)
  t.strictSame(
    noor.reflectionsOwed.interviews.map(({ interviewId, heldOn }) => [interviewId, heldOn]),
    [
      [id('b', 9), '2026-02-20'],
      [id('b', 7), '2026-01-30'],
      [id('b', 8), '2026-01-17'],
      [id('b', 6), '2026-01-16'],
      [id('b', 5), '2026-01-15'],
      [id('b', 4), '2026-01-14'],
    ],
  )
  t.strictSame(noor.reflectionsOwed.interviews[4], {
    interviewId: id('b', 5),
    applicationId: id('a', 4),
    heldOn: '2026-01-15',
    openReflectionId: id('c', 3),
  })
})

test('what lies ahead: the second round, one plan, one reflection that was begun', async (t) => {
  t.strictSame(noor.next, {
    interview: { interviewId: id('b', 10), applicationId: id('a', 7), startsAt: '2026-03-05T09:00:00.000Z' },
    plans: { count: 1, ids: [id('d', 2)] },
    openReflections: { count: 1, ids: [id('c', 3)] },
  })
})

test('the statements stand in the order of the method, each with its text', async (t) => {
  const statements: Statement[] = noor.statements
  t.strictSame(
    sayAll('en', statements).map(({ code, text }) => [code, text]),
    [
      [
        'works_interviews',
        'You got 11 interviews from 12 applications. Each one is a win: they saw enough to want to talk with you.',
      ],
      [
        'works_rate',
        '8 of 10 applications led to an interview. With this count, the true rate may be 49 to 94 in 100.',
      ],
      [
        'causes',
        '5 applications with an interview closed with no job: 1 was not about you, 1 holds something to learn and 1 was ' +
          'in part not about you. You guessed at 2 (1 in part), 1 went to someone else (guessed) and 1 has no known cause.',
      ],
      [
        'tallies',
        'You have 10 closed applications: 2 were lessons and 2 were not about you. 2 were your own choice, 1 went to ' +
          'someone else (guessed) and 3 have no known cause.',
      ],
      ['round_led_on', 'You went past round 1 in 2 of 5 cases with a known result. 2 more have none.'],
      [
        'chance_alone',
        'By chance alone, 32 to 41 in 100 people would see 4 applications that reached an interview end with no offer. This ' +
          'assumes that 20 to 25 in 100 bring one, a rough figure (Jobvite, 2017).',
      ],
      ['reflections_owed', '6 interviews still wait for a look back. You can do that when it suits you.'],
      [
        'what_next',
        'Next: you have a look back that is not done yet. You can pick it up where you left off.',
      ],
    ],
  )
})

test('the contract declares every member that is answered, and no other', async (t) => {
  const answer = { ...noor, statements: sayAll('en', noor.statements) }
  t.strictSame(Summary.parse(answer), answer)
  const [example] = (Summary.meta()?.examples ?? []) as unknown[]
  t.strictSame(Summary.parse(example), example)
})
