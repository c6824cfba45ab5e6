import { sql } from 'drizzle-orm'
import { Client, type ClientConfig } from 'pg'
import { test } from 'tap'
import { type Context, transaction } from '../../src/context.ts'
import type { Db } from '../../src/platform/database/pool.ts'
import { contextIn } from '../support/context.ts'
import { dropIdle, openLine } from '../support/database-line.ts'
import { onServer, sharedServer } from '../support/server.ts'
import { openService, type Service } from '../support/service.ts'

const POOL_SIZE = 3
const FAILURES = Array.from({ length: 2 * POOL_SIZE + 1 }, (_, i) => i)
const limits = { POOL_SIZE: String(POOL_SIZE) }

const backendOf = async (db: Db) => {
  const { rows } = await db.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
  return rows[0]?.pid ?? 0
}

const kill = (pid: number) =>
  onServer(sharedServer().connection, `SELECT pg_terminate_backend(${pid}, 10000)`)

/** The clients of as many transactions at one time as the pool has places. */
const takeEveryPlace = async (ctx: Context) => {
  const { promise: allIn, resolve } = Promise.withResolvers<void>()
  const inside = new Set<number>()
  const enter = () =>
    transaction(ctx, async (tx) => {
      inside.add(await backendOf(tx.db))
      if (inside.size === POOL_SIZE) resolve()
      await allIn
    })
  await Promise.all(Array.from({ length: POOL_SIZE }, enter))
  return inside.size
}

/** What another client of the database reads: only what was committed. */
const readAside = async ({ db }: Service, text: string) => {
  const client = new Client(db.$client.options as ClientConfig)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('a backend killed under a running query costs that request alone', async (t) => {
  const service = await openService(t, limits)
  const ctx = await contextIn(service)
  for (const _ of FAILURES) {
    const work = transaction(ctx, (tx) => tx.db.execute(sql`SELECT pg_terminate_backend(pg_backend_pid())`))
    await t.rejects(work, { cause: { code: '57P01' } })
  }
  t.equal(await takeEveryPlace(ctx), POOL_SIZE)
})

test('a backend killed between two queries of a transaction costs that request alone', async (t) => {
  const service = await openService(t, limits)
  const ctx = await contextIn(service)
  for (const _ of FAILURES) {
    const work = transaction(ctx, async (tx) => {
      await kill(await backendOf(tx.db))
      await tx.db.execute(sql`SELECT 1`)
    })
    await t.rejects(work, /Failed query/)
  }
  t.equal(await takeEveryPlace(ctx), POOL_SIZE)
})

test('a BEGIN that fails gives its place in the pool back', async (t) => {
  const service = await openService(t, limits)
  const ctx = await contextIn(service)
  await takeEveryPlace(ctx)
  await dropIdle(service)
  const line = await openLine(t, service)
  line.fault = { word: 'BEGIN', how: 'lost' }
  for (const _ of FAILURES) {
    await t.rejects(
      transaction(ctx, async () => t.fail('the work must not begin')),
      /Connection terminated/,
    )
  }
  t.equal(line.faults, FAILURES.length)
  line.fault = undefined
  t.equal(await takeEveryPlace(ctx), POOL_SIZE)
})

test('connections that drop while idle are replaced, and nobody notices', async (t) => {
  const service = await openService(t, limits)
  const ctx = await contextIn(service)
  await takeEveryPlace(ctx)
  t.equal(service.db.$client.idleCount, POOL_SIZE)
  await dropIdle(service)
  const noor = await service.newAccount()
  t.equal((await noor.get('/v1/me')).status, 200)
  t.equal(await takeEveryPlace(ctx), POOL_SIZE)
})

test('after a timeout nobody works inside of the transaction that it left open', async (t) => {
  const timeouts = { QUERY_TIMEOUT_MS: '1000', STATEMENT_TIMEOUT_MS: '900' }
  const service = await openService(t, { POOL_SIZE: '1', ...timeouts })
  const ctx = await contextIn(service)
  let abandoned: number | undefined
  const work = transaction(ctx, async (tx) => {
    abandoned = await backendOf(tx.db)
    await tx.db.execute(sql`UPDATE accounts SET display_name = 'Abandoned'`)
    await tx.db.execute(sql`SET LOCAL statement_timeout = 0`)
    await tx.db.execute(sql`SELECT pg_sleep(60)`)
  })
  await t.rejects(work, { cause: { message: 'Query read timeout' } })
  t.not(await backendOf(service.db), abandoned)
  const noor = await service.newAccount('Noor')
  const application = await noor.post('/v1/applications', { company: 'Acme' })
  t.strictSame(await readAside(service, 'SELECT id FROM applications'), [{ id: application.body.id }])
  t.strictSame(await readAside(service, "SELECT 1 FROM accounts WHERE display_name = 'Abandoned'"), [])
})
