import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Test, test } from 'tap'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/platform/database/pool.ts'
import { clientOf } from '../support/client.ts'
import { conformanceTo } from '../support/conformance.ts'
import { OPERATOR_KEY, openService, type Service } from '../support/service.ts'
import { type Call, callsOf, eachCall } from './calls.ts'
import { makeWorld, perform, readAll, type World } from './world.ts'

const closedPort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** The same service, whose database listens nowhere. */
const withoutServer = async (t: Test, { contract }: Service) => {
  const config = readConfig({ OPERATOR_KEY, LOG_LEVEL: 'silent', MAX_EVENT_LOOP_DELAY_MS: '0' })
  const db = openDatabase({ host: '127.0.0.1', port: await closedPort() }, config, () => {})
  const app = await buildApp({ config, db, clock: () => new Date('2026-06-01T09:00:00Z') })
  t.teardown(async () => {
    await app.close()
    await db.$client.end()
  })
  return clientOf(app, conformanceTo(contract))
}

test('without its database', async (t) => {
  const service = await openService(t, { LOCK_TIMEOUT_MS: '20' })
  const { contract } = service
  const calls = callsOf(contract)
  const account = await service.newAccount()
  const world = await makeWorld(account)
  // What a process measures, it may be too busy to tell.
  const isNeedy = ({ statuses, path }: Call) => statuses.has('503') && path !== '/metrics'
  const needy = calls.filter(isNeedy)
  const self = calls.filter((call) => !isNeedy(call))

  type Clients = Service['client']
  const refuse = async (t: Test, client: Clients, call: Call, at: World = world) => {
    const secret = call.credential === 'operator' ? OPERATOR_KEY : account.secret
    const { status, headers, body } = await perform(client(secret), contract, call, at)
    t.strictSame([status, body.code], [503, 'unavailable'])
    t.match(headers['retry-after'], /^\d+$/)
  }

  await t.test('nothing is written while others hold the tables, and it can be tried again', async (t) => {
    const before = await readAll(account, calls, world)
    const holder = await service.db.$client.connect()
    // The keys stay free: a request has to come past them to reach what it is about.
    const { rows } = await holder.query<{ name: string }>(
      "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'api_keys'",
    )
    await holder.query(`BEGIN; LOCK TABLE ${rows.map(({ name }) => name).join(', ')}`)
    const untouched = ['/v1/api-keys', '/v1/event-types', '/v1/outcome-readings', '/readyz']
    const held = needy.filter(({ path }) => !untouched.some((it) => path.startsWith(it)))
    await eachCall(t, held, (t, call) => refuse(t, service.client, call))
    await holder.query('ROLLBACK')
    holder.release()
    t.strictSame(await readAll(account, calls, world), before)
  })

  await t.test('a server that listens nowhere', async (t) => {
    const client = await withoutServer(t, service)
    await eachCall(t, needy, (t, call) => refuse(t, client, call))
    await eachCall(t, self, async (t, call) => {
      const secret = call.credential === 'operator' ? OPERATOR_KEY : undefined
      t.equal((await perform(client(secret), contract, call, world)).status, 200, 'needs no database')
    })
  })

  await t.test('a pool that has ended', async (t) => {
    await service.db.$client.end()
    await eachCall(t, needy, (t, call) => refuse(t, service.client, call))
  })
})
