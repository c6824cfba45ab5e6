import { parseList } from 'structured-headers'
import { type Test, test } from 'tap'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { type Connection, openDatabase } from '../../src/platform/database/pool.ts'
import { forgetOldUses } from '../../src/platform/limits/uses.ts'
import { actingFor, engage } from '../coaching/pairs.ts'
import { type Client, clientOf } from '../support/client.ts'
import { conformanceTo } from '../support/conformance.ts'
import { OPERATOR_KEY, openService, type Service } from '../support/service.ts'
import { countStatements } from '../support/statements.ts'

type Answer = Awaited<ReturnType<Client['get']>>

const limits = (account: number, key = 0) => ({
  RATE_LIMIT_ACCOUNT: String(account),
  RATE_LIMIT_KEY: String(key),
})

/** What a header field says, as `{name: {parameter: value}}`. */
const read = ({ headers }: Answer, name: string) =>
  Object.fromEntries(
    parseList(headers[name] ?? '').map(([item, parameters]) => [item, Object.fromEntries(parameters)]),
  )

const ask = (client: Client) => client.get('/v1/me')
const allowed = (answers: Answer[]) => answers.filter(({ status }) => status === 200).length
const times = <T>(count: number, each: () => T) => Array.from({ length: count }, each)

const isTooMany = (t: Test, { status, headers, body }: Answer, words: RegExp, seconds: number) => {
  t.strictSame([status, body.code], [429, 'rate_limited'])
  t.match(body.detail, words)
  t.equal(headers['retry-after'], String(seconds))
}

const later = ({ clock }: Service, seconds: number) => {
  clock.now = new Date(clock.now.getTime() + seconds * 1000)
}

/** Another process on the same database, as the same caller sees it. */
const besides = async (t: Test, { db, clock, contract }: Service, variables: Record<string, string>) => {
  const config = readConfig({ LOG_LEVEL: 'silent', MAX_EVENT_LOOP_DELAY_MS: '0', ...variables })
  const own = openDatabase(db.$client.options as Connection, config, () => {})
  const app = await buildApp({ config, db: own, clock: () => clock.now })
  t.teardown(async () => {
    await app.close()
    await own.$client.end()
  })
  return clientOf(app, conformanceTo(contract))
}

test('whoever calls is told the limits, and what is left of them', async (t) => {
  const service = await openService(t, limits(500, 100))
  const noor = await service.newAccount()
  const first = await ask(noor)
  t.strictSame(read(first, 'ratelimit-policy'), { account: { q: 500, w: 60 }, key: { q: 100, w: 60 } })
  t.strictSame(read(first, 'ratelimit'), { account: { r: 499, t: 60 }, key: { r: 99, t: 60 } })
  later(service, 20.5)
  t.strictSame(read(await ask(noor), 'ratelimit'), { account: { r: 498, t: 40 }, key: { r: 98, t: 40 } })
})

test('whatever comes of a request, it counts', async (t) => {
  const service = await openService(t, limits(500))
  const noor = await service.newAccount()
  const { etag = '' } = (await ask(noor)).headers
  const { body: weak } = await noor.post('/v1/api-keys', { name: 'Weak', scopes: ['journal:read'] })
  const once = { 'idempotency-key': 'once' }
  const answers = [
    await noor.get('/v1/me', { 'if-none-match': etag }),
    await noor.post('/v1/applications', { company: 'Acme' }, once),
    await noor.post('/v1/applications', { company: 'Acme' }, once),
    await noor.post('/v1/applications', { company: '' }),
    await noor.get('/v1/applications/01998a5c-0000-7000-8000-000000000001'),
    await service.client(weak.secret).get('/v1/insights/summary'),
    await noor.send('HEAD', '/v1/me'),
  ]
  t.strictSame(
    answers.map((answer) => [answer.status, read(answer, 'ratelimit').account?.r]),
    [304, 201, 201, 400, 404, 403, 200].map((status, at) => [status, 497 - at]),
  )
})

test('a message of an assistant counts as one request', async (t) => {
  const service = await openService(t, limits(500))
  const noor = await service.newAccount()
  const headers = { authorization: `Bearer ${noor.secret}` }
  await service.app.inject({ method: 'POST', url: '/mcp', headers, payload: {} })
  t.strictSame(read(await ask(noor), 'ratelimit'), { account: { r: 498, t: 60 } })
})

test('of many requests at once, as many come through as the limit says', async (t) => {
  for (const quota of [1, 20, 130]) {
    const service = await openService(t, limits(0, quota))
    const noor = await service.newAccount()
    const answers = await Promise.all(times(quota + 50, () => ask(noor)))
    t.equal(allowed(answers), quota)
    const [refused] = answers.filter(({ status }) => status !== 200)
    if (refused) isTooMany(t, refused, /^This key /, 60)
    t.strictSame(read(await ask(noor), 'ratelimit'), { key: { r: 0, t: 60 } })
  }
})

