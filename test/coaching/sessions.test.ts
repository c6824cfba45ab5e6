import { test } from 'tap'
import type { Consent } from '../../src/platform/scopes.ts'
import type { Body, Client } from '../support/client.ts'
import { eventsOf } from '../support/events.ts'
import { openService } from '../support/service.ts'
import { engage, inAccountOf } from './pairs.ts'

const path = '/v1/coaching-sessions'
const startsAt = '2026-06-12T15:00:00.000Z'
const codesOf = ({ agenda }: Body): string[] => agenda.map(({ code }: Body) => code)

test('coaching sessions', async (t) => {
  const service = await openService(t)
  const robin = await service.newAccount('Robin')
  /** A new client of Robin's, and Robin in their account. */
  const meet = async (...more: Consent[]) => {
    const client = await service.newAccount('Noor')
    const engagementId = await engage(client, robin, ['assignments:write', ...more])
    return { client, engagementId, acting: inAccountOf(robin, client) }
  }
  const made = async (who: Client, url: string, members: object): Promise<Body> => {
    const { status, body } = await who.post(url, members)
    if (status !== 201) throw new Error(`${url}: ${body.detail}`)
    return body
  }
  const startsOf = async (who: Client, search = ''): Promise<string[]> =>
    (await who.get(`${path}${search}`)).body.data.map((each: Body) => each.startsAt.slice(0, 10))

  await t.test('a coach sets one down; both read it, and both change it', async (t) => {
    const { client, acting, engagementId } = await meet()
    const sent = { startsAt: '2026-06-12T17:00:00+02:00', durationMinutes: 45, timeZone: 'Europe/Berlin' }
    const { status, headers, body } = await acting.post(path, sent)
    t.equal(status, 201)
    t.equal(headers.location, `${path}/${body.id}`)
    t.hasStrict(body, { ...sent, startsAt, engagementId, status: 'scheduled', notes: null, agenda: [] })
    for (const who of [client, acting]) {
      t.strictSame((await who.get(`${path}/${body.id}`)).body, body)
      t.strictSame((await who.get(path)).body, { data: [body] })
    }
    const noted = await client.patch(`${path}/${body.id}`, { notes: 'Bring the case study.' })
    t.hasStrict(noted.body, { notes: 'Bring the case study.', version: 2 })
    const called = await acting.patch(`${path}/${body.id}`, { status: 'cancelled', durationMinutes: null })
    t.hasStrict(called.body, { status: 'cancelled', durationMinutes: null, notes: 'Bring the case study.' })
    t.hasStrict((await client.patch(`${path}/${body.id}`, { status: null })).body, { status: 'scheduled' })
    t.equal((await client.patch(`${path}/${body.id}`, { startsAt: null })).status, 400)
    t.equal((await client.patch(`${path}/${body.id}`, { notes: null }, { 'if-match': '"2"' })).status, 412)
  })

  await t.test('it is held once it has begun, not before, whatever its offset', async (t) => {
    const { client, acting } = await meet()
    const before = service.clock.now
    const { id } = await made(acting, path, { startsAt: '2026-06-01T12:00:00+02:00' })
    const hold = () => client.patch(`${path}/${id}`, { status: 'held' })
    service.clock.now = new Date('2026-06-01T09:59:59.999Z')
    const early = await hold()
    t.strictSame([early.status, early.body.code], [422, 'session_ahead'])
    const refused = await acting.post(path, { startsAt, status: 'held' })
    t.strictSame([refused.status, refused.body.code], [422, 'session_ahead'])
    service.clock.now = new Date('2026-06-01T10:00:00.000Z')
    t.hasStrict((await hold()).body, { status: 'held', version: 2 })
    t.equal((await acting.patch(`${path}/${id}`, { startsAt })).body.code, 'session_ahead')
    t.hasStrict((await acting.patch(`${path}/${id}`, { startsAt, status: null })).body, { startsAt })
    service.clock.now = before
  })

  await t.test('a coach sees those of their own engagements, and nobody else any', async (t) => {
    const { client, acting, engagementId } = await meet()
    const own = await made(client, path, { startsAt })
    t.equal(own.engagementId, null)
    const { id } = await made(acting, path, { startsAt })
    const kim = await service.newAccount('Kim')
    await engage(client, kim, ['assignments:write'])
    for (const [who, hidden] of [
      [acting, own.id],
      [inAccountOf(kim, client), id],
      [await service.newAccount('Sam'), id],
    ] as const)
      for (const refused of [
        await who.get(`${path}/${hidden}`),
        await who.patch(`${path}/${hidden}`, { status: 'cancelled' }),
        await who.post(`${path}/${hidden}/actions`, { text: 'Mine.' }),
      ])
        t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
    t.equal((await startsOf(acting)).length, 1)
    t.strictSame(await startsOf(inAccountOf(kim, client)), [])
    await client.post(`/v1/engagements/${engagementId}/end`)
    t.equal((await acting.get(`${path}/${id}`)).status, 404)
    t.equal((await startsOf(client)).length, 2, 'they stay with the client')
  })

  await t.test('the latest first, by days and by how they went', async (t) => {
    const { client } = await meet()
    for (const day of ['2026-06-12', '2026-06-01', '2026-06-20'])
      await made(client, path, { startsAt: `${day}T23:59:59Z` })
    const { id } = await made(client, path, { startsAt: '2026-06-13T00:00:00Z' })
    await client.patch(`${path}/${id}`, { status: 'cancelled' })
    t.strictSame(await startsOf(client), ['2026-06-20', '2026-06-13', '2026-06-12', '2026-06-01'])
    t.strictSame(await startsOf(client, '?from=2026-06-12&to=2026-06-12'), ['2026-06-12'])
    t.strictSame(await startsOf(client, '?from=2026-06-13'), ['2026-06-20', '2026-06-13'])
    t.strictSame(await startsOf(client, '?status=cancelled'), ['2026-06-13'])
    await client.patch('/v1/me', { timeZone: 'Pacific/Auckland' })
    t.strictSame(await startsOf(client, '?from=2026-06-13'), ['2026-06-20', '2026-06-13', '2026-06-12'])
    await client.patch('/v1/me', { timeZone: 'America/Los_Angeles' })
    t.strictSame(await startsOf(client, '?from=2026-06-12&to=2026-06-12'), ['2026-06-13', '2026-06-12'])
    const { body } = await client.get(`${path}?limit=3`)
    const rest = await startsOf(client, `?limit=3&cursor=${body.nextCursor}`)
    t.strictSame(rest, ['2026-06-01'])
  })

  await t.test(
    'the agenda holds what the client lets the coach see, while the session is to come',
    async (t) => {
      const { client, acting, engagementId } = await meet()
      const { id: applicationId } = await made(client, '/v1/applications', { company: 'Halden' })
      const rounds = `/v1/applications/${applicationId}/interviews`
      const past = (await made(client, rounds, { heldOn: '2026-05-20' })).id
      const soon = (await made(client, rounds, { heldOn: '2026-06-03' })).id
      const whole = { if: 'they ask why', then: 'I pause first' }
      const plan = await made(client, '/v1/plans', whole)
      const { id } = await made(acting, path, { startsAt })
      const task = await made(acting, `${path}/${id}/actions`, { text: 'Rehearse it once.' })
      const mine = await made(client, '/v1/assignments', { text: 'Sleep.' })
      const wordless = { text: null, plan: null }
      const open = { code: 'open_assignment', plan: null }
      const items = {
        soon: { code: 'interview_soon', subject: { applicationId, interviewId: soon }, ...wordless },
        overdue: { code: 'reflection_overdue', subject: { applicationId, interviewId: past }, ...wordless },
        task: { ...open, subject: { assignmentId: task.id }, text: 'Rehearse it once.' },
        mine: { ...open, subject: { assignmentId: mine.id }, text: 'Sleep.' },
        plan: { code: 'open_plan', subject: { planId: plan.id }, text: 'I pause first', plan: whole },
      }
      const agenda = async (who: Client) => (await who.get(`${path}/${id}`)).body.agenda
      const consent = (...scopes: Consent[]) =>
        client.patch(`/v1/engagements/${engagementId}`, { scopes: ['assignments:write', ...scopes] })
      t.strictSame(await agenda(acting), [items.task])
      await consent('journal:read')
      t.strictSame(await agenda(acting), [items.soon, items.task])
      await consent('reflections:read')
      t.strictSame(await agenda(acting), [items.task, items.plan])
      await consent('journal:read', 'reflections:read')
      t.strictSame(await agenda(acting), [items.soon, items.overdue, items.task, items.plan])
      t.strictSame(await agenda(client), [items.soon, items.overdue, items.task, items.mine, items.plan])
      const key = await made(client, '/v1/api-keys', { name: 'Writes', scopes: ['journal:write'] })
      const written = await service.client(key.secret).patch(`${path}/${id}`, { notes: 'Later.' })
      t.strictSame(written.body.agenda, [], 'a key that may not read reads nothing here')

      for (let more = 0; more < 9; more++) await made(client, '/v1/assignments', { text: 'One more.' })
      t.equal((await agenda(client)).length, 10)
      service.clock.now = new Date(startsAt)
      t.strictSame(codesOf((await acting.patch(`${path}/${id}`, { status: 'held' })).body), [])
      t.strictSame(await agenda(client), [])
    },
  )

  await t.test('a plan that came of a private reflection is on no agenda of a coach', async (t) => {
    const { client, acting } = await meet('journal:read', 'reflections:read')
    const { id: applicationId } = await made(client, '/v1/applications', { company: 'Halden' })
    const subject = { applicationId }
    const reflection = `/v1/reflections/${(await made(client, '/v1/reflections', { subject, private: true })).id}`
    const plan = { if: 'they ask why', then: 'I pause first' }
    for (const step of ['went_well', 'did_not_go_well'])
      await made(client, `${reflection}/answers`, { step, text: 'It was fine.' })
    await made(client, `${reflection}/answers`, { step: 'do_differently', text: 'Breathe.', plan })
    const { id } = await made(acting, path, { startsAt })
    t.notOk(codesOf((await acting.get(`${path}/${id}`)).body).includes('open_plan'))
    t.ok(codesOf((await client.get(`${path}/${id}`)).body).includes('open_plan'))
  })

  await t.test('what is agreed on becomes an assignment of that session', async (t) => {
    const { client, acting, engagementId } = await meet('journal:read')
    const { id: sessionId } = await made(acting, path, { startsAt })
    const { id: applicationId } = await made(client, '/v1/applications', { company: 'Halden' })
    const action = { text: 'Write to them.', dueOn: '2026-06-19', subject: { applicationId } }
    const { status, headers, body } = await acting.post(`${path}/${sessionId}/actions`, action)
    t.equal(status, 201)
    t.equal(headers.location, `/v1/assignments/${body.id}`)
    t.hasStrict(body, { ...action, sessionId, engagementId, madeBy: 'coach', status: 'open' })
    t.strictSame((await client.get(`/v1/assignments/${body.id}`)).body, body)
    await made(acting, '/v1/assignments', { text: 'Apart from it.' })
    for (const who of [client, acting])
      t.strictSame((await who.get(`/v1/assignments?sessionId=${sessionId}`)).body, { data: [body] })
    t.equal((await made(client, '/v1/assignments', { text: 'Rest.' })).sessionId, null)
    const elsewhere = { text: 'Write.', subject: { applicationId: sessionId } }
    t.equal((await acting.post(`${path}/${sessionId}/actions`, elsewhere)).status, 404)
  })

  await t.test('it is in the calendar of the client, and called off there too', async (t) => {
    const { client, acting } = await meet()
    const meetingUrl = 'https://meet.example/robin'
    const { id } = await made(acting, path, { startsAt, durationMinutes: 45, meetingUrl })
    const subscribe = async (include: string[]) =>
      new URL((await made(client, '/v1/calendar-feeds', { include })).url).pathname
    const [feed, other] = [await subscribe(['coaching_sessions']), await subscribe(['interviews'])]
    const read = async (at: string) => String((await client.get(at)).body)
    const text = await read(feed)
    for (const line of [
      `UID:${id}@afterview`,
      'SUMMARY:Coaching session',
      'DTSTART:20260612T150000Z',
      'DTEND:20260612T154500Z',
      `LOCATION:${meetingUrl}`,
      'STATUS:CONFIRMED',
    ])
      t.ok(text.includes(`\r\n${line}\r\n`), line)
    await acting.patch(`${path}/${id}`, { status: 'cancelled' })
    t.ok((await read(feed)).includes('\r\nSTATUS:CANCELLED\r\n'))
    t.notOk((await read(other)).includes(id))
  })

  await t.test('it is told as events of the client, without its words', async (t) => {
    const { client, acting, engagementId } = await meet()
    const { id } = await made(acting, path, { startsAt, notes: 'Quokka' })
    await client.patch(`${path}/${id}`, { status: 'cancelled' })
    const key = { coachingSessionId: id, engagementId, status: 'scheduled' }
    const told = await eventsOf(service, client.accountId)
    t.strictSame(
      told.filter(([type]) => String(type).startsWith('coaching_session')),
      [
        ['coaching_session.created', key],
        ['coaching_session.updated', { ...key, status: 'cancelled' }],
      ],
    )
  })
})
