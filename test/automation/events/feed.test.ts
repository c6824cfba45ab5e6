import { test } from 'tap'
import { z } from 'zod'
import { EVENT_DATA } from '../../../src/automation/event-data/schemas.ts'
import { forgetOldEvents } from '../../../src/automation/events/service.ts'
import { makeWorld } from '../../contract/world.ts'
import type { Body, Client } from '../../support/client.ts'
import { contextIn } from '../../support/context.ts'
import { openService } from '../../support/service.ts'
import { fillJournal } from '../journal-files/full-journal.ts'

const path = '/v1/events'
const DAY_MS = 86_400_000

const add = async (client: Client, company = 'Lindgren Optics') =>
  (await client.post('/v1/applications', { company })).body.id as string

const idOf = ({ data }: Body) => data.applicationId

test('the feed of events', async (t) => {
  const service = await openService(t, { POOL_SIZE: '20' })

  await t.test('is read from the beginning, oldest first, and on from where it was left', async (t) => {
    const noor = await service.newAccount()
    const empty = (await noor.get(path)).body
    t.strictSame(empty, { data: [], after: empty.after, hasMore: false })
    const ids = [await add(noor), await add(noor), await add(noor)]
    const first = (await noor.get(`${path}?limit=2`)).body
    t.strictSame([first.data.map(idOf), first.hasMore], [ids.slice(0, 2), true])
    const second = (await noor.get(`${path}?limit=2&after=${first.after}`)).body
    t.strictSame([second.data.map(idOf), second.hasMore], [ids.slice(2), false])
    const none = (await noor.get(`${path}?after=${second.after}`)).body
    t.strictSame(none, { data: [], after: second.after, hasMore: false })
    t.strictSame((await noor.get(`${path}?after=${empty.after}`)).body.data.map(idOf), ids)
    t.hasStrict(first.data[0], {
      type: 'application.created',
      sequence: 1,
      occurredAt: service.clock.now.toISOString(),
      data: { applicationId: ids[0], stage: 'saved', status: 'open' },
    })
  })

  await t.test('brings the types that are asked for, and goes on behind the others', async (t) => {
    const noor = await service.newAccount()
    const id = await add(noor)
    await noor.post(`/v1/applications/${id}/interviews`, { heldOn: '2026-03-17' })
    await noor.put(`/v1/applications/${id}/outcome`, { kind: 'rejected' })
    const some = (await noor.get(`${path}?types=outcome.recorded,interview.created`)).body
    t.strictSame(
      some.data.map(({ type }: Body) => type),
      ['interview.created', 'outcome.recorded'],
    )
    const none = (await noor.get(`${path}?types=win.created`)).body
    t.strictSame(none.data, [])
    t.equal(none.after, (await noor.get(path)).body.after)
    for (const types of ['', 'application', 'application.created,', 'application.created,toString'])
      t.equal((await noor.get(`${path}?types=${types}`)).status, 400, types)
  })

  await t.test('takes no cursor that is none of its own', async (t) => {
    const noor = await service.newAccount()
    const { after } = (await noor.get(path)).body
    await add(noor)
    const ahead = (await noor.get(path)).body.after
    const sam = await service.newAccount('Sam')
    await add(sam)
    const junk = [
      'junk',
      after,
      `${after}x`,
      after.slice(0, -1),
      Buffer.from('event -1').toString('base64url'),
      ahead,
    ]
    for (const cursor of junk) {
      const { status, body } = await sam.get(`${path}?after=${encodeURIComponent(cursor)}`)
      t.strictSame([status, body.code], [400, 'invalid_cursor'], cursor)
    }
  })

  await t.test('takes a cursor from when they were bound to no account', async (t) => {
    const noor = await service.newAccount()
    await add(noor)
    const second = await add(noor)
    const { status, body } = await noor.get(`${path}?after=${Buffer.from('event 1').toString('base64url')}`)
    t.equal(status, 200)
    t.match(body.data, [{ sequence: 2, data: { applicationId: second } }])
  })

  await t.test('shows nobody what happened to somebody else', async (t) => {
    const [noor, sam] = [await service.newAccount(), await service.newAccount('Sam')]
    const id = await add(noor)
    t.strictSame((await sam.get(path)).body.data, [])
    const samples = '/v1/event-types/application.created/samples'
    t.strictSame((await noor.get(samples)).body.data.map(idOf), [id])
    t.notMatch(JSON.stringify((await sam.get(samples)).body), id)
  })

  await t.test('keeps events for 90 days, and says so to whom it would leave out some', async (t) => {
    const noor = await service.newAccount()
    const began = service.clock.now
    t.teardown(() => {
      service.clock.now = began
    })
    const { after: start } = (await noor.get(path)).body
    await add(noor)
    const { after: afterFirst } = (await noor.get(path)).body
    service.clock.now = new Date(began.getTime() + DAY_MS)
    const kept = await add(noor)
    service.clock.now = new Date(began.getTime() + 90 * DAY_MS + 1)
    const seen = async () => {
      const tooOld = await noor.get(`${path}?after=${start}`)
      t.strictSame([tooOld.status, tooOld.body.code], [410, 'events_forgotten'])
      t.strictSame((await noor.get(`${path}?after=${afterFirst}`)).body.data.map(idOf), [kept])
      t.strictSame((await noor.get(path)).body.data.map(idOf), [kept])
    }
    await seen()
    await forgetOldEvents(await contextIn(service))
    await seen()
    service.clock.now = new Date(began.getTime() + 92 * DAY_MS)
    await forgetOldEvents(await contextIn(service))
    t.equal((await noor.get(`${path}?after=${afterFirst}`)).status, 410)
    const { data, after } = (await noor.get(path)).body
    t.strictSame(data, [])
    t.equal((await noor.get(`${path}?after=${after}`)).status, 200)
  })

  await t.test('ten readers during many writes miss nothing, and see it in one order', async (t) => {
    const noor = await service.newAccount()
    const [WRITERS, EACH] = [6, 12]
    let writing = true
    const readOn = async (from: string) => {
      const { body } = await noor.get(`${path}?limit=7${from}`)
      for (const event of body.data) {
        const { status } = await noor.get(`/v1/applications/${idOf(event)}`)
        if (status !== 200) t.fail('an event was seen before what it tells of')
      }
      return body
    }
    const read = async () => {
      const met: Body[] = []
      let [from, isLast] = ['', false]
      while (!isLast) {
        const wasWriting = writing
        const { data, after, hasMore } = await readOn(from)
        met.push(...data)
        from = `&after=${after}`
        isLast = !wasWriting && !hasMore
      }
      return met
    }
    const write = async (writer: number) => {
      const ids: string[] = []
      while (ids.length < EACH) {
        const { status, body } = await noor.post('/v1/applications', { company: `${writer}/${ids.length}` })
        if (status === 201) ids.push(body.id)
      }
      return ids
    }
    const readers = Promise.all(Array.from({ length: 10 }, read))
    const written = (await Promise.all(Array.from({ length: WRITERS }, (_, i) => write(i)))).flat()
    writing = false
    const [first = [], ...others] = await readers
    for (const met of others) t.strictSame(met, first, 'all see the same, in the same order')
    const ids = first.map(idOf)
    t.strictSame(
      written.filter((id) => !ids.includes(id)),
      [],
    )
    t.strictSame(
      first.map(({ sequence }) => sequence),
      Array.from(first, (_, i) => i + 1),
    )
    t.comment(`10 readers, ${first.length} events: each met every one, once, in the same order`)
  })
})