test('all processes on one database let through as many together', async (t) => {
  const variables = limits(100)
  const service = await openService(t, variables)
  const noor = await service.newAccount()
  const there = (await besides(t, service, variables))(noor.secret)
  const both = [noor, there].flatMap((client) => times(60, () => client))
  const answers = await Promise.all(both.map(ask))
  // What is left of a share in one of them is spent there.
  for (const client of [noor, there, noor, there]) answers.push(await ask(client))
  t.equal(allowed(answers), 100)
  for (const client of [noor, there]) isTooMany(t, await ask(client), /^This account /, 60)
})

test('when the minute is over, it begins anew', async (t) => {
  const service = await openService(t, limits(3))
  const noor = await service.newAccount()
  for (const _ of times(3, () => 0)) t.equal((await ask(noor)).status, 200)
  later(service, 59)
  isTooMany(t, await ask(noor), /^This account /, 1)
  later(service, 1)
  t.strictSame(read(await ask(noor), 'ratelimit'), { account: { r: 2, t: 60 } })
})

test('an account shares its limit among its keys, each of which has one of its own', async (t) => {
  const service = await openService(t, limits(7, 4))
  const noor = await service.newAccount()
  const { body } = await noor.post('/v1/api-keys', { name: 'Other', scopes: ['journal:read'] })
  const other = service.client(body.secret)
  t.equal(allowed(await Promise.all(times(5, () => ask(noor)))), 3)
  isTooMany(t, await ask(noor), /^This key /, 60)
  t.strictSame(read(await ask(other), 'ratelimit'), { account: { r: 2, t: 60 }, key: { r: 3, t: 60 } })
  t.equal(allowed(await Promise.all(times(5, () => ask(other)))), 2)
  const refused = await ask(other)
  isTooMany(t, refused, /^This account /, 60)
  t.strictSame(read(refused, 'ratelimit'), { account: { r: 0, t: 60 }, key: { r: 1, t: 60 } })
})

test('what a coach does for a client counts for the coach', async (t) => {
  const service = await openService(t, limits(5))
  const [noor, robin] = [await service.newAccount(), await service.newAccount('Robin')]
  await engage(noor, robin, ['journal:read'])
  const inHerJournal = () => robin.get('/v1/applications', actingFor(noor))
  t.equal(allowed(await Promise.all(times(9, inHerJournal))), 4)
  isTooMany(t, await inHerJournal(), /^This account /, 60)
  t.strictSame(read(await ask(noor), 'ratelimit'), { account: { r: 3, t: 60 } })
})

test('counting costs one statement for every fiftieth part of a limit, and none beyond it', async (t) => {
  const service = await openService(t, limits(0, 100))
  const noor = await service.newAccount()
  const costs: number[] = []
  for (const _ of times(110, () => 0)) costs.push(await countStatements(service, () => ask(noor)))
  const [, knowing = 0, ...within] = costs.slice(0, 100)
  const taking = within.filter((cost) => cost > knowing)
  t.equal(taking.length, 49, 'the first request took the first share')
  t.ok(taking.every((cost) => cost === knowing + 1))
  t.ok(costs.slice(100).every((cost) => cost === 1))
})

test('a limit of 0 is none', async (t) => {
  const service = await openService(t, { ...limits(0, 0), RATE_LIMIT_ADDRESS: '0' })
  const noor = await service.newAccount()
  const answers = await Promise.all(times(20, () => noor.as('avk_none').get('/v1/me')))
  t.ok(answers.every(({ status }) => status === 401))
  const { rows } = await service.db.$client.query('SELECT 1 FROM quota_uses')
  t.equal(rows.length, 0)
})

test('the operator has no limit', async (t) => {
  const service = await openService(t, limits(1, 1))
  for (const name of ['Noor', 'Sam', 'Robin']) {
    const answer = await service.client(OPERATOR_KEY).post('/v1/accounts', { displayName: name })
    t.equal(answer.status, 201)
  }
})

test('what was counted is forgotten when its minute is over', async (t) => {
  const service = await openService(t, limits(5))
  const [noor, sam] = [await service.newAccount(), await service.newAccount('Sam')]
  const kept = async () => {
    await forgetOldUses({ db: service.db, now: service.clock.now.toISOString() })
    return (await service.db.$client.query('SELECT account_id FROM quota_uses')).rows
  }
  await ask(noor)
  later(service, 30)
  await ask(sam)
  t.equal((await kept()).length, 2)
  later(service, 30)
  t.strictSame(await kept(), [{ account_id: sam.accountId }])
})
