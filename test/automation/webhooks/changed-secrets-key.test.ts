import { Client } from 'pg'
import { test } from 'tap'
import { request, startAfterview } from '../../support/afterview.ts'
import { endProcess, makeUsedFolder } from '../../support/embedded-postgres.ts'
import { addressOf, newDatabase } from '../../support/server.ts'
import { OPERATOR_KEY } from '../../support/service.ts'
import { until } from '../../support/waiting.ts'
import { openReceiver, provenBy, type Received } from './receiver.ts'

const OLD = 'the-key-for-secrets-of-last-year-0123'
const NEW = 'the-key-for-secrets-of-this-year-0123'
const path = '/v1/webhook-endpoints'

test('the key for secrets is changed, and webhooks go on as they were signed', async (t) => {
  const folder = await makeUsedFolder(t)
  const connection = await newDatabase()
  const database = new Client(connection)
  await database.connect()
  t.teardown(() => database.end())
  const sealed = async () => {
    const { rows } = await database.query('SELECT secret, previous_secret FROM webhook_endpoints')
    return rows.flatMap(({ secret, previous_secret }) => [secret, previous_secret].map(String))
  }
  const receiver = await openReceiver(t)
  const during = async (keys: Record<string, string>, work: (origin: string) => Promise<unknown>) => {
    const variables = { DATABASE_URL: addressOf(connection), OPERATOR_KEY, WEBHOOK_LOOPBACK: 'on' }
    const afterview = startAfterview(t, folder, { ...variables, ...keys })
    await work(await afterview.origin)
    await endProcess(afterview.process, 'SIGTERM')
  }
  let key = ''
  let secrets: string[] = []
  const arrives = async (origin: string) => {
    receiver.received.length = 0
    await request(origin, key, 'POST', '/v1/applications', { company: 'Lindgren Optics' })
    await until(async () => receiver.received.length > 0)
    for (const secret of secrets) t.ok(provenBy(secret, receiver.received[0] as Received))
  }

  await during({ SECRETS_KEY: OLD }, async (origin) => {
    const { body } = await request(origin, OPERATOR_KEY, 'POST', '/v1/accounts', { displayName: 'Noor' })
    key = body.apiKey.secret
    const made = await request(origin, key, 'POST', path, { url: receiver.url })
    const rotated = await request(origin, key, 'POST', `${path}/${made.body.id}/secret-rotations`)
    secrets = [made.body.secret, rotated.body.secret]
    await arrives(origin)
  })
  const before = await sealed()
  await during({ SECRETS_KEY: NEW, SECRETS_KEY_PREVIOUS: OLD }, async (origin) => {
    await arrives(origin)
    await until(async () => (await sealed()).every((each) => !before.includes(each)))
  })
  const anew = await sealed()
  await during({ SECRETS_KEY: NEW, SECRETS_KEY_PREVIOUS: OLD }, arrives)
  await during({ SECRETS_KEY: NEW }, arrives)
  t.strictSame(await sealed(), anew, 'once is enough')
})
