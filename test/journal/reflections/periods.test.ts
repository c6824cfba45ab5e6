import { test } from 'tap'
import { faultsOf } from '../../language/voice.ts'
import type { Client } from '../../support/client.ts'
import { eventsOf } from '../../support/events.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, addQuestion, beginReflection, idsOf } from '../applications/records.ts'

const [FIRST, SECOND, THIRD] = ['went_well', 'did_not_go_well', 'do_differently']
const WEEK = { from: '2026-05-25', to: '2026-05-31' }

test('a reflection on a period', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const at = (now: string) => {
    service.clock.now = new Date(now)
  }
  const start = service.clock.now
  t.afterEach(() => {
    service.clock.now = start
  })
  const begin = (client: Client, subject: object = WEEK) => client.post('/v1/reflections', { subject })
  const answer = (client: Client, id: string, step: string | undefined, more: object = {}) =>
    client.post(`/v1/reflections/${id}/answers`, { step, text: 'Something.', ...more })

  await t.test('is about days, the first and the last included', async (t) => {
    const { status, headers, body } = await begin(noor)
    t.equal(status, 201)
    t.equal(headers.location, `/v1/reflections/${body.id}`)
    t.strictSame(body.subject, WEEK)
    t.hasStrict(body, { status: 'open', private: false, version: 1, skipped: [] })
    t.strictSame((await noor.get(`/v1/reflections/${body.id}`)).body, body)
    for (const subject of [
      { from: '2026-05-31', to: '2026-05-31' },
      { from: '2025-06-01', to: '2026-06-01' },
    ])
      t.equal((await begin(noor, subject)).status, 201, 'one day, and 366 of them')
    const { id: applicationId } = await addApplication(noor)
    for (const [subject, pointer] of [
      [{ from: '2026-05-31', to: '2026-05-30' }, '/subject/to'],
      [{ from: '2025-05-31', to: '2026-06-01' }, '/subject/to'],
      [{ from: '2026-05-25' }, '/subject'],
      [{ ...WEEK, to: null }, '/subject'],
      [{ ...WEEK, to: '2026-02-30' }, '/subject'],
      [{ ...WEEK, applicationId }, '/subject'],
    ] as const) {
      const refused = await begin(noor, subject)
      t.strictSame([refused.status, refused.body.errors[0].pointer], [400, pointer])
    }
  })

  await t.test('begins no sooner than its last day, as the account counts days', async (t) => {
    const zones = { utc: 'UTC', east: 'Asia/Tokyo', west: 'America/Los_Angeles' }
    const inZone = async (timeZone: string) => {
      const client = await service.newAccount()
      await client.patch('/v1/me', { timeZone })
      return client
    }
    const upTo = async (client: Client, to: string) => {
      const { status, body } = await begin(client, { from: '2026-05-25', to })
      return body.code ?? status
    }
    const [utc, east, west] = await Promise.all([zones.utc, zones.east, zones.west].map(inZone))
    if (!utc || !east || !west) return t.fail('there are three accounts')
    at('2026-06-01T16:00:00.000Z')
    t.strictSame([await upTo(utc, '2026-06-01'), await upTo(utc, '2026-06-02')], [201, 'period_ahead'])
    t.strictSame([await upTo(east, '2026-06-02'), await upTo(east, '2026-06-03')], [201, 'period_ahead'])
    at('2026-06-01T05:00:00.000Z')
    t.strictSame([await upTo(west, '2026-05-31'), await upTo(west, '2026-06-01')], [201, 'period_ahead'])
    t.equal(idsOf(await west.get('/v1/reflections')).length, 1, 'what was refused is not there')
  })

  await t.test('asks the three questions in words for a period', async (t) => {
    const { id, nextPrompt } = await beginReflection(noor, WEEK)
    const second = (await answer(noor, id, FIRST)).body.nextPrompt
    const third = (await answer(noor, id, SECOND)).body.nextPrompt
    t.strictSame([nextPrompt.step, second.step, third.step], [FIRST, SECOND, THIRD])
    t.match(
      [nextPrompt.text, second.text, third.text],
      [/in these days/, /in these days/, /in the days ahead/],
    )
    for (const { text } of [nextPrompt, second, third]) t.strictSame(faultsOf(text), [], text)
    const plan = { if: 'a week is full', then: 'I keep Friday free' }
    const { body } = await answer(noor, id, THIRD, { plan })
    t.equal(body.nextPrompt, null)
    t.hasStrict((await noor.get(`/v1/plans/${body.doDifferently[0].planId}`)).body, plan)
    const completed = await noor.post(`/v1/reflections/${id}/completion`)
    t.hasStrict(completed.body, { status: 'completed', subject: WEEK })
  })

  await t.test('may be private, and outlives the records of its days', async (t) => {
    const { id: applicationId } = await addApplication(noor)
    const { id: interviewId } = await addInterview(noor, applicationId, { heldOn: '2026-05-28' })
    const { id: questionId } = await addQuestion(noor, interviewId)
    const { body } = await noor.post('/v1/reflections', { subject: WEEK, private: true })
    t.equal(body.private, true)
    const path = `/v1/reflections/${body.id}`
    await answer(noor, body.id, FIRST, { questionId })
    t.equal((await noor.patch(path, { private: false })).body.private, false)
    await noor.delete(`/v1/applications/${applicationId}`)
    const kept = await noor.get(path)
    t.strictSame([kept.status, kept.body.wentWell[0].questionId], [200, null])
    t.equal((await noor.delete(path)).status, 204)
    t.equal((await noor.get(path)).status, 404)
  })

  await t.test('is listed with the others, and found by its days', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id: applicationId } = await addApplication(sam)
    const other = await beginReflection(sam, { applicationId })
    const week = await beginReflection(sam, WEEK)
    const month = await beginReflection(sam, { from: '2026-05-01', to: '2026-05-31' })
    const list = async (query: string) => idsOf(await sam.get(`/v1/reflections?${query}`)).sort()
    t.strictSame(await list(''), [other.id, week.id, month.id].sort())
    t.strictSame(await list('from=2026-05-25&to=2026-05-31'), [week.id])
    t.strictSame(await list('from=2026-05-26'), [])
    t.strictSame(await list('from=2026-05-01'), [week.id, month.id].sort())
    t.strictSame(await list('to=2026-05-30'), [])
    t.strictSame(await list(`applicationId=${applicationId}`), [other.id])
    const listed = (await sam.get('/v1/reflections?from=2026-05-25')).body.data[0]
    t.strictSame(listed.subject, WEEK)
    t.strictSame(listed.nextPrompt, { ...week.nextPrompt, suggestions: [] })
    t.equal((await sam.get('/v1/reflections?from=May')).status, 400)
  })

  await t.test('is told as events with its days', async (t) => {
    const sam = await service.newAccount('Sam')
    const { id: reflectionId } = await beginReflection(sam, WEEK)
    const key = { reflectionId, interviewId: null, applicationId: null }
    t.strictSame(await eventsOf(service, sam.accountId), [['reflection.created', { ...key, ...WEEK }]])
  })

  await t.test('is about nothing else, whoever writes into the table', async (t) => {
    const { id } = await beginReflection(noor, WEEK)
    const { id: applicationId } = await addApplication(noor)
    for (const change of [
      `application_id = '${applicationId}'`,
      'period_to = NULL',
      'period_from = NULL, period_to = NULL',
      `period_from = NULL, application_id = '${applicationId}'`,
      "period_to = '2026-05-24'",
    ])
      await t.rejects(
        service.db.$client.query(`UPDATE reflections SET ${change} WHERE id = $1`, [id]),
        { code: '23514' },
        change,
      )
  })
})
