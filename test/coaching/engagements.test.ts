import { once } from 'node:events'
import { test } from 'tap'
import { eventsOf } from '../support/events.ts'
import { listen, openSocket } from '../support/raw-http.ts'
import { holdRow, somebodyWaits } from '../support/row-lock.ts'
import { openService } from '../support/service.ts'
import { engage, erase, inAccountOf } from './pairs.ts'

const DAY = 86_400_000

test('engagements', async (t) => {
  const service = await openService(t)
  const { clock, db } = service
  const noor = await service.newAccount('Noor')
  const robin = await service.newAccount('Robin')
  const accept = (who: typeof noor, token: string, terms = {}) =>
    who.post('/v1/engagements/acceptances', { token, ...terms })

  await t.test('two have one engagement at a time; those that ended stay as history', async (t) => {
    const first = await engage(noor, robin, ['journal:read'])
    const { body } = await noor.post('/v1/engagements', { role: 'client', scopes: ['journal:read'] })
    const second = await accept(robin, body.invitationToken)
    t.strictSame([second.status, second.body.code], [409, 'engagement_exists'])
    await noor.patch(`/v1/engagements/${first}`, { status: 'paused' })
    t.equal((await accept(robin, body.invitationToken)).status, 409, 'nor beside one that is paused')
    const { body: over } = await robin.post(`/v1/engagements/${first}/end`)
    t.match(over, { status: 'ended', endedBy: 'coach', endedAt: clock.now.toISOString() })
    t.strictSame((await noor.post(`/v1/engagements/${first}/end`)).body.endedBy, 'coach', 'once is enough')
    t.equal((await accept(robin, body.invitationToken)).status, 201)
    const ended = (await noor.get('/v1/engagements?status=ended&role=client')).body.data
    t.ok(ended.some(({ id }: { id: string }) => id === first))
    for (const patch of [{ status: 'active' }, { scopes: ['journal:read'] }]) {
      const back = await noor.patch(`/v1/engagements/${first}`, patch)
      t.strictSame([back.status, back.body.code], [422, 'engagement_not_live'], 'what is over stays over')
    }
    await noor.post(`/v1/engagements/${body.id}/end`)
  })

  await t.test('what nobody accepts in time is over; so is what has come to its last day', async (t) => {
    const began = clock.now
    const { body: late } = await noor.post('/v1/engagements', { role: 'client', scopes: ['journal:read'] })
    const behind = await noor.post('/v1/engagements', {
      role: 'client',
      scopes: ['journal:read'],
      endsOn: '2026-05-31',
    })
    t.strictSame([behind.status, behind.body.code], [422, 'end_behind'])
    await noor.patch('/v1/me', { timeZone: 'America/Los_Angeles' })
    const id = await engage(noor, robin, ['journal:read'], { endsOn: '2026-06-01' })
    const acting = inAccountOf(robin, noor)
    clock.now = new Date('2026-06-02T06:59:59.999Z')
    t.equal((await acting.get('/v1/applications')).status, 200, 'it is still that day where the client is')
    clock.now = new Date('2026-06-02T07:00:00.000Z')
    t.equal((await acting.get('/v1/applications')).status, 404)
    t.equal((await noor.get(`/v1/engagements/${id}`)).body.status, 'expired')
    clock.now = new Date(began.getTime() + 14 * DAY)
    const refused = await accept(robin, late.invitationToken)
    t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
    const expired = (await noor.get('/v1/engagements?status=expired')).body.data
    t.strictSame(expired.map((each: { id: string }) => each.id).sort(), [late.id, id].sort())
    t.strictSame(
      (await noor.get('/v1/engagements?status=active')).body.data.map((each: { id: string }) => each.id),
      [],
    )
    await engage(noor, robin, ['journal:read'])
    t.equal((await noor.get(`/v1/engagements/${id}`)).body.status, 'ended', 'it leaves room for another')
  })

  await t.test('both sides learn of it in their feeds, with no word about who the other is', async (t) => {
    const [sam, coach] = [await service.newAccount('Sam'), await service.newAccount('Coach')]
    const { body } = await coach.post('/v1/engagements', { role: 'coach', message: 'A word.' })
    await accept(sam, body.invitationToken, { scopes: ['journal:read', 'notes:write'] })
    await sam.patch(`/v1/engagements/${body.id}`, { scopes: ['journal:read'] })
    await coach.post(`/v1/engagements/${body.id}/end`)
    const told = { engagementId: body.id, invitedBy: 'coach', endsOn: null }
    const began = { status: 'active', scopes: 'journal:read notes:write' }
    const changed = [
      [
        'engagement.updated',
        {
          ...told,
          status: 'active',
          scopes: 'journal:read',
          previousStatus: 'active',
          previousScopes: 'journal:read notes:write',
        },
      ],
      ['engagement.ended', { ...told, status: 'ended', scopes: 'journal:read', previousStatus: 'active' }],
    ] as [string, object][]
    const ofBoth = (role: string) => changed.map(([type, data]) => [type, { ...data, role }])
    t.strictSame(await eventsOf(service, sam.accountId), [
      ['engagement.created', { ...told, ...began, role: 'client' }],
      ...ofBoth('client'),
    ])
    t.strictSame(await eventsOf(service, coach.accountId), [
      ['engagement.created', { ...told, role: 'coach', status: 'invited', scopes: '' }],
      [
        'engagement.updated',
        { ...told, ...began, role: 'coach', previousStatus: 'invited', previousScopes: '' },
      ],
      ...ofBoth('coach'),
    ])
  })

  await t.test('a coach who ends what a client accepts at the same time ends it', async (t) => {
    const [sam, coach] = [await service.newAccount('Sam'), await service.newAccount('Coach')]
    const { body } = await coach.post('/v1/engagements', { role: 'coach' })
    const row = await holdRow(t, db.$client.options, 'engagements', body.id)
    const terms = { token: body.invitationToken, scopes: ['journal:read'] }
    const acceptance = sam.post('/v1/engagements/acceptances', terms)
    await row.somebodyWaits()
    const ending = coach.post(`/v1/engagements/${body.id}/end`)
    await row.somebodyWaits(2)
    await row.release()
    t.equal((await acceptance).status, 201)
    t.match(await ending, { status: 200, body: { status: 'ended', endedBy: 'coach' } })
    t.equal((await inAccountOf(coach, sam).get('/v1/applications')).status, 404)
  })

  await t.test('a coach and a client who are erased at the same time are both gone', async (t) => {
    const [sam, coach] = [await service.newAccount('Sam'), await service.newAccount('Coach')]
    await engage(sam, coach, ['journal:read'])
    const other = await db.$client.connect()
    t.teardown(() => other.release())
    await other.query('BEGIN')
    await other.query('DELETE FROM accounts WHERE id = $1', [sam.accountId])
    const erasure = erase(coach)
    await somebodyWaits(other)
    await other.query('COMMIT')
    t.equal((await erasure).status, 204)
    t.equal((await coach.get('/v1/me')).status, 401)
  })

  await t.test('what a coach noted for their own eyes is closed until they may read again', async (t) => {
    const [sam, coach] = [await service.newAccount('Sam'), await service.newAccount('Coach')]
    const acting = inAccountOf(coach, sam)
    const begin = () => engage(sam, coach, ['journal:read', 'notes:write'])
    const first = await begin()
    const { body: note } = await acting.post('/v1/notes', { text: 'Ask about rigs.' })
    const ask = async () => [
      (await acting.get(`/v1/notes/${note.id}`)).status,
      (await acting.delete(`/v1/notes/${note.id}`, { 'if-match': '"0"' })).status,
    ]
    t.strictSame(await ask(), [200, 412])
    await sam.post(`/v1/engagements/${first}/end`)
    t.strictSame(await ask(), [404, 404])
    t.equal((await sam.get(`/v1/notes/${note.id}`)).status, 404, 'it is not for the client either')
    await begin()
    t.strictSame(await ask(), [200, 412])
    await erase(sam)
    const { rows } = await db.$client.query('SELECT FROM notes WHERE author_id = $1', [coach.accountId])
    t.equal(rows.length, 0, 'and goes with the journal')
  })

  await t.test('no answer that was kept for a retry names who was erased', async (t) => {
    const name = 'Wilhelmina'
    const other = await service.newAccount()
    const isForgotten = async (gone: typeof other, url: string, input: unknown, after: number) => {
      const send = () => other.post(url, input, { 'idempotency-key': url })
      t.match(JSON.stringify((await send()).body), name)
      t.equal((await send()).headers['idempotent-replayed'], 'true')
      await erase(gone)
      const { status, headers, body } = await send()
      t.strictSame([status, headers['idempotent-replayed']], [after, undefined])
      t.notMatch(JSON.stringify(body), name)
    }
    const client = await service.newAccount(name)
    const { body } = await client.post('/v1/engagements', { role: 'client', scopes: ['journal:read'] })
    await isForgotten(client, '/v1/engagements/acceptances', { token: body.invitationToken }, 404)
    const coach = await service.newAccount(name)
    const id = await engage(other, coach, ['journal:read'])
    await isForgotten(coach, `/v1/engagements/${id}/end`, undefined, 200)
  })

  await t.test('nor is one kept that was given to a coach who was erased', async (t) => {
    const [sam, coach] = [await service.newAccount('Sam'), await service.newAccount('Coach')]
    await engage(sam, coach, ['notes:write'])
    const note = { text: 'Ask about rigs.', visibility: 'shared' }
    await inAccountOf(coach, sam).post('/v1/notes', note, { 'idempotency-key': 'c' })
    const kept = async () =>
      (await db.$client.query('SELECT FROM idempotent_answers WHERE account_id = $1', [sam.accountId]))
        .rowCount
    t.equal(await kept(), 1)
    await erase(coach)
    t.equal(await kept(), 0)
  })

  await t.test('a coach hears of it when a client is erased, once, and of no other end', async (t) => {
    const [sam, coach] = [await service.newAccount('Sam'), await service.newAccount('Coach')]
    const over = await engage(sam, coach, ['journal:read'])
    await sam.post(`/v1/engagements/${over}/end`)
    const id = await engage(sam, coach, ['journal:read'])
    await erase(sam)
    t.equal((await coach.get(`/v1/engagements/${id}`)).status, 404)
    const { data } = (await coach.get('/v1/events?types=engagement.ended')).body
    t.match(
      data.map((event: { data: object }) => event.data),
      [
        { engagementId: over, role: 'coach', status: 'ended' },
        { engagementId: id, role: 'coach', status: 'ended', previousStatus: 'active' },
      ],
    )
    t.equal(data.length, 2)
  })

  await t.test('a coach who is erased leaves no trace but what was shared', async (t) => {
    const [sam, coach] = [await service.newAccount('Sam'), await service.newAccount('Coach')]
    const id = await engage(sam, coach, ['journal:read', 'notes:write'])
    const acting = inAccountOf(coach, sam)
    for (const visibility of ['shared', 'author'])
      await acting.post('/v1/notes', { text: `A note, ${visibility}`, visibility })
    await erase(coach)
    t.match((await sam.get(`/v1/engagements/${id}`)).body, { status: 'ended', endedBy: 'coach', coach: null })
    const { rows } = await db.$client.query('SELECT text, author_id FROM notes WHERE account_id = $1', [
      sam.accountId,
    ])
    t.strictSame(rows, [{ text: 'A note, shared', author_id: null }])
    t.match((await sam.get('/v1/notes')).body.data, [{ authorId: null }])
  })
})

