import { setImmediate as nextTurn } from 'node:timers/promises'
import { test } from 'tap'
import { waitFor } from '../support/embedded-postgres.ts'
import { OPERATOR_KEY, openService } from '../support/service.ts'

/** Keeps the event loop from its work, as one long computation would. */
const blockLoop = (milliseconds: number) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

test('a service whose event loop is late', async (t) => {
  const service = await openService(t, { MAX_EVENT_LOOP_DELAY_MS: '100' })
  const noor = await service.newAccount()
  const ask = () => noor.get('/v1/me')
  let refusal = await ask()
  while (refusal.status === 200) {
    blockLoop(300)
    await nextTurn()
    refusal = await ask()
  }
  const untold = await service.client(OPERATOR_KEY).get('/metrics')

  await t.test('refuses work for a while, and says for how long', async (t) => {
    t.equal(refusal.status, 503)
    t.equal(refusal.headers['content-type'], 'application/problem+json')
    t.match(refusal.headers['retry-after'], /^[1-9]\d*$/)
    t.match(refusal.body, { code: 'overloaded', title: 'Too busy right now' })
    t.match(untold, { status: 503, body: { code: 'overloaded' } })
  })

  await t.test('is alive all the same', async (t) => {
    t.equal((await service.client().get('/livez')).status, 200)
  })

  await t.test('takes work again when the loop is on time', async (t) => {
    await waitFor(async () => (await ask()).status === 200)
    t.equal((await noor.post('/v1/applications', { company: 'Acme' })).status, 201)
  })
})

test('a service that may be late is not overloaded by one long computation', async (t) => {
  const service = await openService(t, { MAX_EVENT_LOOP_DELAY_MS: '600000' })
  const noor = await service.newAccount()
  for (let turn = 0; turn < 3; turn++) {
    blockLoop(1_050)
    // The first turn may begin behind the timers, the second comes after them.
    await nextTurn()
    await nextTurn()
  }
  t.equal((await noor.get('/v1/me')).status, 200)
})
