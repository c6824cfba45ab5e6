import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import tap, { type Test, test } from 'tap'
import {
  type Afterview,
  databaseOf,
  hasServer,
  keptKey,
  request,
  startAfterview,
} from '../support/afterview.ts'
import { isAlive, makeDataFolder, makeUsedFolder, waitFor } from '../support/embedded-postgres.ts'
import { holdRow } from '../support/row-lock.ts'

tap.setTimeout(110_000)

const isRefused = (origin: string) =>
  fetch(`${origin}/livez`).then(
    () => false,
    ({ cause }) => cause.code === 'ECONNREFUSED',
  )

/** A request that waits for a row, and the end of the service in the meantime. */
const stopInFlight = async (t: Test, folder: string, afterview: Afterview, signals: NodeJS.Signals[]) => {
  const origin = await afterview.origin
  const key = await keptKey(folder)
  const { pid, connection } = await databaseOf(folder)
  const { body } = await request(origin, key, 'POST', '/v1/applications', { company: 'Acme' })
  const lock = await holdRow(t, connection, 'applications', body.id)
  const company = `Acme until ${signals}`
  const answer = request(origin, key, 'PATCH', `/v1/applications/${body.id}`, { company })
  await lock.somebodyWaits()
  for (const signal of signals) {
    afterview.process.kill(signal)
    await waitFor(() => isRefused(origin))
  }
  await lock.release()
  t.match(await answer, { status: 200, body: { company } })
  t.strictSame(await afterview.ended, [0, null])
  t.notOk(isAlive(pid), 'its PostgreSQL is down')
}

/** Nothing but the end of its work ends this service. */
const patient = { LOCK_TIMEOUT_MS: '60000', STATEMENT_TIMEOUT_MS: '14000', SHUTDOWN_TIMEOUT_MS: '600000' }

test('a service that is told to stop', async (t) => {
  const folder = await makeUsedFolder(t)
  const cases = [['SIGTERM'], ['SIGINT', 'SIGINT', 'SIGTERM']] satisfies NodeJS.Signals[][]
  for (const signals of cases) {
    await t.test(
      `by ${signals.join(' and ')}: answers what it has begun, takes nothing new, ends`,
      async (t) => {
        const afterview = startAfterview(t, folder, patient)
        await stopInFlight(t, folder, afterview, signals)
        t.equal(afterview.errors(), '')
      },
    )
  }

  await t.test('ends at the time limit though a request is still waiting', async (t) => {
    const slow = { LOCK_TIMEOUT_MS: '800', SHUTDOWN_TIMEOUT_MS: '100' }
    const afterview = startAfterview(t, folder, slow)
    const origin = await afterview.origin
    const key = await keptKey(folder)
    const { pid, connection } = await databaseOf(folder)
    const { body } = await request(origin, key, 'POST', '/v1/applications', { company: 'Acme' })
    const lock = await holdRow(t, connection, 'applications', body.id)
    const answer = request(origin, key, 'PATCH', `/v1/applications/${body.id}`, { company: 'Never' })
    const cut = t.rejects(answer, TypeError)
    await lock.somebodyWaits()
    afterview.process.kill('SIGTERM')
    await cut
    t.strictSame(await afterview.ended, [0, null])
    t.notOk(isAlive(pid))
  })

  await t.test('while it starts: leaves no PostgreSQL running', async (t) => {
    const afterview = startAfterview(t, folder)
    await waitFor(() => hasServer(folder))
    afterview.process.kill('SIGTERM')
    t.strictSame(await afterview.ended, [0, null])
    t.notOk(await hasServer(folder))
    t.notMatch(afterview.output(), /Afterview serves/)
  })

  await t.test(
    'because its port is taken: says so in a line, and leaves no PostgreSQL running',
    async (t) => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      t.teardown(() => server.close())
      const { port } = server.address() as AddressInfo
      const afterview = startAfterview(t, folder, { PORT: String(port), LOG_LEVEL: 'silent' })
      t.strictSame(await afterview.ended, [1, null])
      t.match(afterview.errors(), new RegExp(`^[^\\n]*in use[^\\n]*:${port}[^\\n]*\\n$`))
      t.notOk(await hasServer(folder))
      t.notMatch(afterview.output(), /Afterview serves|\n +at /)
    },
  )
})

test('a bad environment ends the start with one sentence a fault', async (t) => {
  const folder = await makeDataFolder(t)
  const bad = {
    PORT: '70000',
    PUBLIC_URL: 'ftp://afterview.example',
    DATABASE_URL: 'mysql://localhost/afterview',
    OPERATOR_KEY: 'short-secret',
    LOG_LEVEL: 'loud',
    POOL_SIZE: 'many',
    QUERY_TIMEOUT_MS: '0',
  }
  const { ended, errors, output } = startAfterview(t, folder, bad)
  t.strictSame(await ended, [1, null])
  const lines = errors().trimEnd().split('\n')
  t.strictSame(lines.map((line) => line.split(':', 1)[0]).sort(), Object.keys(bad).sort())
  for (const line of lines) t.match(line, /^[A-Z_]+: .{10,}\.$/)
  t.notMatch(output(), /short-secret|\n +at /)
  t.notOk(await hasServer(folder))
})
