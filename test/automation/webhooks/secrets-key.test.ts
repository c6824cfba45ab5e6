import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { openReceiver, provenBy, type Received } from './receiver.ts'

const path = '/v1/webhook-endpoints'
const MINUTE_MS = 60_000

test('a key for secrets that was changed', async (t) => {
  const variables = { WEBHOOK_LOOPBACK: 'on', WEBHOOK_TIMEOUT_MS: '2000' }
  const service = await openService(t, variables)
  service.clock.now = new Date()
  const noor = await service.newAccount()
  const receiver = await openReceiver(t)
  const { id } = (await noor.post(path, { url: receiver.url })).body
  // As if it had been sealed with another key.
  await service.db.$client.query(
    'UPDATE webhook_endpoints SET secret = set_byte(secret, 40, get_byte(secret, 40) # 1)',
  )
  const at = `${path}/${id}`
  await noor.post('/v1/applications', { company: 'Lindgren Optics' })

  await t.test('makes attempts fail, and the log says why', async (t) => {
    t.equal(await service.deliver(), 1)
    const [{ status, attempts }] = (await noor.get(`${at}/deliveries`)).body.data
    t.equal(status, 'pending')
    t.hasStrict(attempts, [{ status: null, error: 'secret_not_readable', answer: null }])
    t.ok((await noor.get(at)).body.failingSince)
    t.equal(receiver.received.length, 0)
  })

  await t.test('is mended by a rotation', async (t) => {
    const { secret } = (await noor.post(`${at}/secret-rotations`)).body
    service.clock.now = new Date(service.clock.now.getTime() + MINUTE_MS)
    t.equal(await service.deliver(), 1)
    const [message] = receiver.received as [Received]
    t.ok(provenBy(secret, message))
    t.equal(String(message.headers['webhook-signature']).split(' ').length, 1)
  })
})

test('without a key for secrets there are no webhooks, and the service says so', async (t) => {
  const service = await openService(t, { SECRETS_KEY: '' })
  const noor = await service.newAccount()
  const { status, body } = await noor.post(path, { url: 'https://hooks.example.com/afterview' })
  t.strictSame([status, body.code], [422, 'secrets_key_missing'])
})
