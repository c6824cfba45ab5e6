import { test } from 'tap'
import { openService } from '../support/service.ts'
import { read, tell } from './journal.ts'

const held = (heldOn: string) => ({ interviews: [{ heldOn }] })
const no = (learnedOn: string) => ({ kind: 'rejected', learnedOn })

test('the comeback profile', async (t) => {
  const service = await openService(t)

  await t.test('times the way from a no to the next forward act', async (t) => {
    const noor = await service.newAccount('Noor')
    const sent = { appliedOn: '2026-03-02' }
    // A no on 20 March; 3 days later an application was sent.
    await tell(noor, sent, { ...held('2026-03-10'), outcome: no('2026-03-20') })
    // Silence learned of on 1 April; on 11 April an interview was held.
    await tell(noor, sent, {
      ...held('2026-03-12'),
      outcome: { kind: 'no_response', learnedOn: '2026-04-01' },
    })
    await tell(noor, { appliedOn: '2026-03-23' }, { ...held('2026-04-11'), outcome: no('2026-05-02') })
    // That no of 2 May: a pause began on 4 May, so it was watched for 2 days.
    await noor.post('/v1/pauses', { from: '2026-05-04', to: '2026-05-30' })
    // In the pause: watched for 0 days. Without a day: in no curve. Without an interview: no process.
    await tell(noor, sent, { ...held('2026-03-15'), outcome: no('2026-05-10') })
    await tell(noor, sent, { ...held('2026-03-16'), outcome: { kind: 'rejected' } })
    await tell(noor, sent, { outcome: no('2026-03-05') })
    await tell(noor, sent, { ...held('2026-03-17'), outcome: { kind: 'withdrawn', decidedOn: '2026-03-18' } })
    const body = await read(noor, 'comeback')
    t.match(body, {
      basis: { n: 5, open: 0, excluded: [{ code: 'no_interview_held', count: 1 }] },
      undated: 1,
      comebackTime: { events: 2, censored: 2, medianDays: 3 },
    })
    // Two are left at 3 days: S = 1/2; at 10 days the last one comes back. Within 7 days: one of them.
    t.strictSame(
      body.curve.map(({ day, atRisk, waiting }: Record<string, number>) => [day, atRisk, waiting]),
      [
        [3, 2, 0.5],
        [10, 1, 0],
      ],
    )
    t.match(body.backWithin7Days, { days: 7, value: 0.5, events: 1, atRisk: 1 })
  })

  await t.test(
    'ends the watch at an accepted offer, and takes it up with the next application',
    async (t) => {
      const noor = await service.newAccount('Noor')
      await tell(noor, { appliedOn: '2026-01-05' }, { ...held('2026-01-10'), outcome: no('2026-02-01') })
      await tell(noor, { appliedOn: '2026-01-06' }, { ...held('2026-01-11'), outcome: no('2026-02-20') })
      await tell(
        noor,
        { appliedOn: '2026-01-07' },
        { ...held('2026-01-12'), outcome: { kind: 'offer_accepted', decidedOn: '2026-02-10' } },
      )
      // Watched for 9 days and for 0: the search was over by 10 February.
      t.match(await read(noor, 'comeback'), { comebackTime: { events: 0, censored: 2 } })
      await tell(noor, { appliedOn: '2026-04-01' }, { ...held('2026-04-10'), outcome: no('2026-04-20') })
      await tell(noor, { appliedOn: '2026-04-22' })
      t.match(await read(noor, 'comeback'), { comebackTime: { events: 1, censored: 2 } })
    },
  )

  await t.test('takes a study review, a plan or a booked interview for a forward act', async (t) => {
    const acts = {
      plan: (client: Parameters<typeof read>[0]) => client.post('/v1/plans', { if: 'a', then: 'b' }),
      review: async (client: Parameters<typeof read>[0]) => {
        const { id } = (await client.post('/v1/study-items', { prompt: 'Why?' })).body
        return client.post(`/v1/study-items/${id}/reviews`, { rating: 'good' })
      },
      booking: (client: Parameters<typeof read>[0]) =>
        tell(client, { appliedOn: null }, { interviews: [{ startsAt: '2026-06-20T10:00:00Z' }] }),
    }
    for (const [name, act] of Object.entries(acts)) {
      const noor = await service.newAccount('Noor')
      const { id } = await tell(noor, {}, { ...held('2026-03-10'), outcome: no('2026-05-28') })
      t.match(await read(noor, 'comeback'), { comebackTime: { events: 0 } }, name)
      await act(noor)
      t.match(await read(noor, 'comeback'), { comebackTime: { events: 1 } }, name)
      // What belongs to the application that ended is no way back from it.
      t.ok(id)
    }
  })

  await t.test('counts reflections with a plan, plans tried, and questions recovered', async (t) => {
    const noor = await service.newAccount('Noor')
    const { interviews } = await tell(noor, {}, { ...held('2026-03-10'), outcome: no('2026-03-20') })
    await tell(noor, {}, { ...held('2026-03-11'), outcome: no('2026-03-21') })
    const budget = { reasons: [{ code: 'budget_cut', evidence: 'stated_by_employer' }] }
    await tell(noor, {}, { ...held('2026-03-12'), outcome: { ...no('2026-03-22'), ...budget } })
    const question = { prompt: 'How do you find a slow query?', answered: 'did_not_know' }
    await noor.post(`/v1/interviews/${interviews[0]}/questions`, question)
    const { id } = (await noor.post('/v1/reflections', { subject: { interviewId: interviews[0] } })).body
    const answer = (step: string, more = {}) =>
      noor.post(`/v1/reflections/${id}/answers`, { step, text: 'b', ...more })
    service.clock.now = new Date('2026-03-21T09:00:00Z')
    await answer('went_well')
    await answer('did_not_go_well')
    await answer('do_differently', { plan: { if: 'c', then: 'd' } })
    t.match(await read(noor, 'comeback'), { reflected: { successes: 0, trials: 2 } })
    await noor.post(`/v1/reflections/${id}/completion`)
    t.match(await read(noor, 'comeback'), {
      reflected: { successes: 1, trials: 2, value: null },
      plans: { tried: { successes: 0, trials: 0 } },
      questions: { missed: 1, recovered: 0, timeToReady: { events: 0, censored: 1 } },
    })
    const [item] = (await noor.get('/v1/study-items')).body.data
    await noor.post(`/v1/study-items/${item.id}/reviews`, { rating: 'easy' })
    service.clock.now = new Date('2026-06-01T09:00:00Z')
    const next = await tell(noor, { appliedOn: '2026-03-22' }, held('2026-03-28'))
    const [plan] = (await noor.get('/v1/plans')).body.data
    t.match(await read(noor, 'comeback'), { plans: { tried: { successes: 0, trials: 1 } } })
    const review = { tried: true, helped: 'yes', interviewId: next.interviews[0] }
    await noor.post(`/v1/plans/${plan.id}/reviews`, review)
    // Missed on 10 March; an easy answer on the 21st holds for more than a week, so it was ready after 11 days.
    t.match(await read(noor, 'comeback'), {
      plans: { tried: { successes: 1, trials: 1 }, helped: { yes: 1, no: 0, unsure: 0, notSaid: 0 } },
      questions: { missed: 1, recovered: 1, timeToReady: { events: 1, censored: 0 } },
    })
    t.match(await read(noor, 'questions'), {
      asked: 1,
      missed: 1,
      recovered: 1,
      answeredWell: { successes: 0, trials: 1 },
    })
    t.match(await read(noor, 'plans'), {
      basis: { n: 1, open: 0 },
      made: 1,
      shownAgain: 1,
      tried: { successes: 1, trials: 1 },
      helped: { successes: 1, trials: 1 },
    })
  })
})

