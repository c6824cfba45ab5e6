import { sql } from 'drizzle-orm'
import type { ClientConfig } from 'pg'
import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { holdRow } from '../../support/row-lock.ts'
import { openService } from '../../support/service.ts'
import { untilWaiting } from '../../support/waiting.ts'

const HELD = ['account:manage', 'journal:read']
const NOW = '2026-06-01T09:00:00.000Z'

test('managing keys', async (t) => {
  const service = await openService(t)
  const hold = (table: string, id: string) =>
    holdRow(t, service.db.$client.options as ClientConfig, table, id)
  const keysOf = async (client: Client) => (await client.get('/v1/api-keys')).body.data
  /** An owner, whose first key holds every scope, and another key that may manage keys. */
  const owners = async () => {
    const owner = await service.newAccount()
    const [first] = await keysOf(owner)
    const { body } = await owner.post('/v1/api-keys', { name: 'Desk', scopes: HELD })
    const desk = service.client(body.secret)
    return { owner, own: `/v1/api-keys/${first.id}`, desk, deskId: body.id, path: `/v1/api-keys/${body.id}` }
  }

  await t.test(
    'a key that is narrowed, replaced or removed while its request waits makes none',
    async (t) => {
      const changes = [
        [
          (owner: Client, path: string) => owner.patch(path, { scopes: ['journal:read'] }),
          [403, 'insufficient_scope'],
        ],
        [(owner: Client, path: string) => owner.post(`${path}/rotations`, {}), [422, 'key_replaced']],
        [(owner: Client, path: string) => owner.delete(path), [401, 'unauthenticated']],
      ] as const
      for (const [change, refused] of changes) {
        const { owner, desk, deskId, path } = await owners()
        await desk.get('/v1/me')
        const key = await hold('api_keys', deskId)
        const changed = change(owner, path)
        await untilWaiting(service, changed)
        const asked = desk.post('/v1/api-keys', { name: 'Twin', scopes: HELD })
        await untilWaiting(service, asked, 2)
        await key.release()
        t.ok((await changed).status < 300)
        const { status, body } = await asked
        t.strictSame([status, body.code], refused)
        t.notOk((await keysOf(owner)).some(({ name }: { name: string }) => name === 'Twin'))
      }
    },
  )

  await t.test('what a key could not do just then is not held against it later', async (t) => {
    const { owner, desk, deskId, path } = await owners()
    await desk.get('/v1/me')
    const once = { 'idempotency-key': 'while it was narrow' }
    const make = () => desk.post('/v1/api-keys', { name: 'Twin', scopes: HELD }, once)
    const key = await hold('api_keys', deskId)
    const narrowed = owner.patch(path, { scopes: ['journal:read'] })
    await untilWaiting(service, narrowed)
    const asked = make()
    await untilWaiting(service, asked, 2)
    await key.release()
    await narrowed
    const { status, headers } = await asked
    t.equal(status, 403)
    t.match(headers['www-authenticate'], /insufficient_scope/)
    await owner.patch(path, { scopes: HELD })
    t.equal((await make()).status, 201)
  })

  await t.test('a key is removed while another write holds the account', async (t) => {
    const { owner, path } = await owners()
    const { db } = service
    await db.transaction(async (tx) => {
      await tx.execute(sql`SELECT 1 FROM accounts WHERE id = ${owner.accountId} FOR NO KEY UPDATE`)
      t.equal((await owner.delete(path)).status, 204)
    })
  })

  await t.test('a rotation and the erasure of its account do not wait for each other', async (t) => {
    const { owner, deskId, path } = await owners()
    const key = await hold('api_keys', deskId)
    const rotated = owner.post(`${path}/rotations`, {})
    await untilWaiting(service, rotated)
    const erased = owner.send('DELETE', '/v1/me', {
      payload: JSON.stringify({ confirm: owner.accountId }),
      headers: { 'content-type': 'application/json' },
    })
    await untilWaiting(service, erased, 2)
    await key.release()
    t.strictSame([(await rotated).status, (await erased).status], [201, 204])
  })

  await t.test(
    'the last one that may manage the account can be neither removed, narrowed nor ended',
    async (t) => {
      const { owner, own, desk, path } = await owners()
      t.equal((await owner.delete(path)).status, 204)
      for (const refused of [
        await owner.delete(own),
        await owner.patch(own, { scopes: ['journal:read'] }),
        await owner.patch(own, { expiresAt: NOW }),
      ])
        t.strictSame([refused.status, refused.body.code], [409, 'last_managing_key'])
      t.equal((await desk.get('/v1/me')).status, 401)
      const { body } = await owner.post('/v1/api-keys', { name: 'Heir', scopes: HELD })
      t.equal((await owner.delete(own)).status, 204, 'once there is another, it can')
      t.equal((await service.client(body.secret).get('/v1/me')).status, 200)
    },
  )

  await t.test(
    'an account has up to 100 that are live, and one of them can still be replaced at once',
    async (t) => {
      const { owner, path } = await owners()
      const fresh = { name: 'One of many', scopes: ['journal:read'] }
      for (let made = 2; made < 100; made++) t.equal((await owner.post('/v1/api-keys', fresh)).status, 201)
      for (const refused of [
        await owner.post('/v1/api-keys', fresh),
        await owner.post(`${path}/rotations`, { overlapSeconds: 60 }),
      ])
        t.strictSame([refused.status, refused.body.code], [422, 'key_limit_reached'])
      t.equal((await owner.get(path)).body.replacedAt, null, 'what was refused changed nothing')
      const { status, body } = await owner.post(`${path}/rotations`, { overlapSeconds: 0 })
      t.equal(status, 201)
      const over = `/v1/api-keys/${body.id}`
      await owner.patch(over, { expiresAt: NOW })
      t.equal((await owner.post('/v1/api-keys', fresh)).status, 201, 'one that is over leaves room')
      const revived = await owner.patch(over, { expiresAt: null })
      t.strictSame([revived.status, revived.body.code], [422, 'key_limit_reached'])
    },
  )

  await t.test('what is said again changes neither a key nor the account', async (t) => {
    const { owner, path } = await owners()
    const { version } = (await owner.get(path)).body
    const same = { name: 'Desk', scopes: HELD, expiresAt: null }
    t.equal((await owner.patch(path, same)).body.version, version)
    t.equal((await owner.patch('/v1/me', { displayName: 'Noor', timeZone: null })).body.version, 1)
    t.equal((await owner.patch(path, { name: 'Old desk' })).body.version, version + 1)
  })
})
