import { test } from 'tap'
import type { Consent } from '../../src/platform/scopes.ts'
import type { Body, Client } from '../support/client.ts'
import { eventsOf } from '../support/events.ts'
import { openService } from '../support/service.ts'
import { engage, erase, inAccountOf } from './pairs.ts'

const path = '/v1/assignments'
const text = 'Write down three things that went well.'
const textsOf = async (who: Client, search = ''): Promise<string[]> =>
  (await who.get(`${path}${search}`)).body.data.map((each: Body) => each.text)
const actionsOf = async (who: Client): Promise<Body[]> =>
  (await who.get('/v1/next-actions')).body.data.filter(({ code }: Body) => code === 'assignment')

test('assignments', async (t) => {
  const service = await openService(t)
  const robin = await service.newAccount('Robin')
  /** A new client of Robin's, and Robin in their account. */
  const meet = async (...more: Consent[]) => {
    const client = await service.newAccount('Noor')
    const engagementId = await engage(client, robin, ['assignments:write', ...more])
    return { client, engagementId, acting: inAccountOf(robin, client) }
  }
  const made = async (who: Client, members: object = {}): Promise<Body> =>
    (await who.post(path, { text, ...members })).body

  await t.test('a coach makes one; both read it', async (t) => {
    const { client, acting, engagementId } = await meet()
    const { status, headers, body } = await acting.post(path, { text, dueOn: '2026-06-12' })
    t.equal(status, 201)
    t.equal(headers.location, `${path}/${body.id}`)
    t.hasStrict(body, { text, dueOn: '2026-06-12', subject: null, status: 'open', version: 1 })
    t.hasStrict(body, { madeBy: 'coach', engagementId, completedBy: null, completedAt: null })
    for (const who of [client, acting]) {
      t.strictSame((await who.get(`${path}/${body.id}`)).body, body)
      t.strictSame((await who.get(path)).body, { data: [body] })
    }
    t.equal((await service.newAccount().then((sam) => sam.get(`${path}/${body.id}`))).status, 404)
  })

  await t.test('either side marks it done, once and for all', async (t) => {
    const { client, acting } = await meet()
    for (const [who, completedBy] of [
      [client, 'client'],
      [acting, 'coach'],
    ] as const) {
      const { id } = await made(acting)
      const { status, body } = await who.post(`${path}/${id}/completion`)
      t.equal(status, 200)
      t.hasStrict(body, { status: 'done', completedBy, completedAt: service.clock.now.toISOString() })
      for (const again of [client, acting])
        t.strictSame((await again.post(`${path}/${id}/completion`)).body, body)
      for (const late of [
        await acting.post(`${path}/${id}/withdrawal`),
        await acting.patch(`${path}/${id}`, { text: 'Another thing.' }),
      ])
        t.strictSame([late.status, late.body.code], [422, 'assignment_closed'])
    }
  })

  await t.test(
    'who made it changes it; the coach takes it back, and the client need not keep it',
    async (t) => {
      const { client, acting } = await meet()
      const own = await made(client)
      const { id, version } = await made(acting)
      t.equal((await acting.get(`${path}/${own.id}`)).status, 404, 'what clients set themselves is theirs')
      const refused = await client.patch(`${path}/${id}`, { text: 'Less.' })
      t.strictSame([refused.status, refused.body.code], [422, 'not_the_author'])
      const stale = { 'if-match': `"${version + 1}"` }
      t.equal((await acting.patch(`${path}/${id}`, { dueOn: null }, stale)).status, 412)
      t.hasStrict((await acting.patch(`${path}/${id}`, { dueOn: '2026-06-19' })).body, {
        dueOn: '2026-06-19',
        text,
      })
      t.hasStrict((await client.patch(`${path}/${own.id}`, { text: 'Less.' })).body, { text: 'Less.' })
      for (const who of [acting, client]) {
        const { id: withdrawn } = await made(acting)
        const { status, body } = await who.post(`${path}/${withdrawn}/withdrawal`)
        t.strictSame([status, body.status], [200, 'withdrawn'])
        t.strictSame((await who.post(`${path}/${withdrawn}/withdrawal`)).body, body)
        t.equal((await who.post(`${path}/${withdrawn}/completion`)).body.code, 'assignment_closed')
        t.strictSame((await client.get(`${path}/${withdrawn}`)).body, body)
      }
      t.strictSame(await textsOf(acting, '?status=open'), [text])
      t.strictSame(await textsOf(client, '?status=open&madeBy=client'), ['Less.'])
    },
  )

  await t.test('it may be about a record, for a coach who may read the journal', async (t) => {
    const { client, acting } = await meet()
    const other = await meet('journal:read')
    const begin = async (who: Client) => {
      const applicationId = (await who.post('/v1/applications', { company: 'Halden' })).body.id
      const at = `/v1/applications/${applicationId}/interviews`
      const interviewId = (await who.post(at, { heldOn: '2026-05-20' })).body.id
      const questionId = (await who.post(`/v1/interviews/${interviewId}/questions`, { prompt: 'Why?' })).body
        .id
      return [{ applicationId }, { interviewId }, { questionId }]
    }
    for (const subject of await begin(client)) {
      t.equal((await acting.post(path, { text, subject })).status, 404, 'not even whether it is there')
      t.strictSame((await made(client, { subject })).subject, subject)
      t.equal((await other.acting.post(path, { text, subject })).status, 404)
    }
    for (const subject of await begin(other.client))
      t.strictSame((await made(other.acting, { subject })).subject, subject)
    t.equal((await client.post(path, { text, subject: {} })).status, 400)
    await client.delete(`/v1/applications/${(await client.get('/v1/applications')).body.data[0].id}`)
    t.strictSame(await textsOf(client), [], 'it goes with what it is about')
  })

  await t.test(
    'it is among the next actions of the client until it is done, in the words of the coach',
    async (t) => {
      const { client, acting } = await meet('journal:read', 'reflections:read', 'study:read')
      const someDay = await made(acting, { text: 'Some day' })
      const soon = await made(acting, { text: 'Soon', dueOn: '2026-06-02' })
      const late = await made(client, { text: 'Late', dueOn: '2026-05-30' })
      const told = (await actionsOf(client)).map(({ title, subject, why }) => [
        title,
        subject.assignmentId,
        why,
      ])
      t.strictSame(told, [
        ['Late', late.id, 'You noted this for yourself. It was due 2 days ago.'],
        ['Soon', soon.id, 'Your coach noted this for you. It is due tomorrow.'],
        ['Some day', someDay.id, 'Your coach noted this for you.'],
      ])
      t.strictSame(
        (await actionsOf(acting)).map(({ title }) => title),
        ['Soon', 'Some day'],
      )
      await client.post(`${path}/${soon.id}/completion`)
      await acting.post(`${path}/${someDay.id}/withdrawal`)
      t.strictSame(
        (await actionsOf(client)).map(({ title }) => title),
        ['Late'],
      )
      await client.post('/v1/pauses', { from: '2026-06-01' })
      t.strictSame(await actionsOf(client), [], 'a pause is a pause')
    },
  )

  await t.test(
    'a coach sees those that they made, in every engagement of theirs, and no other coach’s',
    async (t) => {
      const { client, acting, engagementId } = await meet()
      await made(acting, { text: 'First' })
      await client.post(`/v1/engagements/${engagementId}/end`)
      const again = await engage(client, robin, ['assignments:write'])
      const { id } = await made(acting, { text: 'Second' })
      t.strictSame(await textsOf(acting), ['Second', 'First'])
      t.strictSame(await textsOf(acting, `?engagementId=${again}`), ['Second'])
      const kim = await service.newAccount('Kim')
      await engage(client, kim, ['assignments:write'])
      const kimActing = inAccountOf(kim, client)
      t.strictSame(await textsOf(kimActing), [])
      for (const refused of [
        await kimActing.get(`${path}/${id}`),
        await kimActing.patch(`${path}/${id}`, { text: 'Mine.' }),
        await kimActing.post(`${path}/${id}/completion`),
        await kimActing.post(`${path}/${id}/withdrawal`),
      ])
        t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
    },
  )

  await t.test(
    'it stays with the client when the engagement ends, and names nobody who was erased',
    async (t) => {
      const coach = await service.newAccount('Lou')
      const client = await service.newAccount('Sam')
      const engagementId = await engage(client, coach, ['assignments:write'])
      const acting = inAccountOf(coach, client)
      const { id } = await made(acting)
      await client.post(`/v1/engagements/${engagementId}/end`)
      t.equal((await acting.get(`${path}/${id}`)).status, 404)
      t.strictSame(await textsOf(client), [text])
      await erase(coach)
      const { body } = await client.post(`${path}/${id}/completion`)
      t.hasStrict(body, { status: 'done', madeBy: 'coach', completedBy: 'client' })
      t.equal(JSON.stringify(body).includes(coach.accountId), false)
      t.equal((await client.get(`/v1/engagements/${engagementId}`)).body.coach, null)
    },
  )

  await t.test('it is told as events of the client, without its text', async (t) => {
    const { client, acting, engagementId } = await meet()
    const first = await made(acting, { text: 'Quokka' })
    await acting.patch(`${path}/${first.id}`, { text: 'Quokka two' })
    await client.post(`${path}/${first.id}/completion`)
    const second = await made(acting)
    await acting.post(`${path}/${second.id}/withdrawal`)
    const key = { assignmentId: first.id, engagementId, status: 'open', madeBy: 'coach', completedBy: null }
    const told = async (accountId: string) =>
      (await eventsOf(service, accountId)).filter(([type]) => String(type).startsWith('assignment'))
    t.strictSame(await told(client.accountId), [
      ['assignment.created', key],
      ['assignment.updated', key],
      ['assignment.completed', { ...key, status: 'done', completedBy: 'client' }],
      ['assignment.created', { ...key, assignmentId: second.id }],
      ['assignment.withdrawn', { ...key, assignmentId: second.id, status: 'withdrawn' }],
    ])
    t.strictSame(await told(robin.accountId), [])
  })
})
