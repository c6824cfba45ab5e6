import { randomUUID } from 'node:crypto'
import { test } from 'tap'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { claimKey } from '../../src/platform/idempotency/answers.ts'
import { keyDigestOf } from '../../src/platform/idempotency/key.ts'
import { rowsOf } from '../support/rows.ts'
import { openService } from '../support/service.ts'
import { callerOf, callsOf, eachCall, endsRecord } from './calls.ts'
import { fill, makeWorld, perform } from './world.ts'

const PAUSE = { from: '2031-08-01', to: '2031-08-07' }

test('a POST with an Idempotency-Key', async (t) => {
  const service = await openService(t)
  const { contract, db } = service
  const calls = callsOf(contract)
  const posts = calls.filter(({ parameters }) => parameters.some(({ name }) => name === 'Idempotency-Key'))
  const open = async () => {
    const account = await service.newAccount()
    const { bodies, ...world } = await makeWorld(account)
    // Each body is made once here, so that the same request can be sent again.
    const made = Object.entries(bodies).map(([name, body]) => [
      name,
      typeof body === 'function' ? body() : body,
    ])
    return { account, world: { ...world, bodies: Object.fromEntries(made) } }
  }
  const once = (key: string) => ({ headers: { 'idempotency-key': key } })

  const shared = await open()

  await eachCall(t, posts, async (t, call) => {
    const { account, world } = endsRecord(call) ? await open() : shared
    const client = callerOf(service, call, account)
    const send = (key: string) => perform(client, contract, call, world, once(key))
    const read = () => rowsOf(service, account.accountId)
    const [key, used] = [randomUUID(), randomUUID()]
    const elsewhere = posts.find((it) => it.credential === call.credential && it !== call)
    const other = elsewhere
      ? await perform(client, contract, elsewhere, world, once(used))
      : await client.post(fill(call.path, world), { displayName: 'Somebody else' }, once(used).headers)
    t.ok(other.status < 300)
    const before = await read()

    await t.test('is refused when the key came with another request before: 422', async (t) => {
      const { status, body } = await send(used)
      t.strictSame([status, body.code], [422, 'idempotency_key_reused'])
    })

    await t.test('is refused while the first one is being answered: 409', async (t) => {
      const owner = call.credential === 'operator' ? '' : account.accountId
      await inTransaction(db, async (held) => {
        t.ok(await claimKey(held, keyDigestOf(owner, key)))
        const { status, body } = await send(key)
        t.strictSame([status, body.code], [409, 'idempotency_key_in_use'])
      })
    })

    t.strictSame(await read(), before, 'and nothing came of either')

    await t.test('is done once, and answered alike each time it comes', async (t) => {
      const first = await send(key)
      t.ok(first.status < 300, `${first.status}`)
      t.notOk(first.headers['idempotent-replayed'])
      const after = await read()
      for (const again of [key, `"${key}"`]) {
        const { status, headers, body } = await send(again)
        t.strictSame([status, body], [first.status, first.body])
        for (const name of ['location', 'etag', 'content-type', 'cache-control'])
          t.equal(headers[name], first.headers[name], name)
        t.equal(headers['idempotent-replayed'], 'true')
      }
      t.strictSame(await read(), after)
    })
  })

  await t.test('is refused with a key that is none: 400', async (t) => {
    const { account, world } = shared
    await eachCall(t, posts, async (t, call) => {
      for (const key of ['', '""', 'a'.repeat(256), `"${'a'.repeat(256)}"`, 'a"b', 'caf\u00e9', 'a\tb']) {
        const client = callerOf(service, call, account)
        const { status, body } = await perform(client, contract, call, world, once(key))
        t.strictSame([status, body.code], [400, 'invalid_request'], key)
        t.match(body.errors, [{ pointer: '/headers/idempotency-key' }])
      }
    })
  })

  await t.test('takes a key of 255 characters, and no less where quotes stand around it', async (t) => {
    const key = randomUUID().padEnd(255, ' !~')
    const { id } = (await shared.account.post('/v1/pauses', PAUSE, once(key).headers)).body
    const again = await shared.account.post('/v1/pauses', PAUSE, once(`"${key}"`).headers)
    t.match(again, { status: 201, body: { id }, headers: { 'idempotent-replayed': 'true' } })
  })
})
