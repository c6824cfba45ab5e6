import { test } from 'tap'
import type { ApplicationRecord } from '../../src/insights/records/rules.ts'
import { responseTimesOf } from '../../src/insights/response-times/rules.ts'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'
import { application, ended, held, WINDOW } from './records.ts'

test('response times', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const at = (heldOn: string, more = {}) => [{ heldOn, ...more }]
  await tell(
    noor,
    {},
    { interviews: at('2026-03-10'), outcome: { kind: 'rejected', learnedOn: '2026-03-13' } },
  )
  await tell(noor, {}, { interviews: at('2026-03-10', { heardBackOn: '2026-03-15', result: 'advanced' }) })
  await tell(noor, {}, { interviews: at('2026-03-10'), offer: { receivedOn: '2026-03-20' } })
  await tell(noor, {}, { interviews: at('2026-05-25') })
  await tell(noor, {}, { interviews: at('2026-05-30'), outcome: { kind: 'no_response' } })
  await tell(noor, {}, { interviews: at('2026-03-10'), outcome: { kind: 'rejected' } })
  await tell(noor, {}, { interviews: [{ heldOn: '2026-03-10' }, { startsAt: '2026-06-09T10:00:00Z' }] })
  await tell(noor, {}, { outcome: { kind: 'rejected', learnedOn: '2026-03-13' } })
  const body = await read(noor, 'response-times')

  t.strictSame(body.basis, {
    n: 5,
    open: 3,
    excluded: [
      { code: 'no_interview_held', count: 1 },
      { code: 'no_answer_day', count: 2 },
    ],
  })
  // Answers after 3, 5 and 10 days; on 1 June one waits for 7 days, and silence has lasted for 2.
  // S: at 3 four of five are left to watch, 1 - 1/4 = 0.75; at 5, 0.75 · 2/3 = 0.5; at 10 one is left, 0.
  t.match(body.answer, { medianDays: 5, events: 3, censored: 2 })
  t.strictSame(
    body.curve.map(({ day, atRisk, waiting }: Record<string, number>) => [day, atRisk, waiting]),
    [
      [3, 4, 0.75],
      [5, 3, 0.5],
      [10, 1, 0],
    ],
  )
  t.match(body.quantiles, [
    { share: 0.25, days: 3 },
    { share: 0.5, days: 5 },
    { share: 0.75, days: 10 },
    { share: 0.9, days: 10 },
  ])
  t.match(body.waiting, {
    count: 1,
    processes: [{ lastInterviewOn: '2026-05-25', daysSinceLastInterview: 7 }],
  })
})

const of = (applications: ApplicationRecord[]) => responseTimesOf({ applications, lookBacks: [] }, WINDOW)

test('silence is never an answer, whatever day is noted for it', async (t) => {
  const silent = ended('no_response', { learnedOn: '2026-01-20' })
  const { answer } = of(
    [1, 2, 3].map((n) => application(n, { interviews: [held(n, '2026-01-10')], outcome: silent })),
  )
  t.match(answer, { medianDays: null, events: 0, censored: 3 })
})

test('who withdrew is watched until that day', async (t) => {
  const left = (decidedOn: string | null) => ended('withdrawn', { decidedOn })
  const process = (n: number, decidedOn: string | null) =>
    application(n, { interviews: [held(n, '2026-01-10')], outcome: left(decidedOn) })
  const { answer, basis } = of([process(1, '2026-01-12'), process(2, null)])
  t.match(answer, { events: 0, censored: 1 })
  t.strictSame(basis.excluded, [{ code: 'no_answer_day', count: 1 }])
})

test('an answer from before the interview, and an interview without a day, say nothing', async (t) => {
  const early = application(1, {
    interviews: [held(1, '2026-01-10')],
    outcome: ended('rejected', { learnedOn: '2026-01-08' }),
  })
  t.strictSame(of([early, application(2, { interviews: [held(2, null)] })]).basis, {
    n: 0,
    open: 0,
    excluded: [
      { code: 'no_interview_day', count: 1 },
      { code: 'answer_before_interview', count: 1 },
    ],
  })
})

test('below three processes there are counts and no time', async (t) => {
  const two = [1, 2].map((n) =>
    application(n, {
      interviews: [held(n, '2026-01-10')],
      outcome: ended('rejected', { learnedOn: '2026-01-12' }),
    }),
  )
  t.match(of(two), { answer: { medianDays: null, low: null, high: null, events: 2, censored: 0 }, curve: [] })
})
