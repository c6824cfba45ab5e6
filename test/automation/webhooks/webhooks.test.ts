import { createPublicKey, verify } from 'node:crypto'
import { test } from 'tap'
import type { Body } from '../../support/client.ts'
import { validatorsOf } from '../../support/conformance.ts'
import { openReceiver, provenBy, type Received, withStatus } from './receiver.ts'
import { add, DAY_MS, idsOf, MINUTE_MS, openWebhooks, path, typesOf } from './setting.ts'

test('webhooks', async (t) => {
  const { service, real, later, open } = await openWebhooks(t)

  await t.test('bring each event, signed so that the library of the standard finds it right', async (t) => {
    const { noor, receiver, endpoint } = await open(t)
    const applicationId = await add(noor)
    t.equal(await service.deliver(), 1)
    const [message] = receiver.received
    t.ok(message && provenBy(endpoint.secret, message))
    const [event] = (await noor.get('/v1/events')).body.data
    t.strictSame(JSON.parse(message?.body ?? ''), {
      id: event.id,
      type: 'application.created',
      timestamp: event.occurredAt,
      data: { applicationId, stage: 'saved', status: 'open' },
    })
    t.hasStrict(message?.headers, {
      'content-type': 'application/json',
      'webhook-id': event.id,
      'webhook-timestamp': String(Math.floor(real.getTime() / 1_000)),
    })
    const forged = { ...message, body: message?.body.replace('open', 'closed') } as Received
    t.notOk(provenBy(endpoint.secret, forged), 'what was changed on the way is found out')
    t.equal(await service.deliver(), 0, 'once is enough')
  })

  await t.test(
    'begin with what happens after their endpoint was made, and bring what it names',
    async (t) => {
      const noor = await service.newAccount()
      const receiver = await openReceiver(t)
      await add(noor)
      const eventTypes = ['interview.created', 'outcome.recorded']
      await noor.post(path, { url: receiver.url, eventTypes })
      const id = await add(noor)
      await noor.post(`/v1/applications/${id}/interviews`, { heldOn: '2026-03-17' })
      await noor.put(`/v1/applications/${id}/outcome`, { kind: 'rejected' })
      await service.deliver()
      t.strictSame(typesOf(receiver.received).sort(), eventTypes)
    },
  )

  await t.test('of one account go to its own endpoints alone', async (t) => {
    const { noor, receiver } = await open(t)
    const sam = await open(t)
    await add(noor)
    await service.deliver()
    t.strictSame([receiver.received.length, sam.receiver.received.length], [1, 0])
  })

  await t.test('keep their secret: it is shown once, and nobody finds it in the database', async (t) => {
    const { noor, endpoint, at } = await open(t)
    const key = Buffer.from(endpoint.secret.replace('whsec_', ''), 'base64')
    t.match(endpoint.secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
    t.equal(key.length, 32)
    t.notOk('secret' in (await noor.get(at)).body)
    const { rows } = await service.db.$client.query('SELECT e::text AS row FROM webhook_endpoints e')
    const stored = rows.map(({ row }) => row).join('\n')
    for (const form of [endpoint.secret, key.toString('hex'), key.toString('base64')])
      t.notOk(stored.includes(form))
  })

  await t.test(
    'are signed with both secrets for a day after a rotation, and then with the new one',
    async (t) => {
      const { noor, receiver, endpoint, at } = await open(t)
      const rotated = await noor.post(`${at}/secret-rotations`)
      t.equal(rotated.status, 201)
      t.not(rotated.body.secret, endpoint.secret)
      t.equal(rotated.body.previousSecretUntil, new Date(real.getTime() + DAY_MS).toISOString())
      await add(noor)
      await service.deliver()
      const proven = () =>
        [endpoint.secret, rotated.body.secret].map((secret) =>
          provenBy(secret, receiver.received.at(-1) as Received),
        )
      t.strictSame(proven(), [true, true])
      // As if it had been a day ago: the library knows no other clock than that of the machine.
      await service.db.$client.query(
        "UPDATE webhook_endpoints SET previous_secret_until = previous_secret_until - interval '24 hours' WHERE id = $1",
        [endpoint.id],
      )
      await add(noor)
      await service.deliver()
      t.strictSame(proven(), [false, true])
    },
  )

  await t.test(
    'are signed with every secret that was replaced within a day, however often that was',
    async (t) => {
      const { noor, receiver, endpoint, at } = await open(t)
      const rotate = async (ago: number) => {
        service.clock.now = new Date(real.getTime() - ago)
        return (await noor.post(`${at}/secret-rotations`)).body.secret as string
      }
      const second = await rotate(DAY_MS)
      const third = await rotate(DAY_MS - MINUTE_MS)
      const atOnce = await Promise.all([rotate(0), rotate(0)])
      await add(noor)
      await service.deliver()
      const [message] = receiver.received as [Received]
      t.notOk(provenBy(endpoint.secret, message), 'its day is over')
      for (const secret of [second, third, ...atOnce]) t.ok(provenBy(secret, message))
      t.equal(String(message.headers['webhook-signature']).split(' ').length, 4)
    },
  )

  await t.test(
    'are signed with five secrets at most: another one has to wait for the first to end',
    async (t) => {
      const { noor, at } = await open(t)
      const rotate = (ago: number) => {
        service.clock.now = new Date(real.getTime() - ago)
        return noor.post(`${at}/secret-rotations`)
      }
      for (const hours of [5, 4, 3, 2]) t.equal((await rotate((hours * DAY_MS) / 24)).status, 201)
      const before = (await noor.get(at)).body
      const { status, body } = await rotate(0)
      t.strictSame([status, body.code], [409, 'secrets_overlapping'])
      const possible = new Date(real.getTime() + (19 * DAY_MS) / 24).toISOString()
      t.equal(body.detail, `5 secrets sign already. The first of them ends at ${possible}.`)
      t.strictSame((await noor.get(at)).body, before, 'the last one stays in force')
      t.equal((await rotate((-19 * DAY_MS) / 24)).status, 201)
    },
  )

  await t.test('are signed with Ed25519 where that was chosen, and a public key proves it', async (t) => {
    const { noor, receiver, endpoint, at } = await open(t, { scheme: 'v1a' })
    t.strictSame([endpoint.scheme, endpoint.secret], ['v1a', null])
    t.match(endpoint.publicKey, /^whpk_/)
    const { publicKey } = (await noor.post(`${at}/secret-rotations`)).body
    t.equal((await noor.get(at)).body.publicKey, publicKey)
    await add(noor)
    await service.deliver()
    const [{ headers, body }] = receiver.received as [Received]
    const content = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    const signatures = String(headers['webhook-signature']).split(' ')
    t.equal(signatures.length, 2, 'the key before proves it, too')
    for (const [i, spoken] of [publicKey, endpoint.publicKey].entries()) {
      const x = Buffer.from(spoken.replace('whpk_', ''), 'base64').toString('base64url')
      const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } })
      const signature = Buffer.from(signatures[i]?.replace(/^v1a,/, '') ?? '', 'base64')
      t.ok(verify(null, content, key, signature))
    }
  })

  await t.test('follow no redirect', async (t) => {
    const { noor, receiver, deliveries } = await open(t)
    const elsewhere = await openReceiver(t)
    for (const status of [301, 302, 307, 308]) {
      receiver.answer = withStatus(status, { location: elsewhere.url })
      await add(noor)
      await service.deliver()
      t.equal((await deliveries())[0]?.attempts[0].status, status)
    }
    t.equal(elsewhere.received.length, 0)
  })

  await t.test(
    'stop when the endpoint is disabled, and what happens meanwhile can be replayed',
    async (t) => {
      const { noor, receiver, endpoint, at, deliveries } = await open(t, {
        eventTypes: ['application.created'],
      })
      receiver.answer = withStatus(500)
      await add(noor)
      await service.deliver()
      t.equal((await noor.patch(at, { enabled: false })).status, 200)
      t.equal((await deliveries())[0]?.status, 'cancelled')
      const missed = await add(noor)
      await noor.post('/v1/wins', { text: 'I asked for time to think.' })
      const delivery = (await deliveries())[0]?.id
      for (const url of ['/test', '/replays', `/deliveries/${delivery}/retries`]) {
        const { status, body } = await noor.post(
          `${at}${url}`,
          url === '/replays' ? { from: real } : undefined,
        )
        t.strictSame([status, body.code], [422, 'endpoint_disabled'], url)
      }
      receiver.answer = withStatus(204)
      receiver.received.length = 0
      await noor.patch(at, { enabled: true })
      later(DAY_MS)
      t.equal(await service.deliver(), 0)
      const replay = await noor.post(`${at}/replays`, { from: real.toISOString() })
      t.strictSame([replay.status, replay.body.deliveries], [201, 2])
      await service.deliver()
      const sent = receiver.received.map(({ body }) => JSON.parse(body))
      t.ok(sent.some(({ data }) => data.applicationId === missed))
      t.strictSame(
        sent.map(({ id }) => id).sort(),
        (await noor.get('/v1/events?types=application.created')).body.data.map(({ id }: Body) => id),
        'under the ids of the events',
      )
      for (const span of [{ from: real }, { from: real, to: real }, { to: real }, { from: 'today' }])
        if (!('from' in span) || span.from !== real || 'to' in span)
          t.equal((await noor.post(`${at}/replays`, span)).status, 400)
      t.ok(endpoint.id)
    },
  )

  await t.test('are logged as they went when the endpoint was disabled meanwhile', async (t) => {
    for (const [answered, status] of [
      [204, 'succeeded'],
      [500, 'cancelled'],
    ] as const) {
      const { noor, receiver, at, deliveries } = await open(t)
      receiver.answer = async (response) => {
        t.equal((await noor.patch(at, { enabled: false })).status, 200)
        t.equal((await deliveries())[0]?.status, 'cancelled')
        response.writeHead(answered).end()
      }
      await add(noor)
      await service.deliver()
      const [delivery] = (await deliveries()) as [Body]
      t.strictSame([delivery.status, delivery.nextAttemptAt], [status, null])
      t.hasStrict(delivery.attempts, [{ status: answered, error: null }])
      later(DAY_MS)
      t.equal(await service.deliver(), 0, 'it is not sent again')
    }
  })

  await t.test('can be tried out, and sent once more', async (t) => {
    const { noor, receiver, endpoint, at, deliveries } = await open(t, { eventTypes: ['win.created'] })
    const tried = await noor.post(`${at}/test`)
    t.strictSame([tried.status, tried.body.status], [201, 'pending'])
    await service.deliver()
    const [message] = receiver.received
    t.ok(message && provenBy(endpoint.secret, message))
    t.strictSame(typesOf(receiver.received), ['webhook_endpoint.test'])
    const { components, webhooks } = service.contract as Body
    const { content } = webhooks['webhook_endpoint.test'].post.requestBody
    const fits = validatorsOf(components).compile(content['application/json'].schema)
    t.ok(fits(JSON.parse(message?.body ?? '')), 'as the contract says')
    const read = await noor.get(tried.headers.location as string)
    t.hasStrict(read.body, { status: 'succeeded', eventType: 'webhook_endpoint.test' })
    t.strictSame(await deliveries(), [read.body])
    const again = await noor.post(`${tried.headers.location}/retries`)
    t.strictSame([again.status, again.body.status], [201, 'pending'])
    await service.deliver()
    t.strictSame(new Set(idsOf(receiver.received)), new Set([read.body.eventId]))
    t.equal((await noor.get(tried.headers.location as string)).body.attempts.length, 2)
    const other = await noor.post(path, { url: receiver.url })
    const foreign = `${path}/${other.body.id}/deliveries/${read.body.id}`
    t.equal((await noor.get(foreign)).status, 404, 'it belongs to the other endpoint')
    t.equal((await noor.post(`${foreign}/retries`)).status, 404)
  })

  await t.test('go to twenty endpoints at most, also to the same URL twice', async (t) => {
    const { noor, receiver, endpoint } = await open(t)
    for (let i = 1; i < 20; i++) t.equal((await noor.post(path, { url: receiver.url })).status, 201)
    const { status, body } = await noor.post(path, { url: receiver.url })
    t.strictSame([status, body.code], [422, 'endpoint_limit_reached'])
    await noor.delete(`${path}/${endpoint.id}`)
    t.equal((await noor.post(path, { url: receiver.url })).status, 201)
    await add(noor)
    await service.deliver()
    t.equal(receiver.received.length, 20)
    t.equal(new Set(idsOf(receiver.received)).size, 1)
  })

  await t.test('end with the account', async (t) => {
    const { noor, receiver } = await open(t)
    await add(noor)
    await noor.send('DELETE', '/v1/me', {
      payload: JSON.stringify({ confirm: noor.accountId }),
      headers: { 'content-type': 'application/json' },
    })
    t.equal(await service.deliver(), 0)
    t.equal(receiver.received.length, 0)
  })

  await t.test('are sent by one worker each, however many there are', async (t) => {
    const { noor, receiver } = await open(t)
    for (let i = 0; i < 30; i++) await add(noor, `Company ${i}`)
    const made = await Promise.all([service.deliver(), service.deliver(), service.deliver()])
    t.equal(receiver.received.length, 30)
    t.equal(new Set(idsOf(receiver.received)).size, 30)
    t.comment(`three workers made ${made.join(', ')} attempts`)
  })

  await t.test('a worker that is gone loses nothing: another one takes its work over', async (t) => {
    const { noor, receiver } = await open(t)
    await add(noor)
    void service.deliver(() => new Promise(() => undefined))
    while (
      (await service.db.$client.query('SELECT 1 FROM webhook_deliveries WHERE started_at IS NOT NULL'))
        .rowCount === 0
    )
      await new Promise(setImmediate)
    t.equal(await service.deliver(), 0, 'it may still be at it')
    later(4_001)
    t.equal(await service.deliver(), 1)
    t.equal(receiver.received.length, 1)
  })
})
