import { randomUUID } from 'node:crypto'
import { test } from 'tap'
import type { Client } from '../support/client.ts'
import { openLine } from '../support/database-line.ts'
import { openService } from '../support/service.ts'

const key = (value: string = randomUUID()) => ({ 'idempotency-key': value })
const HOUR = 3_600_000

test('writes that a client repeats', async (t) => {
  const service = await openService(t, { POOL_SIZE: '10' })
  const companies = async (client: Client) => {
    const { body } = await client.get('/v1/applications?limit=200')
    return body.data.map(({ company }: { company: string }) => company)
  }

  await t.test('fifty at once with one key: one record, the others replayed or told to wait', async (t) => {
    const noor = await service.newAccount()
    const header = key()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => noor.post('/v1/applications', { company: 'Lindgren' }, header)),
    )
    const made = answers.filter(({ status, headers }) => status === 201 && !headers['idempotent-replayed'])
    const replayed = answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true')
    const waiting = answers.filter(({ body }) => body.code === 'idempotency_key_in_use')
    t.equal(made.length, 1)
    t.equal(replayed.length + waiting.length, 49)
    for (const { status, body } of replayed) t.strictSame([status, body], [201, made[0]?.body])
    for (const { status } of waiting) t.equal(status, 409)
    t.strictSame(await companies(noor), ['Lindgren'])
    t.comment(`${replayed.length} replayed, ${waiting.length} told to wait`)
  })

  await t.test('the same key with another body, path or account', async (t) => {
    const [noor, sam] = [await service.newAccount(), await service.newAccount()]
    const header = key()
    t.equal((await noor.post('/v1/applications', { company: 'Lindgren' }, header)).status, 201)
    const other = await noor.post('/v1/applications', { company: 'Halden' }, header)
    t.strictSame([other.status, other.body.code], [422, 'idempotency_key_reused'])
    const elsewhere = await noor.post('/v1/plans', { if: 'they ask', then: 'I breathe' }, header)
    t.equal(elsewhere.status, 422)
    t.strictSame(await companies(noor), ['Lindgren'])
    const his = await sam.post('/v1/applications', { company: 'Halden' }, header)
    t.equal(his.status, 201, 'keys of two accounts have nothing to do with each other')
  })

  await t.test('a refusal is an answer too, and stays the answer', async (t) => {
    const noor = await service.newAccount()
    const { body: application } = await noor.post('/v1/applications', { company: 'Lindgren' })
    const { body: reflection } = await noor.post('/v1/reflections', {
      subject: { applicationId: application.id },
    })
    const header = key()
    const complete = () => noor.post(`/v1/reflections/${reflection.id}/completion`, undefined, header)
    const first = await complete()
    t.strictSame([first.status, first.body.code], [422, 'reflection_incomplete'])
    await noor.post(`/v1/reflections/${reflection.id}/answers`, { step: 'went_well', text: 'I was calm.' })
    const again = await complete()
    t.strictSame([again.status, again.body], [422, first.body])
    t.equal(again.headers['idempotent-replayed'], 'true')
    t.equal(again.headers['content-type'], 'application/problem+json')
  })

  await t.test('what was refused before it began may be sent anew with the same key', async (t) => {
    const noor = await service.newAccount()
    const header = key()
    t.equal((await noor.post('/v1/applications', {}, header)).status, 400)
    t.equal((await noor.post('/v1/applications', { company: 'Lindgren' }, header)).status, 201)
  })

  await t.test('after 24 hours the key is free again', async (t) => {
    const noor = await service.newAccount()
    const header = key()
    const { body: first } = await noor.post('/v1/applications', { company: 'Lindgren' }, header)
    const start = service.clock.now
    service.clock.now = new Date(start.getTime() + 24 * HOUR - 1)
    const { body: second } = await noor.post('/v1/applications', { company: 'Lindgren' }, header)
    t.equal(second.id, first.id)
    service.clock.now = new Date(start.getTime() + 24 * HOUR)
    const { body: third } = await noor.post('/v1/applications', { company: 'Halden' }, header)
    t.not(third.id, first.id)
    const { body: fourth } = await noor.post('/v1/applications', { company: 'Halden' }, header)
    t.equal(fourth.id, third.id)
  })

  await t.test('the secret of a new key is shown again, and stands nowhere', async (t) => {
    const noor = await service.newAccount()
    const header = key('rotate-once')
    const make = () => noor.post('/v1/api-keys', { name: 'Zap', scopes: ['journal:read'] }, header)
    const [first, again] = [await make(), await make()]
    t.match(first.body.secret, /^avk_/)
    t.equal(again.body.secret, first.body.secret)
    const { rows } = await service.db.$client.query(
      `SELECT idempotent_answers.*::text AS row, encode(body, 'escape') AS body FROM idempotent_answers`,
    )
    t.ok(rows.length > 0)
    for (const { row, body } of rows) {
      for (const secret of [first.body.secret, 'rotate-once', noor.secret ?? ''])
        t.notOk(`${row} ${body}`.includes(secret))
    }
  })
})

test('a write with a key, whose confirmation was lost', async (t) => {
  const service = await openService(t, {
    POOL_SIZE: '2',
    QUERY_TIMEOUT_MS: '1000',
    STATEMENT_TIMEOUT_MS: '900',
  })
  const line = await openLine(t, service)
  const noor = await service.newAccount()
  for (const [how, replayed] of [
    ['lost', undefined],
    ['unanswered', 'true'],
    ['silent', 'true'],
  ] as const) {
    await t.test(`COMMIT ${how}: the retry settles it`, async (t) => {
      const header = key()
      const send = () => noor.post('/v1/applications', { company: how }, header)
      line.fault = { word: 'COMMIT', how }
      t.equal((await send()).status, 503)
      line.fault = undefined
      let retry = await send()
      // The database may not have noticed yet that the first one is gone.
      while (retry.status === 409) retry = await send()
      t.strictSame([retry.status, retry.headers['idempotent-replayed']], [201, replayed])
      const { body } = await noor.get('/v1/applications?limit=200')
      t.equal(body.data.filter(({ company }: { company: string }) => company === how).length, 1)
    })
  }
})
