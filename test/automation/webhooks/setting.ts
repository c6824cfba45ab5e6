import type { Test } from 'tap'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { openReceiver, type Received } from './receiver.ts'

export const path = '/v1/webhook-endpoints'
export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000

export const add = async (client: Client, company = 'Lindgren Optics') =>
  (await client.post('/v1/applications', { company })).body.id as string

export const typesOf = (received: Received[]) => received.map(({ body }) => JSON.parse(body).type)
export const idsOf = (received: Received[]) => received.map(({ headers }) => headers['webhook-id'])

/** A service that sends webhooks to this machine, at the time that it really is; each test begins without endpoints. */
export const openWebhooks = async (t: Test) => {
  const service = await openService(t, { WEBHOOK_LOOPBACK: 'on', WEBHOOK_TIMEOUT_MS: '2000' })
  // The receiver's library holds the time of a message against its own clock.
  const real = new Date()
  service.clock.now = real
  t.beforeEach(async () => {
    service.clock.now = real
    await service.db.$client.query('DELETE FROM webhook_endpoints')
  })
  const later = (milliseconds: number) => {
    service.clock.now = new Date(service.clock.now.getTime() + milliseconds)
  }

  const open = async (t: Test, members: object = {}) => {
    const noor = await service.newAccount()
    const receiver = await openReceiver(t)
    const { status, body: endpoint } = await noor.post(path, { url: receiver.url, ...members })
    t.equal(status, 201)
    const at = `${path}/${endpoint.id}`
    const deliveries = async () => (await noor.get(`${at}/deliveries`)).body.data as Body[]
    return { noor, receiver, endpoint, at, deliveries }
  }
  return { service, real, later, open }
}
