import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { tell } from '../journal.ts'
import { few, holdAgainst, links, nodes, rate } from './read-all.ts'

// Jo, as of 1 June 2026, as people keep such lists in a spreadsheet: silence stays open for ever, companies that
// reached out have no day of application, own noes stand among the refusals, rounds are columns.
const JOURNAL = [
  // Twenty sent on 15 January, of which nothing was ever heard.
  [20, { appliedOn: '2026-01-15', source: { name: 'LinkedIn' } }, {}],
  // Eight refused without a talk, after seven days.
  [
    8,
    { appliedOn: '2026-02-02', source: { name: 'linkedin' } },
    { outcome: { kind: 'rejected', learnedOn: '2026-02-09' } },
  ],
  // Three refused after a call, two weeks later.
  [
    3,
    { appliedOn: '2026-02-03' },
    { interviews: [{ heldOn: '2026-02-12' }], outcome: { kind: 'rejected', learnedOn: '2026-02-26' } },
  ],
  // Two that reached out, and had no project for now: said in the second talk.
  [
    2,
    { appliedOn: null },
    {
      interviews: [{ heldOn: '2026-02-16' }, { startsAt: '2026-02-18T17:00:00Z' }],
      outcome: { kind: 'role_closed', learnedOn: '2026-02-18', doorOpen: true },
    },
  ],
  // Two turned down by Jo, a week after the call.
  [
    2,
    { appliedOn: '2026-02-04' },
    { interviews: [{ heldOn: '2026-02-20' }], outcome: { kind: 'withdrawn', decidedOn: '2026-02-27' } },
  ],
  // One accepted after three rounds.
  [
    1,
    { appliedOn: '2026-02-05' },
    {
      interviews: [{ heldOn: '2026-03-02' }, { heldOn: '2026-03-09' }, { heldOn: '2026-03-16' }],
      offer: { receivedOn: '2026-03-20' },
      outcome: { kind: 'offer_accepted', decidedOn: '2026-03-23' },
    },
  ],
  // One in process, with the next round ahead.
  [
    1,
    { appliedOn: '2026-05-04' },
    { interviews: [{ heldOn: '2026-05-18' }, { startsAt: '2026-06-05T09:00:00Z' }] },
  ],
] as const

