import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { buildApp } from './app.ts'
import { forgetOldEvents } from './automation/events/service.ts'
import { runImport } from './automation/import-runs/service.ts'
import { forgetOldDeliveries } from './automation/webhook-deliveries/service.ts'
import { beginDeliveries } from './automation/webhook-dispatch/service.ts'
import { resealSecrets } from './automation/webhook-endpoints/service.ts'
import { type Config, readConfig, settingsOf } from './config.ts'
import { forgetOldErasures } from './identity/oidc-identities/service.ts'
import { openFirstAccount } from './identity/openings/service.ts'
import { contextOf } from './platform/authentication.ts'
import { migrateDatabase } from './platform/database/migrations.ts'
import { type Connection, openDatabase, type PooledDb } from './platform/database/pool.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres/start.ts'
import { keepHouse } from './platform/housekeeping.ts'
import type { App } from './platform/http/types.ts'
import { forgetOldAnswers } from './platform/idempotency/answers.ts'
import { forgetOldUses } from './platform/limits/uses.ts'
import { resolveName } from './platform/outbound/addresses.ts'
import { openPost } from './platform/outbound/post.ts'
import { keptSecretsKey } from './platform/secrets-key.ts'
import { startCrew, startWorker } from './platform/worker.ts'

type Provided = { connection: Connection; stop: () => Promise<void> }

const provideDatabase = async ({ DATABASE_URL, DATA_DIR }: Config): Promise<Provided> => {
  if (DATABASE_URL) return { connection: { connectionString: DATABASE_URL }, stop: async () => {} }
  return startEmbeddedPostgres({ folder: DATA_DIR })
}

/** The context of what the process does on its own account. */
const processContext = (config: Config, db: PooledDb, log: FastifyBaseLogger) => {
  const ground = { db, clock: () => new Date(), settings: settingsOf(config) }
  return contextOf(ground, { log, language: 'en' }, { kind: 'operator' })
}

/** On the first start of an embedded database: an account, whose key is printed once and kept in the data folder. */
const greetFirstTime = async (config: Config, db: PooledDb, log: FastifyBaseLogger): Promise<void> => {
  if (config.DATABASE_URL) return
  const file = join(config.DATA_DIR, 'api-key')
  await openFirstAccount(processContext(config, db, log), async (secret) => {
    await writeFile(file, `${secret}\n`, { mode: 0o600 })
    process.stdout.write(`Your key, shown this once and kept in ${file}:\n\n    ${secret}\n\n`)
  })
}

/** With a PostgreSQL of its own, the service makes the key that it needs for secrets. */
const withSecretsKey = async (config: Config): Promise<Config> => {
  if (config.SECRETS_KEY || config.DATABASE_URL) return config
  return { ...config, SECRETS_KEY: await keptSecretsKey(config.DATA_DIR) }
}

const CONNECT_MS = 5_000
/** How many deliveries are under way side by side. */
const MOST_DELIVERIES = 200

/** Begins what is done beside the answers: imports, webhooks, and tidying up. */
const startWork = (house: AsyncDisposableStack, config: Config, db: PooledDb, log: FastifyBaseLogger) => {
  const now = () => processContext(config, db, log)
  house.use(startWorker((told) => runImport(now, told), log))
  if (config.SECRETS_KEY) {
    const { allowLoopback, timeoutMs: wholeMs } = settingsOf(config).webhooks
    const post = openPost({ allowLoopback, resolve: resolveName, connectMs: CONNECT_MS, wholeMs })
    house.use(startCrew(beginDeliveries(now, post), MOST_DELIVERIES, log))
  } else log.warn('without SECRETS_KEY no webhooks are sent')
  const chores = [
    forgetOldAnswers,
    forgetOldUses,
    forgetOldErasures,
    forgetOldEvents,
    forgetOldDeliveries,
    resealSecrets,
  ]
  house.use(
    keepHouse(
      chores.map((chore) => () => chore(now())),
      log,
    ),
  )
}

const serve = async (config: Config, db: PooledDb, app: App) => {
  await greetFirstTime(config, db, app.log)
  await app.listen({ host: config.HOST, port: config.PORT })
  process.stdout.write(
    `Afterview serves ${app.listeningOrigin} and explains itself at ${app.listeningOrigin}/docs\n`,
  )
}

/** Opens one part after the other; `house` closes them in the reverse order. Ends early when told to stop. */
const start = async (house: AsyncDisposableStack, told: AbortSignal) => {
  const given = readConfig(process.env)
  const database = await provideDatabase(given)
  house.defer(database.stop)
  told.throwIfAborted()
  const config = await withSecretsKey(given)
  await migrateDatabase(database.connection)
  told.throwIfAborted()
  const db = openDatabase(database.connection, config, (err) => app.log.warn({ err }, 'idle connection lost'))
  house.defer(() => db.$client.end())
  const app = await buildApp({ config, db, clock: () => new Date() })
  house.defer(() => app.close())
  if (config.WORKER !== 'off') startWork(house, config, db, app.log)
  if (config.WORKER === 'only')
    process.stdout.write('Afterview does the work that waits, and serves nothing\n')
  else await serve(config, db, app)
  return { config, app }
}

const fail = (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

const house = new AsyncDisposableStack()
// @NOTE Listening from the first moment on: a signal during the start must not leave a PostgreSQL behind.
const told = new AbortController()
const toldToStop = once(told.signal, 'abort')
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => told.abort(signal))
try {
  const { config, app } = await start(house, told.signal)
  await toldToStop
  app.log.info({ signal: told.signal.reason }, 'stopping')
  setTimeout(() => app.server.closeAllConnections(), config.SHUTDOWN_TIMEOUT_MS).unref()
} catch (error) {
  if (!told.signal.aborted) fail(error)
}
await house.disposeAsync().catch(fail)
