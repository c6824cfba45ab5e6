import { test } from 'tap'
import type { Body } from '../../support/client.ts'
import { withStatus } from './receiver.ts'
import { add, DAY_MS, idsOf, openWebhooks, path } from './setting.ts'

test('webhooks that are sent anew', async (t) => {
  const { service, real, open } = await openWebhooks(t)

  await t.test('of replays that overlap do not add up, and what waits is sent at once', async (t) => {
    const { noor, receiver, at, deliveries } = await open(t)
    receiver.answer = withStatus(503)
    await add(noor)
    await add(noor)
    await service.deliver()
    t.ok((await deliveries()).every(({ nextAttemptAt }) => nextAttemptAt > real.toISOString()))
    const replay = () => noor.post(`${at}/replays`, { from: real.toISOString() })
    const replays = await Promise.all(Array.from({ length: 8 }, replay))
    for (const { status, body } of replays) t.strictSame([status, body.deliveries], [201, 2])
    t.equal((await deliveries()).length, 2)
    receiver.answer = withStatus(204)
    t.equal(await service.deliver(), 2)
    t.strictSame(new Set((await deliveries()).map(({ status }) => status)), new Set(['succeeded']))
    await replay()
    t.equal((await deliveries()).length, 4, 'what has arrived is sent once more')
  })

  await t.test('that a replay meets on their way for the first time are not sent twice', async (t) => {
    const { noor, receiver, at, deliveries } = await open(t)
    await add(noor)
    await service.deliver()
    await add(noor)
    const replay = await noor.post(`${at}/replays`, { from: real.toISOString() })
    t.strictSame([replay.status, replay.body.deliveries], [201, 2])
    t.equal(await service.deliver(), 2)
    const [sent, news] = (await noor.get('/v1/events')).body.data
    t.strictSame(idsOf(receiver.received).sort(), [sent.id, sent.id, news.id].sort())
    t.equal((await deliveries()).length, 3)
  })

  await t.test('wait a thousand at a time for one endpoint, and no more are taken on', async (t) => {
    const { noor, at, deliveries } = await open(t)
    await add(noor)
    await service.deliver()
    const [sent] = (await deliveries()) as [Body]
    const waiting = (count: number, endpoint: string) =>
      service.db.$client.query(
        `INSERT INTO webhook_deliveries (account_id, id, version, created_at, updated_at, endpoint_id, event_id, event_type, payload, due_at)
         SELECT $1, gen_random_uuid(), 1, $2, $2, $3, gen_random_uuid(), 'pitch.created', '{}', $4 FROM generate_series(1, $5::int)`,
        [noor.accountId, real, endpoint, new Date(real.getTime() + DAY_MS), count],
      )
    const id = at.slice(path.length + 1)
    await waiting(999, id)
    t.equal((await noor.post(`${at}/test`)).status, 201, 'there is room for one')
    for (const [url, body] of [
      ['/test', undefined],
      ['/replays', { from: real.toISOString() }],
      [`/deliveries/${sent.id}/retries`, undefined],
    ] as const) {
      const refused = await noor.post(`${at}${url}`, body)
      t.strictSame([refused.status, refused.body.code], [409, 'deliveries_pending'], url)
    }
    await add(noor)
    const begin = async () => Promise.all(await service.begin(50, new AbortController().signal))
    t.equal((await begin()).length, 1, 'the test, while what is new has to wait')
    t.equal((await begin()).length, 1, 'until there is room')
    t.equal((await noor.patch(at, { enabled: false })).status, 200)
    const { rows } = await service.db.$client.query(
      "SELECT count(*)::int AS left FROM webhook_deliveries WHERE endpoint_id = $1 AND status = 'pending'",
      [id],
    )
    t.strictSame(rows, [{ left: 0 }])
  })

  await t.test('of more than a thousand events are not replayed at once', async (t) => {
    const { noor, at } = await open(t)
    await service.db.$client.query(
      `INSERT INTO events (account_id, sequence, id, type, data, occurred_at)
       SELECT $1, n, gen_random_uuid(), 'pitch.created', '{}', $2 FROM generate_series(1, 1001) n`,
      [noor.accountId, real],
    )
    const { status, body } = await noor.post(`${at}/replays`, { from: '2020-01-01T00:00:00Z' })
    t.strictSame([status, body.code], [422, 'replay_too_large'])
  })
})
