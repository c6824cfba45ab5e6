import { type Test, test } from 'tap'
import { addApplication, addInterview, addPlan, beginReflection } from '../../journal/applications/records.ts'
import type { Body, Client } from '../../support/client.ts'
import { eventsOf } from '../../support/events.ts'
import { openService } from '../../support/service.ts'

const path = '/v1/wins'
const winsOf = async (client: Client, code?: string): Promise<Body[]> => {
  const { data } = (await client.get(`${path}?limit=200`)).body
  return code === undefined ? data : data.filter((win: Body) => win.code === code)
}

test('wins that follow from the record', async (t) => {
  const service = await openService(t)
  const account = () => service.newAccount()

  await t.test('every interview obtained is one, whatever became of it', async (t) => {
    const noor = await account()
    const { id: applicationId } = await addApplication(noor, { appliedOn: '2026-05-04' })
    const past = await addInterview(noor, applicationId, { heldOn: '2026-05-12' })
    const ahead = await addInterview(noor, applicationId, { startsAt: '2026-06-20T09:00:00Z' })
    await noor.patch(`/v1/interviews/${ahead.id}`, { status: 'cancelled' })
    const wins = await winsOf(noor, 'interview_obtained')
    t.match(wins, [
      { on: '2026-06-01', subject: { interviewId: ahead.id, applicationId }, basis: { round: 2 } },
      { on: '2026-05-12', subject: { interviewId: past.id, applicationId }, basis: { round: 1 } },
    ])
    t.equal(wins[1]?.text, 'You got an interview. They saw enough to want to talk with you.')
    t.match(wins[0], { version: null, createdAt: null, updatedAt: null })
    await noor.delete(`/v1/interviews/${ahead.id}`)
    t.equal((await winsOf(noor, 'interview_obtained')).length, 1, 'it goes with its record')
    t.equal((await winsOf(noor, 'interview_obtained'))[0]?.id, wins[1]?.id, 'the same win keeps its id')
  })

  await t.test('a round that led on is one, from the day on which they said so', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor)
    const first = await addInterview(noor, id, { heldOn: '2026-05-04' })
    t.strictSame(await winsOf(noor, 'round_advanced'), [])
    await noor.patch(`/v1/interviews/${first.id}`, { result: 'advanced', heardBackOn: '2026-05-06' })
    t.match(await winsOf(noor, 'round_advanced'), [
      { on: '2026-05-06', basis: { round: 1 }, subject: { interviewId: first.id } },
    ])
    await noor.patch(`/v1/interviews/${first.id}`, { result: 'pending', heardBackOn: null })
    t.strictSame(await winsOf(noor, 'round_advanced'), [], 'a record put right puts the win right')
    await addInterview(noor, id, { heldOn: '2026-05-11' })
    t.match(await winsOf(noor, 'round_advanced'), [{ on: '2026-05-11', basis: { round: 1 } }])
  })

  await t.test('rounds and their offer keep to the day of the ending where no other is known', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor)
    for (const round of [1, 2]) await addInterview(noor, id, { round, status: 'completed' })
    await noor.put(`/v1/applications/${id}/outcome`, { kind: 'offer_accepted', decidedOn: '2026-03-20' })
    t.match(await winsOf(noor, 'offer_received'), [{ on: '2026-03-20' }])
    t.strictSame(
      (await winsOf(noor, 'round_advanced')).map(({ on, basis }) => [on, basis.round]),
      [
        ['2026-03-20', 2],
        ['2026-03-20', 1],
      ],
    )
    const dated = await addApplication(noor)
    await addInterview(noor, dated.id, { heldOn: '2026-02-10' })
    await noor.put(`/v1/applications/${dated.id}/offer`, {})
    await noor.put(`/v1/applications/${dated.id}/outcome`, {
      kind: 'offer_declined',
      learnedOn: '2026-02-12',
    })
    const after = (await winsOf(noor)).filter(({ subject }) => subject.applicationId === dated.id)
    for (const code of ['offer_received', 'round_advanced'])
      t.equal(after.find((win) => win.code === code)?.on, '2026-02-12', code)
  })

  await t.test('an offer is one, and stays one when it is declined', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor)
    await addInterview(noor, id, { heldOn: '2026-05-04' })
    await noor.put(`/v1/applications/${id}/offer`, { receivedOn: '2026-05-20' })
    const offer = { on: '2026-05-20', text: 'You got an offer. It came after 1 interview.' }
    t.match(await winsOf(noor, 'offer_received'), [{ ...offer, subject: { applicationId: id } }])
    await noor.put(`/v1/applications/${id}/outcome`, { kind: 'offer_declined', decidedOn: '2026-05-22' })
    t.match(await winsOf(noor, 'offer_received'), [offer])
  })

  await t.test('the first thing done after learning of a setback is a way back', async (t) => {
    const noor = await account()
    const no = await addApplication(noor, { appliedOn: '2026-05-01' })
    await noor.put(`/v1/applications/${no.id}/outcome`, { kind: 'rejected', learnedOn: '2026-05-10' })
    const other = await addApplication(noor, { appliedOn: '2026-05-02' })
    await noor.put(`/v1/applications/${other.id}/outcome`, { kind: 'no_response', learnedOn: '2026-05-11' })
    await addApplication(noor, { appliedOn: '2026-05-10' })
    t.strictSame(await winsOf(noor, 'came_back'), [], 'of one day nobody knows which came first')
    await addApplication(noor, { appliedOn: '2026-06-03' })
    t.strictSame(await winsOf(noor, 'came_back'), [], 'what is planned has not been done')
    const back = await addApplication(noor, { appliedOn: '2026-05-14' })
    await addApplication(noor, { appliedOn: '2026-05-20' })
    t.match(await winsOf(noor, 'came_back'), [
      {
        on: '2026-05-14',
        text: 'You came back: after 2 setbacks, you sent an application.',
        basis: { setbacks: 2, act: 'application_sent' },
        subject: { applicationId: back.id },
      },
    ])
    await noor.delete(`/v1/applications/${other.id}/outcome`)
    t.match(await winsOf(noor, 'came_back'), [{ basis: { setbacks: 1 } }])
    await noor.put(`/v1/applications/${no.id}/outcome`, { kind: 'withdrawn', learnedOn: '2026-05-10' })
    t.strictSame(await winsOf(noor, 'came_back'), [], 'who withdrew had no setback')
  })

  await t.test(
    'nothing of the application that ended is a way back, nor an interview without a day',
    async (t) => {
      const noor = await account()
      const { id } = await addApplication(noor, { appliedOn: '2026-05-01' })
      await noor.put(`/v1/applications/${id}/outcome`, { kind: 'rejected', learnedOn: '2026-05-10' })
      await addInterview(noor, id, { heldOn: '2026-05-12', round: 1 })
      t.strictSame(await winsOf(noor, 'came_back'), [], 'it belongs to what ended')
      const other = await addApplication(noor)
      const undated = await addInterview(noor, other.id, { round: 1, status: 'scheduled' })
      t.match(await winsOf(noor, 'came_back'), [{ basis: { act: 'interview_booked' } }], 'it is to come')
      await noor.patch(`/v1/interviews/${undated.id}`, { status: 'completed' })
      t.strictSame(await winsOf(noor, 'came_back'), [], 'nobody knows when it was booked')
    },
  )

  await t.test(
    'who took an offer comes back from nothing after it, until an application is sent',
    async (t) => {
      const noor = await account()
      const ended = async (kind: string, on: string) => {
        const { id } = await addApplication(noor, { appliedOn: '2026-04-01' })
        await noor.put(`/v1/applications/${id}/outcome`, { kind, decidedOn: on, learnedOn: on })
      }
      await ended('rejected', '2026-05-02')
      await ended('offer_accepted', '2026-05-04')
      await ended('rejected', '2026-05-06')
      await addPlan(noor)
      t.strictSame(await winsOf(noor, 'came_back'), [], 'the search was over')
      await addApplication(noor, { appliedOn: '2026-05-08' })
      t.strictSame(await winsOf(noor, 'came_back'), [], 'it begins anew')
      await ended('rejected', '2026-05-10')
      t.match(await winsOf(noor, 'came_back'), [{ basis: { setbacks: 1, act: 'plan_written' } }])
    },
  )

  await t.test('a day holds one way back, whatever it was that each setback left out', async (t) => {
    const noor = await account()
    const ended = async (appliedOn: string, learnedOn: string) => {
      const { id } = await addApplication(noor, { appliedOn })
      await noor.put(`/v1/applications/${id}/outcome`, { kind: 'rejected', learnedOn })
      return id
    }
    const one = await ended('2026-05-01', '2026-05-10')
    await ended('2026-05-02', '2026-05-11')
    const held = { heldOn: '2026-05-14', round: 1 }
    const first = await addInterview(noor, one, held)
    await addInterview(noor, (await addApplication(noor)).id, held)
    t.match(await winsOf(noor, 'came_back'), [
      { on: '2026-05-14', basis: { setbacks: 2 }, subject: { interviewId: first.id } },
    ])
  })

  await t.test('the first study item that is ready, and each reflection finished', async (t) => {
    const noor = await account()
    const easy = async (prompt: string) => {
      const { id } = (await noor.post('/v1/study-items', { prompt })).body
      for (const _ of [1, 2, 3]) await noor.post(`/v1/study-items/${id}/reviews`, { rating: 'easy' })
      return id
    }
    const first = await easy('What is a lens?')
    const later = service.clock.now
    service.clock.now = new Date('2026-06-02T09:00:00.000Z')
    await easy('What is a mirror?')
    const { id } = await beginReflection(noor, { from: '2026-05-25', to: '2026-05-31' })
    await noor.post(`/v1/reflections/${id}/answers`, { step: 'went_well', text: 'I sent two.' })
    for (const step of ['did_not_go_well', 'do_differently'])
      await noor.post(`/v1/reflections/${id}/skips`, { step })
    await noor.post(`/v1/reflections/${id}/completion`)
    service.clock.now = later
    t.match(await winsOf(noor, 'first_study_item_ready'), [
      { on: '2026-06-01', subject: { studyItemId: first } },
    ])
    const [{ text, subject, on }] = (await winsOf(noor, 'reflection_finished')) as [Body]
    t.match(
      { text, on, subject },
      { text: /stretch of days/, on: '2026-06-02', subject: { reflectionId: id } },
    )
  })

  await t.test('what comes of reflections needs their scope', async (t) => {
    const noor = await account()
    const { id } = await addApplication(noor, { appliedOn: '2026-05-01' })
    await noor.put(`/v1/applications/${id}/outcome`, { kind: 'rejected', learnedOn: '2026-05-10' })
    await addPlan(noor)
    t.match(await winsOf(noor, 'came_back'), [{ basis: { act: 'plan_written' } }])
    const { body } = await noor.post('/v1/api-keys', { name: 'Journal', scopes: ['journal:read'] })
    t.strictSame(await winsOf(service.client(body.secret)), [])
  })

  await t.test(
    'a way back by an interview without a day stays one when it is called off, and the comeback profile tells of it',
    async (t) => {
      const noor = await account()
      for (let n = 0; n < 3; n++) {
        const { id } = await addApplication(noor, { appliedOn: '2026-05-01' })
        await addInterview(noor, id, { heldOn: '2026-05-10' })
        await noor.put(`/v1/applications/${id}/outcome`, { kind: 'rejected', learnedOn: '2026-05-20' })
      }
      const { id } = await addApplication(noor)
      const booked = await addInterview(noor, id, { status: 'scheduled' })
      const back = [{ on: '2026-06-01', basis: { setbacks: 3, act: 'interview_booked' } }]
      const times = { comebackTime: { events: 3, censored: 0, medianDays: 12 } }
      for (const status of ['scheduled', 'cancelled', 'missed']) {
        await noor.patch(`/v1/interviews/${booked.id}`, { status })
        t.match(await winsOf(noor, 'came_back'), back, status)
        t.match((await noor.get('/v1/insights/comeback')).body, times, status)
      }
      await noor.patch(`/v1/interviews/${booked.id}`, { status: 'completed' })
      t.strictSame(await winsOf(noor, 'came_back'), [], 'held, and nobody knows when it was booked')
    },
  )

  await t.test('days are those of the account', async (t) => {
    const noor = await account()
    await noor.patch('/v1/me', { timeZone: 'Pacific/Auckland' })
    const { id } = await addApplication(noor)
    await addInterview(noor, id, { startsAt: '2026-05-11T20:00:00Z' })
    t.match(await winsOf(noor), [{ on: '2026-05-12' }])
  })
})

