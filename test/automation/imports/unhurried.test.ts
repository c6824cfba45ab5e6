import { setImmediate } from 'node:timers/promises'
import { test } from 'tap'
import { openService } from '../../support/service.ts'

const ROWS = 4_000

test('others are answered while a long file is read', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const pool = service.db.$client
  const payload = `Company,Role,Applied,Notes\n${`,,2026-03-02,${'a'.repeat(200)}\n`.repeat(ROWS)}`
  let underWay = true
  const done = noor
    .send('POST', '/v1/imports?dryRun=true', { payload, headers: { 'content-type': 'text/csv' } })
    .finally(() => {
      underWay = false
    })
  // While nothing waits for the database, an answer shows that the reading itself let go.
  const isReading = () => underWay && pool.totalCount === pool.idleCount
  let answered = 0
  while (underWay) {
    // An injected request needs no turn of the event loop of its own; one that comes over the network does.
    await setImmediate()
    const before = isReading()
    const { status } = await service.client().get('/livez')
    if (before && isReading() && status === 200) answered += 1
  }
  t.match((await done).body.counts, { rows: ROWS, invalid: ROWS })
  t.ok(answered > 10, 'answers in between')
})
