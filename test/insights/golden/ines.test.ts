import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { tell } from '../journal.ts'
import { few, holdAgainst, rate } from './read-all.ts'

// Ines, as of 1 June 2026: three processes, with what she asked herself and practised between them.
const WANTED = {
  questions: {
    basis: { n: 5, open: 0, excluded: [] },
    // Twice "Why us?" well; the slow query missed on 10 and 25 March, the conflict on 25 March.
    ...{ asked: 5, well: 2, missed: 3, notRated: 0 },
    // Rated easy on 12 March, the slow query was ready for a while: the first miss was recovered, the second was not.
    recovered: 1,
    // Wilson, 2 in 5.
    answeredWell: rate(2, 5, [0.11762077423264794, 0.769275718723987]),
    topics: [
      { topic: null, asked: 3, well: 2, missed: 1, recovered: 0 },
      { topic: 'SQL', asked: 2, well: 0, missed: 2, recovered: 1, answeredWell: few(0, 2) },
    ],
    kinds: [
      { kind: 'motivation', asked: 2, well: 2 },
      { kind: 'technical', asked: 2, missed: 2 },
      { kind: 'behavioral', asked: 1, missed: 1 },
    ],
    missedTwice: {
      count: 1,
      items: [{ topic: 'SQL', state: 'learning', asked: 2, missed: 2, lastMissedOn: '2026-03-25' }],
    },
  },
  plans: {
    // Written on 12 March, with an interview on the 25th, where it was tried and helped.
    basis: { n: 1, open: 0, excluded: [] },
    ...{ made: 1, shownAgain: 1, dropped: 0, tried: few(1, 1), helped: few(1, 1), unsure: 0, notSaid: 0 },
  },
  pitches: {
    basis: { n: 3, open: 1 },
    // The long one was used in the two interviews after which they said no; the short one in the last, which is open.
    pitches: [
      { title: 'Long', used: 2, ledOn: 0, notLedOn: 2, open: 0, ledOnRate: few(0, 2) },
      { title: 'Short', used: 1, ledOn: 0, notLedOn: 0, open: 1, ledOnRate: few(0, 0) },
    ],
    leading: null,
  },
  comeback: {
    basis: { n: 2, open: 0, excluded: [] },
    // From 11 to 12 March, when the plan was written, before the pause began; from 1 to 2 April, with an application.
    comebackTime: { medianDays: null, low: null, high: null, events: 2, censored: 0 },
    curve: [],
    backWithin7Days: { value: null, events: 2, atRisk: 0 },
    // The second no was not about her, so only the first one is asked for.
    reflected: few(1, 1),
    plans: { tried: few(1, 1), helped: { yes: 1, no: 0, unsure: 0, notSaid: 0 } },
    // The slow query was ready after 2 days; the conflict waits, 68 days after 25 March.
    questions: { missed: 2, recovered: 1, timeToReady: { medianDays: null, events: 1, censored: 1 } },
  },
  rounds: {
    basis: { n: 3, open: 1 },
    first: { reached: 3, advanced: 1, notAdvanced: 2, notAboutYou: 1, open: 0 },
    second: { reached: 1, advanced: 0, open: 1 },
  },
  // One process could be won and is decided: the other was not about her. Too few for a rate.
  forecast: { offers: 0, processes: 1, rate: null, offersInNext: { probability: null }, processesFor: null },
  chance: { processesWithoutOffer: 1, probability: { low: 0.75, high: 0.8 } },
  'response-times': {
    // After 1 day and after 7; the third waits since 15 April, for 47 days. S: 2/3, then 1/3.
    basis: { n: 3, open: 1 },
    answer: { medianDays: 7, events: 2, censored: 1 },
    waiting: { processes: [{ lastInterviewOn: '2026-04-15', daysSinceLastInterview: 47 }] },
  },
  // March beside April and after: two events against none do not compare.
  'response-times?to=2026-03-31&compareFrom=2026-04-01': {
    answer: { medianDays: null, events: 2, censored: 0 },
    comparison: {
      rates: [],
      times: [
        {
          figure: 'answer',
          comparable: false,
          apart: null,
          now: { medianDays: null, events: 2, censored: 0 },
          then: { medianDays: null, events: 0, censored: 1 },
        },
      ],
    },
  },
}

test('the journal of Ines, who practises', async (t) => {
  const service = await openService(t)
  const ines = await service.newAccount('Ines')
  const on = (day: string) => {
    service.clock.now = new Date(`${day}T09:00:00Z`)
  }
  const made = async (path: string, body: object) => (await ines.post(path, body)).body.id as string
  const ask = (interviewId: string | undefined, prompt: string, kind: string, answered: string, more = {}) =>
    made(`/v1/interviews/${interviewId}/questions`, { prompt, kind, answered, ...more })
  const long = await made('/v1/pitches', { title: 'Long', text: 'a' })
  const short = await made('/v1/pitches', { title: 'Short', text: 'b' })

  on('2026-03-11')
  const first = await tell(
    ines,
    { appliedOn: '2026-03-02' },
    {
      interviews: [{ heldOn: '2026-03-10', pitchId: long }],
      outcome: {
        kind: 'rejected',
        learnedOn: '2026-03-11',
        reasons: [{ code: 'knowledge_gap', evidence: 'inferred' }],
      },
    },
  )
  await ask(first.interviews[0], 'A slow query?', 'technical', 'did_not_know', { topic: 'SQL' })
  await ask(first.interviews[0], 'Why us?', 'motivation', 'well')

  on('2026-03-12')
  const reflection = await made('/v1/reflections', { subject: { interviewId: first.interviews[0] } })
  const answer = (step: string, more = {}) =>
    made(`/v1/reflections/${reflection}/answers`, { step, text: 'c', ...more })
  await answer('went_well')
  await answer('did_not_go_well')
  await answer('do_differently', { plan: { if: 'd', then: 'e' } })
  await ines.post(`/v1/reflections/${reflection}/completion`)
  const [plan] = (await ines.get('/v1/plans')).body.data
  const [item] = (await ines.get('/v1/study-items')).body.data
  await made(`/v1/study-items/${item.id}/reviews`, { rating: 'easy' })
  await made('/v1/pauses', { from: '2026-03-13', to: '2026-03-20' })

  on('2026-04-01')
  const second = await tell(
    ines,
    { appliedOn: '2026-03-21' },
    {
      interviews: [{ heldOn: '2026-03-25', pitchId: long }],
      outcome: {
        kind: 'rejected',
        learnedOn: '2026-04-01',
        reasons: [{ code: 'internal_candidate', evidence: 'stated_by_employer' }],
      },
    },
  )
  await ask(second.interviews[0], 'A slow query', 'technical', 'partly', { topic: 'SQL' })
  await ask(second.interviews[0], 'A conflict?', 'behavioral', 'knew_but_could_not_show')
  await made(`/v1/plans/${plan.id}/reviews`, {
    tried: true,
    helped: 'yes',
    interviewId: second.interviews[0],
  })

  on('2026-06-01')
  const third = await tell(
    ines,
    { appliedOn: '2026-04-02' },
    { interviews: [{ heldOn: '2026-04-08' }, { heldOn: '2026-04-15', pitchId: short }] },
  )
  await ask(third.interviews[0], 'Why us?', 'motivation', 'well')
  await holdAgainst(t, ines, WANTED)
  t.equal(Object.keys(WANTED).length, 9)
})
