import { setTimeout as pause } from 'node:timers/promises'
import tap, { test } from 'tap'
import { openReceiver } from '../automation/webhooks/receiver.ts'
import { databaseOf, keptKey, request, startAfterview } from '../support/afterview.ts'
import type { Body } from '../support/client.ts'
import { endProcess, makeUsedFolder } from '../support/embedded-postgres.ts'
import { addressOf, newDatabase } from '../support/server.ts'
import { OPERATOR_KEY } from '../support/service.ts'

tap.setTimeout(540_000)

const KILLS = 20
const EVENTS = 200

const SECRETS_KEY = 'the-same-for-every-process-0123456789'

test('webhooks arrive, however often the service is killed and the receiver fails', async (t) => {
  const folder = await makeUsedFolder(t)
  const receiver = await openReceiver(t)
  const arrived = new Map<string, Set<string>>()
  const seen = new Map<string, number>()
  let failed = 0
  receiver.answer = (response, { headers, body }) => {
    const id = String(headers['webhook-id'])
    seen.set(id, (seen.get(id) ?? 0) + 1)
    const fails = receiver.received.length % 3 === 0
    if (fails) failed += 1
    else arrived.set(id, (arrived.get(id) ?? new Set()).add(body))
    response.writeHead(fails ? 500 : 204).end()
  }
  // Beside the service: no kill of it touches the database.
  const DATABASE_URL = addressOf(await newDatabase())
  const start = async () => {
    const afterview = startAfterview(t, folder, {
      DATABASE_URL,
      OPERATOR_KEY,
      SECRETS_KEY,
      WEBHOOK_LOOPBACK: 'on',
      WEBHOOK_TIMEOUT_MS: '500',
      WEBHOOK_RETRY_SECONDS: Array(20).fill('1').join(),
    })
    return { afterview, origin: await afterview.origin }
  }

  let acknowledged = 0
  const write = async (origin: string, key: string, enough: number) => {
    while (acknowledged < enough) {
      const company = `Company ${acknowledged}`
      const { status } = await request(origin, key, 'POST', '/v1/applications', { company })
      if (status === 201) acknowledged += 1
    }
  }
  let key = ''
  for (let kill = 1; kill <= KILLS; kill++) {
    const { afterview, origin } = await start()
    if (kill === 1) {
      const { body } = await request(origin, OPERATOR_KEY, 'POST', '/v1/accounts', { displayName: 'Noor' })
      key = body.apiKey.secret
      await request(origin, key, 'POST', '/v1/webhook-endpoints', { url: receiver.url })
    }
    const writing = write(origin, key, (kill * EVENTS) / KILLS).catch(() => undefined)
    while (acknowledged < ((kill - 1) * EVENTS) / KILLS + 1) await pause(5)
    // In the middle of writing at one time, in the middle of sending at another.
    await pause(Math.random() * 500)
    afterview.process.kill('SIGKILL')
    await Promise.all([afterview.ended, writing])
  }

  const { afterview, origin } = await start()
  await write(origin, key, EVENTS)
  const events: Body[] = []
  for (let after = ''; ; ) {
    const { body } = await request(origin, key, 'GET', `/v1/events?limit=200${after}`)
    events.push(...body.data)
    after = `&after=${body.after}`
    if (!body.hasMore) break
  }
  const missing = () => events.filter(({ id }) => !arrived.has(id))
  while (missing().length > 0) await pause(50)
  t.ok(events.length >= EVENTS)
  t.strictSame(
    [...seen.keys()].sort(),
    events.map(({ id }) => id).sort(),
    'nothing that was not committed came',
  )
  t.strictSame(
    [...arrived].filter(([, bodies]) => bodies.size > 1).map(([id]) => id),
    [],
    'under one id there is one message, however often it came',
  )
  const repeated = [...seen.values()].filter((times) => times > 1).length
  t.comment(
    `${events.length} committed events, ${KILLS} kills, ${receiver.received.length} attempts, ${failed} answered with 500: ` +
      `${arrived.size} arrived, ${missing().length} lost, ${repeated} came more than once under the same webhook-id`,
  )
  await endProcess(afterview.process, 'SIGTERM')
})

test('webhooks are sent by a process of their own, where the service leaves them to it', async (t) => {
  const folder = await makeUsedFolder(t)
  const receiver = await openReceiver(t)
  const shared = { SECRETS_KEY, WEBHOOK_LOOPBACK: 'on' }
  const service = startAfterview(t, folder, { ...shared, WORKER: 'off' })
  const origin = await service.origin
  const key = await keptKey(folder)
  await request(origin, key, 'POST', '/v1/webhook-endpoints', { url: receiver.url })
  await request(origin, key, 'POST', '/v1/applications', { company: 'Lindgren Optics' })
  const { host } = (await databaseOf(folder)).connection
  const DATABASE_URL = `postgres://afterview@localhost/afterview?host=${encodeURIComponent(host)}`
  t.equal(receiver.received.length, 0)
  const worker = startAfterview(t, folder, { ...shared, DATABASE_URL, WORKER: 'only' })
  while (receiver.received.length === 0) await pause(20)
  await endProcess(worker.process, 'SIGTERM')
  t.strictSame(await worker.ended, [0, null])
  t.match(worker.output(), /serves nothing/)
  await endProcess(service.process, 'SIGTERM')

  await t.test('but not without a database that it can share', async (t) => {
    const alone = startAfterview(t, folder, { WORKER: 'only' })
    t.strictSame(await alone.ended, [1, null])
    t.match(alone.errors(), /^WORKER: must be on or off without DATABASE_URL/)
  })
})
