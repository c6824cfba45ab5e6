import { test } from 'tap'
import type { Body } from '../../support/client.ts'
import { eventsOf } from '../../support/events.ts'
import { withStatus } from './receiver.ts'
import { add, DAY_MS, idsOf, MINUTE_MS, openWebhooks } from './setting.ts'

test('webhooks that do not arrive', async (t) => {
  const { service, real, later, open } = await openWebhooks(t)

  await t.test(
    'that fail come again under the same id, at growing intervals, and are given up in the end',
    async (t) => {
      const { noor, receiver, at, deliveries } = await open(t)
      receiver.answer = withStatus(500, {}, `Sorry: ${'ü'.repeat(2_000)}`)
      await add(noor)
      const waits = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
      await service.deliver()
      for (const seconds of waits) {
        const [{ nextAttemptAt, status }] = (await deliveries()) as [Body]
        const wait = Date.parse(nextAttemptAt) - service.clock.now.getTime()
        t.ok(wait >= seconds * 1_000 && wait <= seconds * 1_100, `${seconds} s, and up to a tenth more`)
        t.equal(status, 'pending')
        later(seconds * 1_000 - 1)
        t.equal(await service.deliver(), 0, 'not before')
        service.clock.now = new Date(nextAttemptAt)
        t.equal(await service.deliver(), 1)
      }
      t.equal(new Set(idsOf(receiver.received)).size, 1)
      t.equal(receiver.received.length, waits.length + 1)
      const timestamps = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']))
      t.ok(new Set(timestamps).size === timestamps.length, 'the timestamp is that of the attempt')
      const [{ status, attempts, nextAttemptAt }] = (await deliveries()) as [Body]
      t.strictSame([status, attempts.length, nextAttemptAt], ['failed', 10, null])
      t.hasStrict(attempts[0], { status: 500, error: null })
      t.match(attempts[0].answer, /^Sorry: ü+/)
      t.ok(Buffer.byteLength(attempts[0].answer) <= 1_026, 'the first kilobyte of the answer is kept')
      t.ok((await noor.get(at)).body.failingSince)
      later(30 * DAY_MS)
      t.equal(await service.deliver(), 0)
    },
  )

  await t.test('wait as long as the receiver asks for, up to a day', async (t) => {
    const { noor, receiver, deliveries } = await open(t)
    const date = new Date(real.getTime() + 600_000)
    date.setMilliseconds(0)
    for (const [asked, seconds] of [
      ['120', 120],
      [date.toUTCString(), (date.getTime() - real.getTime()) / 1_000],
      ['999999999', 86_400],
      ['1', 5],
      ['soon', 5],
    ] as const) {
      service.clock.now = real
      receiver.answer = withStatus(429, { 'retry-after': asked })
      await add(noor)
      await service.deliver()
      const [{ nextAttemptAt }] = (await deliveries()) as [Body]
      const wait = (Date.parse(nextAttemptAt) - real.getTime()) / 1_000
      t.ok(wait >= seconds && wait <= seconds * 1.1, `${asked}: ${wait} s`)
    }
  })

  await t.test('end at once for a receiver that is gone, and an event says so', async (t) => {
    const { noor, receiver, endpoint, at, deliveries } = await open(t)
    receiver.answer = withStatus(410)
    await add(noor)
    await service.deliver()
    t.hasStrict((await noor.get(at)).body, { enabled: false, disabledReason: 'gone' })
    t.equal((await deliveries())[0]?.status, 'failed')
    await add(noor)
    later(DAY_MS)
    t.equal(await service.deliver(), 0)
    t.strictSame((await eventsOf(service, noor.accountId)).at(1), [
      'webhook_endpoint.disabled',
      { webhookEndpointId: endpoint.id, reason: 'gone' },
    ])
    t.hasStrict((await noor.patch(at, { enabled: true })).body, { disabledReason: null, failingSince: null })
    receiver.answer = withStatus(204)
    await add(noor)
    t.equal(await service.deliver(), 1, 'enabled again, it begins with what happens from then on')
  })

  await t.test('that an address before the one of today refuses say nothing of that one', async (t) => {
    const { noor, receiver, at, deliveries } = await open(t)
    const url = receiver.url.replace('/hook', '/moved')
    receiver.answer = async (response) => {
      t.equal((await noor.patch(at, { url })).status, 200)
      response.writeHead(410).end()
    }
    await add(noor)
    await add(noor)
    await service.begin(1, new AbortController().signal).then((begun) => Promise.all(begun))
    t.hasStrict((await noor.get(at)).body, {
      url,
      enabled: true,
      disabledReason: null,
      failingSince: null,
    })
    receiver.answer = withStatus(204)
    later(MINUTE_MS)
    await service.deliver()
    t.strictSame(
      receiver.received.map(({ path }) => path),
      ['/hook', '/moved', '/moved'],
    )
    t.strictSame(new Set((await deliveries()).map(({ status }) => status)), new Set(['succeeded']))
  })

  await t.test('do not go to waste for an address that is mended after days of failure', async (t) => {
    const { noor, receiver, at } = await open(t)
    receiver.answer = withStatus(404)
    await add(noor)
    await service.deliver()
    const { body } = await noor.patch(at, { description: 'Our board' })
    t.ok(body.failingSince, 'another change mends nothing')
    later(5 * DAY_MS)
    const mended = await noor.patch(at, { url: receiver.url.replace('/hook', '/right') })
    t.equal(mended.body.failingSince, null)
    await add(noor)
    await service.deliver()
    t.hasStrict((await noor.get(at)).body, { enabled: true, disabledReason: null })
  })

  await t.test('end after five days of nothing but failure, and go on after one success', async (t) => {
    const { noor, receiver, at } = await open(t)
    const send = async () => {
      await add(noor)
      await service.deliver()
    }
    receiver.answer = withStatus(503)
    await send()
    later(5 * DAY_MS - MINUTE_MS)
    await send()
    t.equal((await noor.get(at)).body.enabled, true)
    receiver.answer = withStatus(204)
    await send()
    t.equal((await noor.get(at)).body.failingSince, null)
    receiver.answer = withStatus(503)
    later(2 * MINUTE_MS)
    await send()
    t.equal((await noor.get(at)).body.enabled, true)
    later(5 * DAY_MS)
    await send()
    t.hasStrict((await noor.get(at)).body, { enabled: false, disabledReason: 'failing' })
    const [type, data] = (await eventsOf(service, noor.accountId)).at(-1) as [string, Body]
    t.strictSame([type, data.reason], ['webhook_endpoint.disabled', 'failing'])
  })
})
