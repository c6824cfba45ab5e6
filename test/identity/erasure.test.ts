import { randomUUID } from 'node:crypto'
import { test } from 'tap'
import { engage, erase, inAccountOf } from '../coaching/pairs.ts'
import { makeWorld } from '../contract/world.ts'
import { OPERATOR_KEY, openService, type Service } from '../support/service.ts'
import { untilWaiting } from '../support/waiting.ts'

const TABLES = `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
  WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`

/** Every row of every table that the catalogue knows, as text. */
const dump = async ({ db: { $client } }: Service) => {
  const { rows: tables } = await $client.query<{ name: string }>(TABLES)
  const rows = tables.map(async ({ name }) => {
    const found = await $client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t ORDER BY 1`)
    return found.rows.map(({ row }) => `${name} ${row}`)
  })
  return (await Promise.all(rows)).flat()
}

test('an account that is erased', async (t) => {
  const service = await openService(t)
  const sam = await service.newAccount('Sam')
  await makeWorld(sam)
  await sam.get('/v1/me')
  const withoutNoor = await dump(service)

  const operator = service.client(OPERATOR_KEY)
  const once = () => ({ 'idempotency-key': randomUUID() })
  const { body } = await operator.post('/v1/accounts', { displayName: 'Noor' }, once())
  const noor = service.client(body.apiKey.secret)
  const { id } = body.account
  const { coach, coached } = await makeWorld(noor)
  await noor.post('/v1/applications', { company: 'Lindgren Optics' }, once())
  await noor.post('/v1/api-keys', { name: 'Zap', scopes: ['journal:read'] }, once())

  await t.test('is not erased without its own id for a word', async (t) => {
    const before = await dump(service)
    for (const confirm of [sam.accountId, randomUUID()]) {
      const { status, body } = await noor.send('DELETE', '/v1/me', {
        payload: JSON.stringify({ confirm }),
        headers: { 'content-type': 'application/json' },
      })
      t.strictSame([status, body.code], [422, 'erasure_not_confirmed'])
    }
    t.equal((await noor.delete('/v1/me')).status, 400)
    t.equal((await dump(service)).length, before.length)
  })

  await t.test('leaves no row of any table, and those of others as they were', async (t) => {
    const before = await dump(service)
    t.ok(before.length > withoutNoor.length + 20)
    const { status } = await noor.send('DELETE', '/v1/me', {
      payload: JSON.stringify({ confirm: id }),
      headers: { 'content-type': 'application/json' },
    })
    t.equal(status, 204)
    const after = await dump(service)
    t.strictSame(
      after.filter((row) => row.includes(id)),
      [],
    )
    for (const other of [coach, coached])
      await other.send('DELETE', '/v1/me', {
        payload: JSON.stringify({ confirm: other.accountId }),
        headers: { 'content-type': 'application/json' },
      })
    t.strictSame(await dump(service), withoutNoor, 'and nothing but what others had of their own')
  })

  await t.test('and its key is worth nothing', async (t) => {
    t.equal((await noor.get('/v1/me')).status, 401)
    t.equal((await sam.get('/v1/applications')).status, 200)
  })
})

test('a write that is under way while its account is erased comes to nothing', async (t) => {
  const service = await openService(t, { POOL_SIZE: '10' })
  const before = await dump(service)
  const noor = await service.newAccount()
  const writes = Array.from({ length: 20 }, (_, i) =>
    noor.post('/v1/applications', { company: `Lindgren ${i}` }, i % 2 ? { 'idempotency-key': `k${i}` } : {}),
  )
  const erasure = noor.send('DELETE', '/v1/me', {
    payload: JSON.stringify({ confirm: noor.accountId }),
    headers: { 'content-type': 'application/json' },
  })
  for (const { status } of await Promise.all(writes)) t.ok([201, 401, 503].includes(status), `${status}`)
  t.equal((await erasure).status, 204)
  t.strictSame(await dump(service), before)
})

test('accounts that are erased at once', async (t) => {
  const service = await openService(t, { POOL_SIZE: '10' })
  const before = await dump(service)

  await t.test('do not hold each other up, though each coaches the other', async (t) => {
    for (let i = 0; i < 5; i++) {
      const [noor, sam] = [await service.newAccount('Noor'), await service.newAccount('Sam')]
      await engage(noor, sam, ['journal:read'])
      await engage(sam, noor, ['journal:read'])
      const answers = await Promise.all([erase(noor), erase(sam)])
      t.strictSame(
        answers.map(({ status }) => status),
        [204, 204],
      )
    }
    t.strictSame(await dump(service), before, 'and nothing is left')
  })

  await t.test('are erased once, where it is the same one', async (t) => {
    const noor = await service.newAccount()
    const answers = await Promise.all([erase(noor), erase(noor)])
    t.strictSame(answers.map(({ status }) => status).sort(), [204, 401])
    t.strictSame(await dump(service), before)
  })
})

test('what a coach sends while their account is erased leaves no word of who it was', async (t) => {
  const service = await openService(t, { POOL_SIZE: '10' })
  const [noor, robin] = [await service.newAccount('Noor'), await service.newAccount('Robin')]
  await engage(noor, robin, ['journal:read', 'assignments:write'])
  const { body: application } = await noor.post('/v1/applications', { company: 'Lindgren Optics' })
  const other = await service.db.$client.connect()
  t.teardown(() => other.release())
  await other.query('BEGIN')
  await other.query('SELECT 1 FROM applications WHERE id = $1 FOR UPDATE', [application.id])
  const task = { text: 'Ask about rigs.', subject: { applicationId: application.id } }
  const write = inAccountOf(robin, noor).post('/v1/assignments', task, { 'idempotency-key': 'late' })
  await untilWaiting(service, write)
  const erasure = erase(robin)
  await untilWaiting(service, erasure, 2)
  await other.query('COMMIT')
  t.strictSame([(await write).status, (await erasure).status], [201, 204])
  t.strictSame(
    (await dump(service)).filter((row) => row.includes(robin.accountId)),
    [],
  )
})