test('a journal with many accepted offers is read without delay', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const fill = (statement: string) => service.db.$client.query(statement, [noor.accountId])
  await fill(`INSERT INTO applications (account_id, id, created_at, updated_at, company, applied_on, stage, status, last_activity_at)
    SELECT $1, lpad(n::text, 32, '0')::uuid, now(), now(), 'Halden', date '2024-01-01' + n % 700,
      CASE WHEN n % 2 = 0 THEN 'accepted' ELSE 'interviewed' END, 'closed', now() FROM generate_series(1, 6000) n`)
  await service.db.$client.query('ANALYZE applications')
  await fill(`INSERT INTO interviews (account_id, id, created_at, updated_at, application_id, round, kind, interviewers, status, result, held_on)
    SELECT $1, id, now(), now(), id, 1, 'other', '[]', 'completed', 'pending', applied_on + 3 FROM applications WHERE account_id = $1`)
  await fill(`INSERT INTO outcomes (account_id, id, created_at, updated_at, application_id, kind, learned_on, reasons, attribution)
    SELECT $1, id, now(), now(), id, CASE WHEN stage = 'accepted' THEN 'offer_accepted' ELSE 'rejected' END, applied_on + 9, '[]',
      CASE WHEN stage = 'accepted' THEN NULL ELSE 'unknown' END
      FROM applications WHERE account_id = $1`)
  const begun = Date.now()
  t.match(await read(noor, 'comeback'), { basis: { n: 3000 } })
  t.ok(Date.now() - begun < 10_000, 'in less than ten seconds')
})
