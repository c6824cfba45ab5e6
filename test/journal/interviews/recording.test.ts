import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview } from '../applications/records.ts'

test('recording an interview', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const refusalOf = async (answer: ReturnType<typeof noor.post>) => {
    const { status, body } = await answer
    return [status, body.errors?.[0]?.pointer ?? body.code]
  }

  await t.test('nothing has to be known about it', async (t) => {
    const { id } = await addApplication(noor)
    const { status, headers, body } = await noor.post(`/v1/applications/${id}/interviews`, {})
    t.equal(status, 201)
    t.equal(headers.location, `/v1/interviews/${body.id}`)
    t.hasStrict(body, {
      applicationId: id,
      round: 1,
      kind: 'other',
      format: null,
      startsAt: null,
      heldOn: null,
      interviewers: [],
      status: 'scheduled',
      result: 'pending',
      version: 1,
    })
    t.strictSame((await noor.get(`/v1/interviews/${body.id}`)).body, body)
    const answered = await noor.post(`/v1/applications/${id}/interviews`, { result: 'advanced' })
    t.equal(answered.body.status, 'completed', 'who advanced was there')
  })

  await t.test('rounds count up by themselves, for each application', async (t) => {
    const [one, other] = [await addApplication(noor), await addApplication(noor)]
    const roundOf = async (id: string, members = {}) => (await addInterview(noor, id, members)).round
    t.equal(await roundOf(one.id), 1)
    t.equal(await roundOf(one.id), 2)
    t.equal(await roundOf(other.id), 1)
    t.equal(await roundOf(one.id, { round: 7 }), 7)
    t.equal(await roundOf(one.id), 8)
    t.equal(await roundOf(one.id, { round: 2 }), 2, 'two talks may make up one round')
    t.equal(await roundOf(one.id), 9)
  })

  await t.test('the fiftieth round is the last', async (t) => {
    const { id } = await addApplication(noor)
    t.equal((await addInterview(noor, id, { round: 50 })).round, 50)
    t.equal((await addInterview(noor, id)).round, 50)
    const path = `/v1/applications/${id}/interviews`
    for (const round of [0, 51, 1.5])
      t.strictSame(await refusalOf(noor.post(path, { round })), [400, '/round'])
  })

  await t.test('a round that is cleared is counted anew among the others', async (t) => {
    const { id } = await addApplication(noor)
    const first = await addInterview(noor, id)
    t.equal((await noor.patch(`/v1/interviews/${first.id}`, { round: null })).body.round, 1)
    await addInterview(noor, id)
    t.equal((await noor.patch(`/v1/interviews/${first.id}`, { round: null })).body.round, 3)
  })

  await t.test('what lies ahead is scheduled, and what lies behind completed', async (t) => {
    const { id } = await addApplication(noor)
    const statusOf = async (members: object) => (await addInterview(noor, id, members)).status
    t.equal(await statusOf({ startsAt: '2026-06-01T09:00:00.000Z' }), 'completed')
    t.equal(await statusOf({ startsAt: '2026-06-01T09:00:00.001Z' }), 'scheduled')
    t.equal(await statusOf({ startsAt: '2026-06-01T10:30:00+02:00' }), 'completed')
    t.equal(await statusOf({ startsAt: '2026-06-01T08:30:00-02:00' }), 'scheduled')
    t.equal(await statusOf({ heldOn: '2026-06-01' }), 'completed')
    t.equal(await statusOf({ heldOn: '2026-06-02' }), 'scheduled')
    t.equal(await statusOf({ heldOn: '2026-06-02', status: 'cancelled' }), 'cancelled')
  })

  await t.test('a day lies behind once it has begun where the account is', async (t) => {
    const kim = await service.newAccount('Kim')
    const { id } = await addApplication(kim)
    for (const [timeZone, now, day] of [
      ['Pacific/Auckland', '2026-06-01T21:00:00Z', '2026-06-02'],
      ['America/Los_Angeles', '2026-06-03T01:00:00Z', '2026-06-02'],
    ] as const) {
      service.clock.now = new Date(now)
      await kim.patch('/v1/me', { timeZone })
      const today = await addInterview(kim, id, { heldOn: day })
      const tomorrow = await addInterview(kim, id, { heldOn: '2026-06-03' })
      t.strictSame([today.status, tomorrow.status], ['completed', 'scheduled'], timeZone)
      const planned = await addInterview(kim, id, { heldOn: day, status: 'scheduled' })
      const lookBack = (interviewId: string) => kim.post('/v1/reflections', { subject: { interviewId } })
      t.equal((await lookBack(planned.id)).status, 201)
      t.equal((await lookBack(tomorrow.id)).body.code, 'interview_ahead')
    }
    service.clock.now = new Date('2026-06-01T09:00:00Z')
  })

  await t.test('the status stays when time passes, until it is changed or left to the clock', async (t) => {
    const { id } = await addApplication(noor)
    const made = await addInterview(noor, id, { startsAt: '2026-06-03T09:00:00Z' })
    const path = `/v1/interviews/${made.id}`
    const start = service.clock.now
    service.clock.now = new Date('2026-06-04T09:00:00.000Z')
    t.teardown(() => {
      service.clock.now = start
    })
    t.equal((await noor.get(path)).body.status, 'scheduled')
    t.equal((await noor.patch(path, { label: 'Second look' })).body.status, 'scheduled')
    t.equal((await noor.patch(path, { status: null })).body.status, 'completed')
    t.equal((await noor.patch(path, { status: 'missed' })).body.status, 'missed')
  })

  await t.test(
    'one that is moved ahead is no longer completed, and the client may not say it is',
    async (t) => {
      const { id } = await addApplication(noor)
      const path = `/v1/interviews/${(await addInterview(noor, id, { heldOn: '2026-05-18' })).id}`
      const statusAfter = async (patch: object) => (await noor.patch(path, patch)).body.status
      const lookBack = () => noor.post('/v1/reflections', { subject: { interviewId: path.split('/')[3] } })
      t.equal(await statusAfter({ heldOn: '2026-05-19' }), 'completed', 'it still lies behind')
      t.equal(await statusAfter({ heldOn: null }), 'completed', 'its day was forgotten')
      const tonight = { startsAt: new Date(service.clock.now.getTime() + 7 * 3_600_000).toISOString() }
      t.equal(
        await statusAfter({ ...tonight, status: 'completed' }),
        'completed',
        'where it is night already',
      )
      t.equal(await statusAfter(tonight), 'completed', 'it was not moved')
      t.equal(await statusAfter({ startsAt: '2026-06-02T09:00:00Z' }), 'scheduled')
      t.equal((await noor.get(`/v1/applications/${id}`)).body.stage, 'responded')
      t.equal((await lookBack()).body.code, 'interview_ahead')
      t.strictSame(
        await refusalOf(noor.patch(path, { startsAt: '2026-06-03T09:00:00Z', status: 'completed' })),
        [422, '/startsAt'],
      )
      t.equal(await statusAfter({ status: 'cancelled', result: 'not_advanced' }), 'cancelled')
      t.equal(
        await statusAfter({ startsAt: '2026-06-04T09:00:00Z' }),
        'cancelled',
        'nobody said it is on again',
      )
    },
  )

  await t.test(
    'an answer to one that was scheduled says that it was held, once it lies behind',
    async (t) => {
      const { id } = await addApplication(noor)
      const book = async (members: object) =>
        (await noor.post(`/v1/applications/${id}/interviews`, { ...members, status: 'scheduled' })).body.id
      const { now } = service.clock
      const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString()
      const statusAfter = async (members: object, patch: object) =>
        (await noor.patch(`/v1/interviews/${await book(members)}`, patch)).body.status
      for (const result of ['advanced', 'not_advanced']) {
        t.equal(await statusAfter({ startsAt: at(-1) }, { result }), 'completed')
        t.equal(await statusAfter({ heldOn: at(-48).slice(0, 10) }, { result }), 'completed')
        t.equal(await statusAfter({}, { result }), 'completed')
        t.equal(await statusAfter({ startsAt: at(1) }, { result }), 'scheduled', 'it has not begun')
        t.equal(await statusAfter({ startsAt: at(-1) }, { result, status: 'missed' }), 'missed')
      }
      for (const patch of [{ result: 'unknown' }, { label: 'Panel' }, { heardBackOn: at(0).slice(0, 10) }])
        t.equal(await statusAfter({ startsAt: at(-1) }, patch), 'scheduled', 'no answer is told')
      t.equal((await noor.get(`/v1/applications/${id}`)).body.stage, 'interviewed')
    },
  )

  await t.test('instants are answered in UTC with milliseconds', async (t) => {
    const { id } = await addApplication(noor)
    for (const [given, answered] of [
      ['2026-06-10T14:30:00+02:00', '2026-06-10T12:30:00.000Z'],
      ['2026-06-10T23:00:00.5-05:30', '2026-06-11T04:30:00.500Z'],
      ['2026-06-10T12:30:00.123456Z', '2026-06-10T12:30:00.123Z'],
    ]) {
      const made = await addInterview(noor, id, { startsAt: given })
      t.equal(made.startsAt, answered)
      t.equal((await noor.get(`/v1/interviews/${made.id}`)).body.startsAt, answered)
    }
    const path = `/v1/applications/${id}/interviews`
    for (const startsAt of [
      '2026-06-10',
      '2026-06-10T12:30:00',
      '2026-02-30T12:30:00Z',
      '2026-06-10T25:00:00Z',
      '2026-06-10T12:30:00+16:00',
      '1900-01-01T00:00:00+14:00',
      '2199-12-31T23:59:59-12:00',
    ])
      t.strictSame(await refusalOf(noor.post(path, { startsAt })), [400, '/startsAt'])
  })

  await t.test('the day alone and the instant exclude each other', async (t) => {
    const { id } = await addApplication(noor)
    const both = { heldOn: '2026-05-20', startsAt: '2026-05-20T09:00:00Z' }
    t.strictSame(await refusalOf(noor.post(`/v1/applications/${id}/interviews`, both)), [400, '/heldOn'])
    const made = await addInterview(noor, id, { heldOn: '2026-05-20' })
    const path = `/v1/interviews/${made.id}`
    t.strictSame(await refusalOf(noor.patch(path, { startsAt: both.startsAt })), [400, '/heldOn'])
    t.hasStrict((await noor.get(path)).body, { heldOn: '2026-05-20', startsAt: null, version: 1 })
    const moved = await noor.patch(path, { startsAt: both.startsAt, heldOn: null })
    t.hasStrict(moved.body, { heldOn: null, startsAt: '2026-05-20T09:00:00.000Z', version: 2 })
  })

  await t.test('a time zone is one of IANA, a meeting is held at a web address', async (t) => {
    const { id } = await addApplication(noor)
    const members = { timeZone: 'America/Argentina/Ushuaia', meetingUrl: 'https://meet.example/a-b?c=1' }
    t.hasStrict(await addInterview(noor, id, members), members)
    const path = `/v1/applications/${id}/interviews`
    for (const timeZone of ['Berlin', '+02:00', 'Mars/Olympus', 'europe/berlin'])
      t.strictSame(await refusalOf(noor.post(path, { timeZone })), [400, '/timeZone'])
    t.strictSame(await refusalOf(noor.post(path, { meetingUrl: 'tel:+46' })), [400, '/meetingUrl'])
    t.strictSame(await refusalOf(noor.post(path, { interviewers: [{ title: 'Lead' }] })), [
      400,
      '/interviewers/0/name',
    ])
    t.strictSame(await refusalOf(noor.post(path, { applicationId: id })), [400, '/applicationId'])
  })

  await t.test('an old version is not written over', async (t) => {
    const { id } = await addApplication(noor)
    const made = await addInterview(noor, id)
    const path = `/v1/interviews/${made.id}`
    const { etag = '' } = (await noor.get(path)).headers
    await noor.patch(path, { result: 'advanced', heardBackOn: '2026-05-30' })
    t.strictSame(await refusalOf(noor.patch(path, { result: 'pending' }, { 'if-match': etag })), [
      412,
      'precondition_failed',
    ])
    t.strictSame(await refusalOf(noor.delete(path, { 'if-match': etag })), [412, 'precondition_failed'])
    t.hasStrict((await noor.get(path)).body, { result: 'advanced', heardBackOn: '2026-05-30', version: 2 })
  })
})
