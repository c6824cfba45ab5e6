import { once } from 'node:events'
import { connect } from 'node:net'
import tap, { type Test, test } from 'tap'
import { databaseOf, keptKey, request, startAfterview } from '../support/afterview.ts'
import { endProcess, makeUsedFolder, query, waitFor } from '../support/embedded-postgres.ts'
import { holdRow } from '../support/row-lock.ts'

tap.setTimeout(110_000)

const withKey = (key: string) => ({ 'idempotency-key': key })

/** Sends a POST and never listens to what comes back. */
const sendAndTurnAway = async (t: Test, origin: string, secret: string, key: string, company: string) => {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  socket.on('error', () => undefined)
  t.teardown(() => socket.destroy())
  await once(socket, 'connect')
  const body = JSON.stringify({ company })
  const head = [
    'POST /v1/applications HTTP/1.1',
    'Host: afterview.example',
    `Authorization: Bearer ${secret}`,
    `Idempotency-Key: ${key}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
}

test('a service that is killed while it answers a POST with an Idempotency-Key', async (t) => {
  const folder = await makeUsedFolder(t)
  const first = startAfterview(t, folder)
  const origin = await first.origin
  const secret = await keptKey(folder)
  const { connection } = await databaseOf(folder)
  const stored = (company: string) =>
    query(connection, 'SELECT id FROM applications WHERE company = $1', [company])
  // Makes the account's counter of events, which the second write then waits for.
  await request(origin, secret, 'POST', '/v1/applications', { company: 'Before' })

  await sendAndTurnAway(t, origin, secret, 'after-the-effect', 'Lindgren')
  await waitFor(async () => (await stored('Lindgren')).length > 0)
  const counter = await holdRow(
    t,
    connection,
    'event_counters',
    await accountOf(origin, secret),
    'account_id',
  )
  await sendAndTurnAway(t, origin, secret, 'before-the-effect', 'Halden')
  await counter.somebodyWaits()
  first.process.kill('SIGKILL')
  await first.ended
  await counter.release()

  const second = startAfterview(t, folder)
  const again = await second.origin
  const retry = (key: string, company: string) =>
    request(again, secret, 'POST', '/v1/applications', { company }, withKey(key))

  await t.test('gives the first answer to the retry, where the effect was there before', async (t) => {
    const { status, headers, body } = await retry('after-the-effect', 'Lindgren')
    t.strictSame([status, headers.get('idempotent-replayed')], [201, 'true'])
    t.strictSame(await stored('Lindgren'), [{ id: body.id }])
  })

  await t.test('does it now, where nothing was there yet', async (t) => {
    t.strictSame(await stored('Halden'), [])
    const { status, headers, body } = await retry('before-the-effect', 'Halden')
    t.strictSame([status, headers.get('idempotent-replayed')], [201, null])
    t.strictSame(await stored('Halden'), [{ id: body.id }])
  })
  await endProcess(second.process, 'SIGTERM')
})

const accountOf = async (origin: string, secret: string) =>
  (await request(origin, secret, 'GET', '/v1/me')).body.id as string