test('the types of events', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const types = Object.keys(EVENT_DATA)

  await t.test('each says what it is, with an example that fits its own schema', async (t) => {
    const { data } = (await noor.get('/v1/event-types')).body
    t.strictSame(
      data.map(({ type }: Body) => type),
      types,
    )
    for (const { type, description, example } of data) {
      t.match(description, /^[A-Z].*\.$/)
      t.equal(example.type, type)
      t.ok(EVENT_DATA[type as keyof typeof EVENT_DATA].safeParse(example.data).success, type)
      const sample = (await noor.get(`/v1/event-types/${type}/samples`)).body.data
      t.strictSame(sample, [example])
    }
    t.equal((await noor.get('/v1/event-types/toString/samples')).status, 404)
  })

  await t.test('are described in the contract, with every member of their messages', (t) => {
    const { webhooks } = service.contract as Body
    t.strictSame(Object.keys(webhooks), [...types, 'webhook_endpoint.test'])
    for (const [type, { post }] of Object.entries<Body>(webhooks)) {
      const { properties } = post.requestBody.content['application/json'].schema
      const members = { ...properties, ...properties.data.properties }
      for (const [name, member] of Object.entries<Body>(members))
        t.match(member.description, /.{5,}\.$/, `${type}: ${name}`)
    }
    t.end()
  })

  await t.test('samples are the latest events, the newest first', async (t) => {
    const sam = await service.newAccount('Sam')
    const ids: string[] = []
    for (const company of ['A', 'B', 'C', 'D']) ids.push(await add(sam, company))
    const { data } = (await sam.get('/v1/event-types/application.created/samples')).body
    t.strictSame(data.map(idOf), ids.reverse().slice(0, 3))
    t.strictSame(Object.keys(data[0]), ['id', 'type', 'timestamp', 'data'])
  })

  await t.test('what services record fits the schema of its type', async (t) => {
    const [full, world, copy] = [
      await service.newAccount(),
      await service.newAccount('Sam'),
      await service.newAccount('Kim'),
    ]
    await fillJournal(full)
    await makeWorld(world)
    await copy.post('/v1/imports', (await full.get('/v1/exports/journal.json')).body)
    const met = new Set<string>()
    for (const account of [full, world, copy]) {
      const { data } = (await account.get(`${path}?limit=200`)).body
      for (const event of data) {
        const schema: z.ZodType = EVENT_DATA[event.type as keyof typeof EVENT_DATA]
        const { error } = schema.safeParse(event.data)
        t.notOk(error, `${event.type} ${error && z.prettifyError(error)}`)
        met.add(event.type)
      }
    }
    t.ok(met.size > 20, `${met.size} of ${types.length} types were recorded`)
  })
})