const added = async (t: Test, client: Client, members: object) => {
  const { status, headers, body } = await client.post(path, members)
  t.equal(status, 201)
  t.equal(headers.location, `${path}/${body.id}`)
  return body
}

test('wins added by hand', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()

  await t.test('what is worth a moment has happened', async (t) => {
    const noor = await service.newAccount()
    const { id } = (await noor.post(path, { text: 'I asked.', on: '2026-06-01' })).body
    for (const answer of [
      await noor.post(path, { text: 'I asked.', on: '2026-07-01' }),
      await noor.patch(`${path}/${id}`, { on: '2026-07-01' }),
    ]) {
      t.strictSame([answer.status, answer.body.code], [422, 'day_ahead'])
      t.match(answer.body.errors, [{ pointer: '/on', code: 'day_ahead' }])
    }
    t.match(await winsOf(noor), [{ id, on: '2026-06-01' }])
  })

  await t.test('one has a text and a day, today unless stated', async (t) => {
    const members = { text: 'I asked for\ntime to think.', on: '2026-05-30' }
    const win = await added(t, noor, members)
    t.match(win, { ...members, code: 'added', basis: {}, subject: { interviewId: null }, version: 1 })
    t.strictSame((await noor.get(`${path}/${win.id}`)).body, win)
    t.equal((await added(t, noor, { text: 'I slept well.' })).on, '2026-06-01')
    for (const wrong of [
      {},
      { text: ' ' },
      { text: 'x', on: 'today' },
      { text: 'x', code: 'offer_received' },
    ])
      t.equal((await noor.post(path, wrong)).status, 400)
  })

  await t.test('it may be changed and removed, and keeps its day where none is given', async (t) => {
    const win = await added(t, noor, { text: 'I slept.', on: '2026-05-29' })
    const changed = await noor.patch(`${path}/${win.id}`, { text: 'I slept well.' })
    t.match(changed.body, { text: 'I slept well.', on: '2026-05-29', version: 2 })
    t.equal((await noor.patch(`${path}/${win.id}`, { on: null })).status, 400)
    const stale = { 'if-match': '"1"' }
    t.equal((await noor.patch(`${path}/${win.id}`, { on: '2026-05-28' }, stale)).status, 412)
    t.equal((await noor.delete(`${path}/${win.id}`, stale)).status, 412)
    t.equal((await noor.delete(`${path}/${win.id}`)).status, 204)
    t.equal((await noor.get(`${path}/${win.id}`)).status, 404)
  })

  await t.test('it stands among those that follow from the record, by day', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id } = await addApplication(sam)
    for (const heldOn of ['2026-05-10', '2026-05-12', '2026-05-10'])
      await addInterview(sam, id, { heldOn, round: 1 })
    for (const on of ['2026-05-09', '2026-05-10', '2026-05-12', '2026-05-13'])
      await added(t, sam, { text: `On ${on}.`, on })
    const whole = await winsOf(sam)
    t.equal(whole.length, 7)
    t.strictSame(
      whole.map(({ on }) => on),
      ['2026-05-13', '2026-05-12', '2026-05-12', '2026-05-10', '2026-05-10', '2026-05-10', '2026-05-09'],
    )
    const walked: Body[] = []
    for (let cursor = ''; ; ) {
      const { body } = await sam.get(`${path}?limit=2${cursor}`)
      walked.push(...body.data)
      if (!body.nextCursor) break
      cursor = `&cursor=${body.nextCursor}`
    }
    t.strictSame(walked, whole)
  })

  await t.test('it is told of as an event, without its text; one that is derived is no record', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id: winId } = await added(t, sam, { text: 'Quokka', on: '2026-05-30' })
    await sam.patch(`${path}/${winId}`, { on: '2026-05-31' })
    await sam.delete(`${path}/${winId}`)
    t.strictSame(await eventsOf(service, sam.accountId), [
      ['win.created', { winId, on: '2026-05-30' }],
      ['win.updated', { winId, on: '2026-05-31', previousOn: '2026-05-30' }],
      ['win.deleted', { winId, on: '2026-05-31' }],
    ])
    const { id } = await addApplication(sam)
    await addInterview(sam, id, { heldOn: '2026-05-10' })
    const [derived] = await winsOf(sam)
    for (const refused of [
      await sam.get(`${path}/${derived?.id}`),
      await sam.patch(`${path}/${derived?.id}`, { text: 'Mine' }),
      await sam.delete(`${path}/${derived?.id}`),
    ])
      t.equal(refused.status, 404)
  })
})
