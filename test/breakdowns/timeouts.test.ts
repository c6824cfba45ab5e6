import { once } from 'node:events'
import type { ClientConfig } from 'pg'
import { type Test, test } from 'tap'
import { transaction } from '../../src/context.ts'
import { toProblem } from '../../src/platform/http/error-mapper.ts'
import type { Client } from '../support/client.ts'
import { contextIn } from '../support/context.ts'
import { dropIdle, openLine } from '../support/database-line.ts'
import { waitFor } from '../support/embedded-postgres.ts'
import { holdRow } from '../support/row-lock.ts'
import { openService, type Service } from '../support/service.ts'

type Answer = Awaited<ReturnType<Client['get']>>

/** Each test lets one of them end, none so soon that a busy machine passes it; a wait that another one should end never does. */
const endless = {
  QUERY_TIMEOUT_MS: '3600000',
  STATEMENT_TIMEOUT_MS: '3599999',
  LOCK_TIMEOUT_MS: '3600000',
  IDLE_TRANSACTION_TIMEOUT_MS: '3600000',
  CONNECT_TIMEOUT_MS: '3600000',
}

const isUnavailable = (t: Test, { status, headers, body }: Answer) => {
  t.equal(status, 503)
  t.equal(body.code, 'unavailable')
  t.match(headers['retry-after'], /^\d+$/)
}

/** An application that somebody else holds, and its owner. */
const heldApplication = async (t: Test, service: Service) => {
  const noor = await service.newAccount()
  const { body } = await noor.post('/v1/applications', { company: 'Acme' })
  const lock = await holdRow(t, service.db.$client.options as ClientConfig, 'applications', body.id)
  const rename = (company: string) => noor.patch(`/v1/applications/${body.id}`, { company })
  return { noor, lock, rename }
}

test('a lock that is not to be had in time is a 503, which says that another write has it', async (t) => {
  const service = await openService(t, { ...endless, LOCK_TIMEOUT_MS: '300' })
  const { lock, rename } = await heldApplication(t, service)
  const refusal = await rename('Never')
  isUnavailable(t, refusal)
  t.match(refusal.body.detail, /^Another write holds what this one needs\./)
  await lock.release()
  const { status, body } = await rename('Later')
  t.match({ status, body }, { status: 200, body: { company: 'Later', version: 2 } })
})

test('a statement that takes too long is a 503', async (t) => {
  const service = await openService(t, { ...endless, STATEMENT_TIMEOUT_MS: '1000' })
  const { lock, rename } = await heldApplication(t, service)
  isUnavailable(t, await rename('Never'))
  await lock.release()
  t.equal((await rename('Later')).status, 200)
})

test('a database that falls silent in the middle is a 503', async (t) => {
  const service = await openService(t, { ...endless, QUERY_TIMEOUT_MS: '1000', STATEMENT_TIMEOUT_MS: '900' })
  const line = await openLine(t, service)
  const noor = await service.newAccount()
  const answered: string[] = []
  const writing = ['BEGIN', 'insert into "applications"'].map(async (word, before) => {
    await waitFor(() => line.faults === before)
    line.fault = { word, how: 'silent' }
    isUnavailable(t, await noor.post('/v1/applications', { company: word }))
    answered.push(word)
  })
  await Promise.all(writing)
  t.strictSame(answered, ['BEGIN', 'insert into "applications"'], 'neither waits for a second answer')
  line.fault = undefined
  t.strictSame((await noor.get('/v1/applications')).body, { data: [] })
})

test('a database that does not answer a new connection is a 503, and so is one that is gone', async (t) => {
  const service = await openService(t, { ...endless, CONNECT_TIMEOUT_MS: '1000' })
  const { secret } = await service.newAccount()
  const line = await openLine(t, service)
  for (const how of ['silent', 'lost'] as const) {
    await dropIdle(service)
    line.fault = { word: 'application_name', how }
    isUnavailable(t, await service.client(secret).get('/v1/me'))
    isUnavailable(t, await service.client().get('/readyz'))
    t.equal((await service.client().get('/livez')).status, 200)
    line.fault = undefined
    t.equal((await service.client().get('/readyz')).status, 200)
    t.equal((await service.client(secret).get('/v1/me')).status, 200)
  }
})

test('a pool without a free connection is a 503, and the process is alive all the same', async (t) => {
  const service = await openService(t, { ...endless, POOL_SIZE: '1', CONNECT_TIMEOUT_MS: '1000' })
  const { noor, lock, rename } = await heldApplication(t, service)
  const waiting = rename('Patient')
  await lock.somebodyWaits()
  isUnavailable(t, await noor.get('/v1/me'))
  isUnavailable(t, await service.client().get('/readyz'))
  t.equal((await service.client().get('/livez')).status, 200)
  await lock.release()
  t.equal((await waiting).status, 200)
  t.equal((await noor.get('/v1/me')).status, 200)
})

test('work that leaves its transaction idle loses it', async (t) => {
  const service = await openService(t, { ...endless, IDLE_TRANSACTION_TIMEOUT_MS: '1000' })
  const ctx = await contextIn(service)
  service.db.$client.once('acquire', (client) => {
    lost = once(client, 'end')
  })
  let lost: Promise<unknown> | undefined
  const work = transaction(ctx, async (tx) => {
    await lost
    await tx.db.execute('SELECT 1')
  })
  await work.then(
    () => t.fail('the transaction must not be acknowledged'),
    (error: unknown) => t.equal(toProblem(error).code, 'unavailable'),
  )
  t.equal((await service.client().get('/readyz')).status, 200)
})
