import { readFileSync } from 'node:fs'
import tap, { type Test } from 'tap'
import { buildApp } from '../../src/app.ts'
import { runImport } from '../../src/automation/import-runs/service.ts'
import { beginDeliveries } from '../../src/automation/webhook-dispatch/service.ts'
import { readConfig, settingsOf } from '../../src/config.ts'
import { contextOf } from '../../src/platform/authentication.ts'
import { openDatabase } from '../../src/platform/database/pool.ts'
import type { App } from '../../src/platform/http/types.ts'
import { resolveName } from '../../src/platform/outbound/addresses.ts'
import { openPost, type Post } from '../../src/platform/outbound/post.ts'
import type { Begin } from '../../src/platform/worker.ts'
import { type Client, clientOf } from './client.ts'
import { type Contract, conformanceTo } from './conformance.ts'
import { newDatabase } from './server.ts'

export const OPERATOR_KEY = 'operator-key-of-the-tests-0123456789'

export type Service = {
  app: App
  db: ReturnType<typeof openDatabase>
  contract: Contract
  /** What time the service believes it is; tests set it. */
  clock: { now: Date }
  /** A client without credentials, or with the ones given. */
  client: (secret?: string) => Client
  /** Does the work that waits, as the service does beside its answers. */
  work: () => Promise<void>
  /** Begins webhooks that are due. */
  begin: Begin
  /** Sends webhooks until none is due, and answers with how many attempts were made. */
  deliver: (post?: Post) => Promise<number>
  /** A client of a new account. */
  newAccount: (displayName?: string) => Promise<Client & { accountId: string }>
}

const environment = {
  OPERATOR_KEY,
  SECRETS_KEY: 'secrets-key-of-the-tests-0123456789',
  LOG_LEVEL: 'silent',
  MAX_EVENT_LOOP_DELAY_MS: '0',
  POOL_SIZE: '4',
  // As many as there may be: most tests stand still in time.
  RATE_LIMIT_ACCOUNT: '1000000',
  RATE_LIMIT_KEY: '1000000',
  RATE_LIMIT_ADDRESS: '1000000',
}

// The committed one: a test of its own holds it against what the service would publish.
const contract: Contract = JSON.parse(readFileSync('openapi/openapi.json', 'utf8'))
const conform = conformanceTo(contract)

const START = '2026-06-01T09:00:00.000Z'

const make = async (variables: Record<string, string>) => {
  const config = readConfig({ ...environment, ...variables })
  const db = openDatabase(await newDatabase(), config, () => {})
  const clock = { now: new Date(START) }
  const app = await buildApp({ config, db, clock: () => clock.now })
  await app.ready()
  const close = async () => {
    await app.close()
    if (!db.$client.ended) await db.$client.end()
  }
  const client = clientOf(app, conform)
  const newAccount = async (displayName = 'Noor') => {
    const { body } = await client(OPERATOR_KEY).post('/v1/accounts', { displayName })
    return { ...client(body.apiKey.secret), accountId: body.account.id }
  }
  const ground = { db, clock: () => clock.now, settings: settingsOf(config) }
  const now = () => contextOf(ground, { log: app.log, language: 'en' }, { kind: 'operator' })
  const work = async () => {
    while (await runImport(now, new AbortController().signal));
  }
  const { allowLoopback, timeoutMs } = ground.settings.webhooks
  const ownPost = openPost({ allowLoopback, resolve: resolveName, connectMs: timeoutMs, wholeMs: timeoutMs })
  const begin = beginDeliveries(now, ownPost)
  const deliver = async (post?: Post) => {
    const next = post ? beginDeliveries(now, post) : begin
    let [made, last] = [0, 0]
    do {
      const begun = await next(50, new AbortController().signal)
      await Promise.all(begun)
      last = begun.length
      made += last
    } while (last > 0)
    return made
  }
  const service: Service = { app, db, contract, clock, client, work, begin, deliver, newAccount }
  return { service, close }
}

let shared: ReturnType<typeof make> | undefined

/**
 * The service of this process, which all its test files have in common, on a copy of the migrated database; or, where
 * variables of the environment are given, be they none, one of the test's own. Every answer is held against the contract.
 */
export const openService = async (t: Test, variables?: Record<string, string>): Promise<Service> => {
  if (variables) {
    const { service, close } = await make(variables)
    t.teardown(close)
    return service
  }
  if (!shared) {
    shared = make({})
    tap.teardown(async () => (await shared)?.close())
  }
  const { service } = await shared
  service.clock.now = new Date(START)
  return service
}
