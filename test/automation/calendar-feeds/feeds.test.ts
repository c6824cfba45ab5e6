import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { pathOf, subscribe } from './reading.ts'

test('the address of a calendar', async (t) => {
  const service = await openService(t)
  const open = service.client()

  await t.test('is shown once, and kept as a digest', async (t) => {
    const noor = await service.newAccount()
    const { status, headers, body } = await noor.post('/v1/calendar-feeds', { label: 'Phone' })
    const { url, ...feed } = body
    t.equal(status, 201)
    t.match(url, /\/calendar\/[\w-]{43}\.ics$/)
    t.match(feed, {
      label: 'Phone',
      include: ['interviews', 'follow_ups', 'coaching_sessions'],
      lastReadAt: null,
    })
    t.strictSame((await noor.get(headers.location ?? '')).body, feed)
    t.strictSame((await noor.get('/v1/calendar-feeds')).body.data, [feed])
    const [token = ''] = /[\w-]{43}/.exec(url) ?? []
    const { rows } = await service.db.execute('SELECT calendar_feeds::text AS row FROM calendar_feeds')
    t.notOk(JSON.stringify(rows).includes(token))
  })

  await t.test('opens without a key, as a calendar that nobody else keeps', async (t) => {
    const { path } = await subscribe(await service.newAccount(), open)
    const { status, headers } = await open.get(path)
    t.equal(status, 200)
    t.match(headers, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' })
  })

  await t.test('answers what is unchanged with 304', async (t) => {
    const noor = await service.newAccount()
    const { path } = await subscribe(noor, open)
    const { etag = '' } = (await open.get(path)).headers
    service.clock.now = new Date(service.clock.now.getTime() + 3_600_000)
    t.equal((await open.get(path, { 'if-none-match': etag })).status, 304)
    const step = { text: 'Call Ada', dueOn: '2026-06-20' }
    await noor.post('/v1/applications', { company: 'Brightwater', nextStep: step })
    t.equal((await open.get(path, { 'if-none-match': etag })).status, 200)
  })

  await t.test('tells when it was last read, to the minute', async (t) => {
    const noor = await service.newAccount()
    const { feed, path } = await subscribe(noor, open)
    const lastRead = async () => (await noor.get(`/v1/calendar-feeds/${feed.id}`)).body
    const first = service.clock.now.toISOString()
    await open.get(path)
    service.clock.now = new Date(service.clock.now.getTime() + 59_000)
    await open.get(path)
    t.match(await lastRead(), { lastReadAt: first, version: 1 })
    service.clock.now = new Date(service.clock.now.getTime() + 1_000)
    await open.get(path)
    t.equal((await lastRead()).lastReadAt, service.clock.now.toISOString())
  })

  await t.test('shows what it is changed to', async (t) => {
    const noor = await service.newAccount()
    await noor.post('/v1/applications', {
      company: 'Halden',
      nextStep: { text: 'Call', dueOn: '2026-06-20' },
    })
    const { feed, read } = await subscribe(noor, open, { label: 'Phone', include: ['interviews'] })
    t.equal((await read()).entries.length, 0)
    const { body } = await noor.patch(`/v1/calendar-feeds/${feed.id}`, { label: null, include: null })
    t.match(body, { label: null, include: ['interviews', 'follow_ups', 'coaching_sessions'], version: 2 })
    t.equal((await read()).entries.length, 1)
  })

  await t.test('leads nowhere once it is revoked, or where there never was one', async (t) => {
    const noor = await service.newAccount()
    const { feed, path } = await subscribe(noor, open)
    t.equal((await noor.delete(`/v1/calendar-feeds/${feed.id}`)).status, 204)
    for (const each of [path, '/calendar/x.ics', '/calendar/%00.ics', '/calendar/..ics'])
      t.equal((await open.get(each)).status, 404, each)
  })

  await t.test('goes with its account', async (t) => {
    const noor = await service.newAccount()
    const { path } = await subscribe(noor, open)
    await noor.send('DELETE', '/v1/me', {
      payload: JSON.stringify({ confirm: noor.accountId }),
      headers: { 'content-type': 'application/json' },
    })
    t.equal((await open.get(path)).status, 404)
  })

  await t.test('belongs to one account', async (t) => {
    const { feed } = await subscribe(await service.newAccount(), open)
    const sam = await service.newAccount('Sam')
    t.equal((await sam.get(`/v1/calendar-feeds/${feed.id}`)).status, 404)
    t.equal((await sam.delete(`/v1/calendar-feeds/${feed.id}`)).status, 404)
    t.strictSame((await sam.get('/v1/calendar-feeds')).body.data, [])
  })

  await t.test('takes a key that may read what it shows', async (t) => {
    const noor = await service.newAccount()
    const key = async (scopes: string[]) =>
      service.client((await noor.post('/v1/api-keys', { name: 'Calendar', scopes })).body.secret)
    const { status, body } = await (await key(['automation:manage'])).post('/v1/calendar-feeds', {})
    t.strictSame([status, body.code], [422, 'scope_not_held'])
    const { feed } = await subscribe(noor, open, { include: ['follow_ups'] })
    const narrow = await key(['automation:manage'])
    const url = `/v1/calendar-feeds/${feed.id}`
    t.equal((await narrow.patch(url, { include: ['interviews'] })).body.code, 'scope_not_held')
    t.match((await narrow.patch(url, { label: 'Tablet' })).body, { label: 'Tablet', include: ['follow_ups'] })
    const both = await key(['automation:manage', 'journal:read'])
    t.equal((await both.post('/v1/calendar-feeds', {})).status, 201)
  })

  await t.test('is one of twenty at most, however many are asked for at once', async (t) => {
    const noor = await service.newAccount()
    const answers = await Promise.all(
      Array.from({ length: 24 }, () => noor.post('/v1/calendar-feeds', { include: ['interviews'] })),
    )
    const refused = answers.filter(({ status }) => status !== 201)
    t.strictSame(
      refused.map(({ status, body }) => [status, body.code]),
      Array.from({ length: 4 }, () => [422, 'calendar_feed_limit_reached']),
    )
    const { data } = (await noor.get('/v1/calendar-feeds')).body
    await noor.delete(`/v1/calendar-feeds/${data[0].id}`)
    const { status, body } = await noor.post('/v1/calendar-feeds', {})
    t.equal(status, 201)
    t.equal((await open.get(pathOf(body.url))).status, 200)
  })
})
