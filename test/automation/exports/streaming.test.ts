import { randomUUIDv7 } from 'node:crypto'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Test, test } from 'tap'
import { addMany } from '../../support/many.ts'
import { openService, type Service } from '../../support/service.ts'
import { until } from '../../support/waiting.ts'

const APPLICATIONS = 800
const createdAt = '2026-05-01T09:00:00.000Z'

/** Many applications with three interviews each; the descriptions fill more than what a connection keeps for its reader. */
const largeFile = () => {
  const description = 'What the opening says of itself. '.repeat(300)
  const applications = Array.from({ length: APPLICATIONS }, (_, i) => ({
    id: randomUUIDv7(),
    createdAt,
    company: `Company ${i}`,
    tags: [],
    contacts: [],
    description,
    notes: description,
  }))
  const interviews = applications.flatMap(({ id }) =>
    [1, 2, 3].map((round) => ({
      id: randomUUIDv7(),
      createdAt,
      applicationId: id,
      round,
      kind: 'other',
      interviewers: [],
      status: 'completed',
      result: 'advanced',
      heldOn: `2026-05-0${round}`,
    })),
  )
  return { format: 'afterview-journal', formatVersion: 1, applications, interviews }
}

/** A service on a port of its own, and an account in it. */
const openListening = async (t: Test, variables: Record<string, string>) => {
  const service = await openService(t, variables)
  const noor = await service.newAccount()
  await service.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = service.app.server.address() as AddressInfo
  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${noor.secret}` }
    const [answer] = await once(get({ host: '127.0.0.1', port, path, headers, agent: false }), 'response')
    return answer as IncomingMessage
  }
  return { service, noor, ask }
}

/** How many exports are under way: each is a transaction that is open. */
const readersOf = async ({ db }: Service) => {
  const { rows } = await db.$client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database()
       AND application_name = 'afterview' AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`,
  )
  return rows[0]?.count
}

test('a large export', async (t) => {
  const { service, noor, ask } = await openListening(t, { POOL_SIZE: '4' })
  const { body } = await noor.post('/v1/imports', largeFile())
  await service.work()
  const { counts } = (await noor.get(`/v1/imports/${body.id}`)).body
  t.match(counts, { added: APPLICATIONS * 4, invalid: 0 })
  const readers = () => readersOf(service)
  const { data } = (await noor.get('/v1/applications?limit=1')).body
  t.match(data, [{ stage: 'interviewed', interviewCount: 3, lastActivityAt: '2026-05-03T00:00:00.000Z' }])

  for (const name of ['journal.json', 'applications.csv', 'timeline.csv'])
    await t.test(`${name} arrives in pieces, before its end is read`, async (t) => {
      const answer = await ask(`/v1/exports/${name}`)
      t.equal(answer.headers['transfer-encoding'], 'chunked')
      const [first] = await once(answer, 'data')
      t.notOk(answer.complete, 'the first piece is there and the last is not')
      const whole = first + (await text(answer))
      t.ok(answer.complete)
      t.ok(whole.includes(`Company ${APPLICATIONS - 1}`))
    })

  await t.test('is one picture, whatever is written while it is taken', async (t) => {
    const answer = await ask('/v1/exports/journal.json')
    await until(async () => (await readers()) === 1)
    const id = (await noor.post('/v1/applications', { company: 'Too late' })).body.id
    await noor.patch(`/v1/applications/${data[0].id}`, { company: 'Changed' })
    const journal = JSON.parse(await text(answer))
    t.equal(journal.applications.length, APPLICATIONS)
    t.equal(journal.interviews.length, APPLICATIONS * 3)
    t.notOk(journal.applications.some(({ company }: { company: string }) => company === 'Changed'))
    await noor.delete(`/v1/applications/${id}`)
  })

  await t.test('of which somebody loses interest ends there', async (t) => {
    const answer = await ask('/v1/exports/journal.json')
    await until(async () => (await readers()) === 1)
    answer.destroy()
    const { $client: pool } = service.db
    await until(async () => (await readers()) === 0 && pool.totalCount === pool.idleCount)
    t.equal((await noor.get('/v1/me')).status, 200, 'and keeps no connection')
  })

  await t.test('whose database is lost breaks off, so that nobody takes a part for the whole', async (t) => {
    const answer = await ask('/v1/exports/journal.json')
    await service.db.$client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()',
    )
    await t.rejects(text(answer))
    t.notOk(answer.complete)
    t.equal((await noor.get('/v1/applications?limit=1')).status, 200, 'and others are served')
  })

  await t.test('leaves room for others: no more than half of the connections write exports', async (t) => {
    const slow = [await ask('/v1/exports/journal.json'), await ask('/v1/exports/journal.json')]
    await until(async () => (await readers()) === 2)
    const third = await noor.get('/v1/exports/journal.json')
    t.match(third, { status: 503, body: { code: 'overloaded' }, headers: { 'retry-after': /^\d+$/ } })
    t.notOk(third.headers['content-disposition'])
    t.equal((await noor.get('/v1/applications?limit=1')).status, 200)
    for (const answer of slow) answer.destroy()
    await until(async () => (await readers()) === 0)
    t.equal((await ask('/v1/exports/timeline.csv')).statusCode, 200)
  })
})

test('an export of which nobody takes anything for too long is cut off', async (t) => {
  const { service, noor, ask } = await openListening(t, { IDLE_TRANSACTION_TIMEOUT_MS: '300' })
  await addMany(service, noor.accountId, APPLICATIONS)
  await service.db.$client.query(
    "UPDATE applications SET description = repeat('What the opening says. ', 1000)",
  )
  const answer = await ask('/v1/exports/journal.json')
  await until(async () => (await readersOf(service)) === 0)
  await t.rejects(text(answer))
  t.notOk(answer.complete)
})