test('narrowing and ending take effect on the very next request', async (t) => {
  const service = await openService(t, { POOL_SIZE: '10' })
  const noor = await service.newAccount('Noor')
  await noor.post('/v1/applications', { company: 'Lindgren Optics' })
  for (const change of ['narrow', 'pause', 'end'] as const) {
    const robin = await service.newAccount('Robin')
    const id = await engage(noor, robin, ['journal:read', 'insights:read'])
    const acting = inAccountOf(robin, noor)
    let changed = false
    let [served, refused] = [0, 0]
    const ask = async () => {
      const beganAfter = changed
      const { status } = await acting.get('/v1/applications')
      if (beganAfter) t.equal(status, 404, `${change}: it began after the change`)
      status === 200 ? served++ : refused++
    }
    const under = Array.from({ length: 50 }, async () => {
      while (!changed) await ask()
      await ask()
    })
    const write = {
      narrow: () => noor.patch(`/v1/engagements/${id}`, { scopes: ['insights:read'] }),
      pause: () => noor.patch(`/v1/engagements/${id}`, { status: 'paused' }),
      end: () => noor.post(`/v1/engagements/${id}/end`),
    }[change]
    t.equal((await write()).status, 200)
    changed = true
    await Promise.all(under)
    t.ok(served > 0 && refused >= 50, `${change}: ${served} answered, ${refused} refused`)
  }
})

test('what a coach began to send before the end, and ended after it, comes to nothing', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount('Noor')
  const robin = await service.newAccount('Robin')
  const id = await engage(noor, robin, ['notes:write'])
  const { socket, ask } = await openSocket(t, await listen(service.app))
  const [first, rest] = ['{"text":"Too la', 'te."}']
  socket.write(
    [
      'POST /v1/notes HTTP/1.1',
      'Host: localhost',
      `Authorization: Bearer ${robin.secret}`,
      `Afterview-Account: ${noor.accountId}`,
      'Content-Type: application/json',
      `Content-Length: ${first.length + rest.length}`,
      '',
      first,
    ].join('\r\n'),
  )
  await once(service.app.server, 'request')
  t.equal((await noor.post(`/v1/engagements/${id}/end`)).status, 200)
  t.equal((await ask(rest)).status, 404)
  const { rows } = await service.db.$client.query(
    'SELECT count(*)::int AS notes FROM notes WHERE account_id = $1',
    [noor.accountId],
  )
  t.equal(rows[0].notes, 0)
})