const WANTED = {
  funnel: {
    basis: { n: 37, open: 21, excluded: [] },
    // 37 - 20 were answered; without the eight, nine had an interview.
    stages: [{ count: 37 }, { count: 17 }, { count: 9 }, { count: 1 }, { count: 1 }],
    steps: [
      // All that is decided went on; taking the 20 silent ones for an answer, 15 in 35: nobody sent the two that reached out.
      {
        ...{ reached: 37, advanced: 17, ended: 0, open: 20, unanswered: 20, undated: 2 },
        // Wilson, 15 in 15: 15 / (15 + z²).
        conversion: rate(15, 15, [15 / (15 + 1.959963984540054 ** 2), 1]),
        withUnanswered: { value: 15 / 35, trials: 35 },
      },
      { reached: 17, advanced: 9, ended: 8, open: 0, conversion: { value: 9 / 17, trials: 17 } },
      // Three refused and two closed; two were left by choice, one is open.
      { reached: 9, advanced: 1, ended: 5, ownChoice: 2, open: 1, conversion: { value: 1 / 6, trials: 6 } },
      { reached: 1, advanced: 1, ended: 0, conversion: few(1, 1) },
    ],
  },
  'funnel?by=source': {
    groups: [
      { name: 'LinkedIn', stages: [{ count: 28 }, { count: 8 }, { count: 0 }, { count: 0 }, { count: 0 }] },
      { name: null, stages: [{ count: 9 }, { count: 9 }, { count: 9 }, { count: 1 }, { count: 1 }] },
    ],
  },
  rounds: {
    basis: { n: 9, open: 1, excluded: [{ code: 'no_interview_held', count: 28 }] },
    perRound: [
      // It led on for the two that reached out and the one accepted, and not for the three. Wilson, 3 in 6: even.
      {
        ...{ round: 1, reached: 9, advanced: 3, notAdvanced: 3, notAboutYou: 0, ownChoice: 2, open: 1 },
        advanceRate: { value: 0.5, successes: 3, trials: 6 },
      },
      { round: 2, reached: 3, advanced: 1, notAdvanced: 2, advanceRate: { value: 1 / 3, trials: 3 } },
      { round: 3, reached: 1, advanced: 1, notAdvanced: 0, advanceRate: few(1, 1) },
    ],
    final: { reached: 0 },
  },
  reasons: {
    basis: { n: 16, open: 0, excluded: [{ code: 'still_open', count: 21 }] },
    ...{ endings: 16, afterInterview: 8, withoutReason: 16 },
    byMonth: [
      { month: '2026-02', endings: 15, groups: [] },
      { month: '2026-03', endings: 1, groups: [] },
    ],
  },
  forecast: {
    // The three, the two, the one accepted, and the open one; two were left by choice.
    basis: {
      ...{ n: 7, open: 1 },
      excluded: [
        { code: 'no_interview_held', count: 28 },
        { code: 'own_choice', count: 2 },
      ],
    },
    ...{ offers: 1, processes: 6 },
    // Beta(1 + 1, 4 + 5): mean 2/11; none in five = 9 · 10 / (14 · 15) = 3/7.
    rate: { mean: 2 / 11 },
    offersInNext: { probability: 4 / 7 },
    // (9 + m)(10 + m) has to be 450: 21 · 22 = 462 at m = 12, 20 · 21 = 420 at m = 11.
    processesFor: { processes: 12 },
  },
  chance: { processesWithoutOffer: 5, offers: 1, probability: { low: 0.2373046875, high: 0.32768 } },
  'response-times': {
    // What is in process was answered by the next round, on a day that nobody noted.
    basis: {
      ...{ n: 8, open: 0 },
      excluded: [
        { code: 'no_interview_held', count: 28 },
        { code: 'no_answer_day', count: 1 },
      ],
    },
    // 0, 0, 4 and 14, 14, 14 days; two were left after 7. S: 6/8, then · 5/6, then 0.
    answer: { medianDays: 14, events: 6, censored: 2 },
    curve: [
      { day: 0, atRisk: 8, events: 2, waiting: 0.75 },
      { day: 4, atRisk: 6, events: 1, waiting: 0.625 },
      { day: 14, atRisk: 3, events: 3, waiting: 0, low: null, high: null },
    ],
    quantiles: [{ days: 0 }, { days: 14 }, { days: 14 }, { days: 14 }],
    waiting: { count: 0, processes: [] },
  },
  comeback: {
    basis: { n: 5, open: 0, excluded: [{ code: 'no_interview_held', count: 8 }] },
    undated: 0,
    // On 18 February there was a talk with the other one: 0 days for both. From 26 February to 2 March: 4, three times.
    comebackTime: { medianDays: 4, events: 5, censored: 0 },
    curve: [
      { day: 0, atRisk: 5, events: 2, waiting: 0.6 },
      { day: 4, atRisk: 3, events: 3, waiting: 0 },
    ],
    backWithin7Days: { value: 1, events: 5, atRisk: 0 },
    reflected: { value: 0, successes: 0, trials: 5 },
  },
  flow: {
    nodes: nodes(
      ...['applied 37', 'responded 17', 'round_1 9', 'round_2 3', 'round_3 1', 'offered 1', 'accepted 1'],
      ...['open 21', 'rejected 11', 'withdrawn 2', 'role_closed 2'],
    ),
    links: links(
      ...['applied > responded 17', 'applied > open 20', 'responded > round_1 9', 'responded > rejected 8'],
      ...['round_1 > round_2 3', 'round_1 > open 1', 'round_1 > rejected 3', 'round_1 > withdrawn 2'],
      ...['round_2 > round_3 1', 'round_2 > role_closed 2', 'round_3 > offered 1', 'offered > accepted 1'],
    ),
  },
  // January beside February and after: 0 in 20 against 15 in 15, which are fewer than 20, so the counts stand alone.
  'funnel?to=2026-01-31&compareFrom=2026-02-01': {
    basis: { n: 20, open: 20, excluded: [{ code: 'outside_period', count: 17 }] },
    comparison: {
      period: { from: '2026-02-01', to: null },
      basis: { n: 17, open: 1 },
      rates: [
        { figure: 'steps[applied].conversion', comparable: false, now: few(0, 0), then: few(15, 15) },
        {
          figure: 'steps[applied].withUnanswered',
          comparable: false,
          apart: null,
          now: few(0, 20),
          then: few(15, 15),
        },
        { figure: 'steps[responded].conversion', now: few(0, 0), then: few(9, 17) },
        { figure: 'steps[responded].withUnanswered', then: few(9, 17) },
        { figure: 'steps[interviewed].conversion', then: few(1, 6) },
        { figure: 'steps[interviewed].withUnanswered', then: few(1, 6) },
        { figure: 'steps[offered].conversion', then: few(1, 1) },
        { figure: 'steps[offered].withUnanswered', then: few(1, 1) },
      ],
      times: [],
      within: [],
    },
  },
}

test('the journal of Jo, kept as in a spreadsheet', async (t) => {
  const service = await openService(t)
  const jo = await service.newAccount('Jo')
  for (const [count, fields, told] of JOURNAL)
    for (let n = 0; n < count; n++) await tell(jo, fields, told as object)
  await holdAgainst(t, jo, WANTED)
  t.equal(Object.keys(WANTED).length, 10)
})
