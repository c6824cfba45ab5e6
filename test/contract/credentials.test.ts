import { test } from 'tap'
import { SCOPES } from '../../src/platform/scopes.ts'
import { OPERATOR_KEY, openService } from '../support/service.ts'
import { callsOf, eachCall, endsAccount } from './calls.ts'
import { makeWorld, perform, readAll } from './world.ts'

test('who may call', async (t) => {
  const service = await openService(t)
  const { contract } = service
  const calls = callsOf(contract)
  const account = await service.newAccount()
  const world = await makeWorld(account)
  const guarded = calls.filter(({ credential }) => credential !== 'none')
  const before = await readAll(account, calls, world)

  await t.test('each operation is guarded, or known to be open to all', async (t) => {
    const open = calls.filter(({ credential }) => credential === 'none').map(({ path }) => path)
    t.strictSame(open.sort(), [
      '/.well-known/oauth-protected-resource',
      '/calendar/{token}.ics',
      '/docs/insights/{name}',
      '/docs/problems/{code}',
      '/livez',
      '/readyz',
      '/v1/shared/{token}',
      '/v1/support',
    ])
    const unscoped = guarded.filter(({ scope }) => !scope).map(({ operationId }) => operationId)
    t.strictSame(unscoped.sort(), ['createAccount', 'getMe', 'getMetrics'])
  })

  await t.test('no credentials, or none that the operation takes: 401', async (t) => {
    const removed = await account.post('/v1/api-keys', { name: 'Removed', scopes: ['account:manage'] })
    await account.delete(`/v1/api-keys/${removed.body.id}`)
    const headers = [
      {},
      { authorization: '' },
      { authorization: 'Bearer' },
      { authorization: `Basic ${Buffer.from(`noor:${account.secret}`).toString('base64')}` },
      { authorization: 'Bearer avk_000000000000000000000000000000000000' },
      { authorization: `Bearer ${removed.body.secret}` },
      { authorization: `Bearer ${account.secret}x` },
    ]
    await eachCall(t, guarded, async (t, call) => {
      const wrong = call.credential === 'operator' ? account.secret : OPERATOR_KEY
      for (const each of [...headers, { authorization: `Bearer ${wrong}` }]) {
        const { status, body } = await perform(service.client(), contract, call, world, { headers: each })
        t.strictSame([status, body.code], [401, 'unauthenticated'], JSON.stringify(each))
      }
    })
  })

  await t.test('a key with every scope but the one that is needed: 403, which names it', async (t) => {
    const scoped = guarded.filter(({ scope }) => scope)
    await eachCall(t, scoped, async (t, call) => {
      const scopes = SCOPES.filter((scope) => scope !== call.scope)
      const { body: key } = await account.post('/v1/api-keys', { name: 'All but one', scopes })
      const { status, headers, body } = await perform(service.client(key.secret), contract, call, world)
      t.strictSame([status, body.code], [403, 'insufficient_scope'])
      t.ok(body.detail.includes(call.scope))
      t.ok(headers['www-authenticate']?.includes(`scope="${call.scope}"`))
      await account.delete(`/v1/api-keys/${key.id}`)
    })
  })

  t.strictSame(await readAll(account, calls, world), before, 'and nothing came of it')

  await t.test('a key with the scope that is needed, and no other, gets in', async (t) => {
    const { body: key } = await account.post('/v1/api-keys', { name: 'One', scopes: ['account:manage'] })
    const client = service.client(key.secret)
    const scoped = guarded.filter((call) => call.scope && !endsAccount(call))
    await eachCall(t, scoped, async (t, call) => {
      await account.patch(`/v1/api-keys/${key.id}`, { scopes: [call.scope] })
      const { status, body } = await perform(client, contract, call, world)
      t.notOk([401, 403].includes(status), body.detail)
    })
  })
})
