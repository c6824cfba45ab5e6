import { test } from 'tap'
import { addApplication, addInterview, addQuestion } from '../journal/applications/records.ts'
import { openService } from '../support/service.ts'

test('guidance counts days as they are where the account is', async (t) => {
  const service = await openService(t)
  const at = (now: string) => {
    service.clock.now = new Date(now)
  }
  const start = service.clock.now
  t.afterEach(() => {
    service.clock.now = start
  })
  const inZone = async (timeZone: string) => {
    const client = await service.newAccount()
    await client.patch('/v1/me', { timeZone })
    const study = async () => {
      const { id } = (await client.post('/v1/study-items', { prompt: 'Why us?', topic: 'SQL' })).body
      const path = `/v1/study-items/${id}`
      const rate = (rating: string) => client.post(`${path}/reviews`, { rating })
      const days = async () => {
        const { nextInterviewOn, dueOn } = (await client.get(path)).body
        return [nextInterviewOn, dueOn]
      }
      return { path, rate, days }
    }
    return { client, application: await addApplication(client, { tags: ['sql'] }), study }
  }

  for (const { timeZone, startsAt, on, eve } of [
    { timeZone: 'America/New_York', startsAt: '2026-10-31T02:30:00Z', on: '2026-10-30', eve: '2026-10-29' },
    { timeZone: 'America/New_York', startsAt: '2026-11-01T04:30:00Z', on: '2026-11-01', eve: '2026-10-31' },
    { timeZone: 'America/New_York', startsAt: '2026-11-03T04:30:00Z', on: '2026-11-02', eve: '2026-11-01' },
    {
      timeZone: 'Australia/Lord_Howe',
      startsAt: '2026-10-04T13:10:00Z',
      on: '2026-10-05',
      eve: '2026-10-04',
    },
    { timeZone: 'Europe/Berlin', startsAt: '2026-10-24T22:30:00Z', on: '2026-10-25', eve: '2026-10-24' },
    { timeZone: 'Pacific/Kiritimati', startsAt: '2026-10-04T10:00:00Z', on: '2026-10-05', eve: '2026-10-04' },
    { timeZone: 'Pacific/Pago_Pago', startsAt: '2026-10-05T10:59:00Z', on: '2026-10-04', eve: '2026-10-03' },
  ])
    await t.test(`the eve of an interview at ${startsAt} in ${timeZone} is ${eve}`, async (t) => {
      const { client, application, study } = await inZone(timeZone)
      at(new Date(Date.parse(startsAt) - 3 * 86_400_000).toISOString())
      const { rate, days } = await study()
      await rate('easy')
      await addInterview(client, application.id, { startsAt })
      t.strictSame(await days(), [on, eve])
      const { data } = (await client.get('/v1/next-actions')).body
      t.equal(data[0].dueOn, on, 'as the next action has it')
    })

  await t.test('an interview of today is still ahead where its day began before that of UTC', async (t) => {
    const { client, application, study } = await inZone('Pacific/Kiritimati')
    at('2026-06-03T11:00:00.000Z')
    const { rate, days } = await study()
    await rate('easy')
    await addInterview(client, application.id, { startsAt: '2026-06-04T20:00:00Z' })
    at('2026-06-04T11:00:00.000Z')
    t.strictSame(await days(), ['2026-06-05', '2026-06-05'])
  })

  await t.test(
    'a miss counts on the day of its interview, after what was studied that morning',
    async (t) => {
      const { client, application, study } = await inZone('Pacific/Auckland')
      at('2026-06-04T20:00:00.000Z')
      const { path, rate } = await study()
      await rate('easy')
      const { id } = await addInterview(client, application.id, { startsAt: '2026-06-04T22:00:00Z' })
      at('2026-06-05T22:00:00.000Z')
      await addQuestion(client, id, { answered: 'did_not_know' })
      const { data } = (await client.get(`${path}/reviews`)).body
      t.match(data, [
        { rating: 'again', source: 'interview', on: '2026-06-05' },
        { rating: 'easy', source: 'review', on: '2026-06-05' },
      ])
      t.match((await client.get(path)).body, { state: 'learning', dueOn: '2026-06-06' })
    },
  )

  await t.test('who goes west across the date line studies on from the day that was', async (t) => {
    const { client, study } = await inZone('Pacific/Kiritimati')
    at('2026-06-05T08:00:00.000Z')
    const { path, rate } = await study()
    await rate('again')
    await client.patch('/v1/me', { timeZone: 'Pacific/Pago_Pago' })
    at('2026-06-05T09:00:00.000Z')
    await rate('again')
    await rate('easy')
    const { data } = (await client.get(`${path}/reviews`)).body
    t.strictSame(
      data.map(({ rating, on }: { rating: string; on: string }) => [rating, on]),
      [
        ['easy', '2026-06-05'],
        ['again', '2026-06-05'],
        ['again', '2026-06-05'],
      ],
    )
  })

  await t.test('the prep shows what was asked earlier on the same evening', async (t) => {
    const { client, application } = await inZone('America/Los_Angeles')
    const add = async (round: number, startsAt: string) =>
      (await addInterview(client, application.id, { round, startsAt })).id
    const first = await add(1, '2026-06-06T00:15:00Z')
    const second = await add(2, '2026-06-06T02:30:00Z')
    const third = await add(3, '2026-06-06T20:00:00Z')
    const asked = async (id: string) => (await client.get(`/v1/interviews/${id}/prep`)).body.earlierQuestions
    await addQuestion(client, first, { answered: 'did_not_know' })
    t.match(await asked(second), [{ round: 1 }])
    await addQuestion(client, third, { prompt: 'Why now?', answered: 'did_not_know' })
    t.match(await asked(second), [{ round: 1 }])
    t.equal((await asked(second)).length, 1, 'and not what is asked on the next day')
    t.equal((await asked(third)).length, 1)
  })

  await t.test('a question about the record counts an interview of the day that has begun', async (t) => {
    const { client, application } = await inZone('Pacific/Kiritimati')
    at('2026-06-04T11:00:00.000Z')
    await addInterview(client, application.id, { heldOn: '2026-06-05', status: 'scheduled' })
    const { findings } = (await client.post('/v1/self-talk/checks', { text: 'I will never get hired.' })).body
    t.match(findings, [{ question: /^Your journal holds 1 interview so far/ }])
  })
})
