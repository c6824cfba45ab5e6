import { test } from 'tap'
import type { Client } from '../support/client.ts'
import { openService, type Service } from '../support/service.ts'
import { type Call, callerOf, callsOf, eachCall, endsRecord } from './calls.ts'
import { fill, makeWorld, perform, worldsOf } from './world.ts'

/** An address that opens without a key is a grant, and a key cannot grant more than itself. */
const BESIDES: Record<string, string[]> = {
  createCalendarFeed: ['journal:read'],
  createShareLink: ['insights:read'],
}

/** A key that holds the one scope alone; where none is named, one that is of no use for the rest. */
const keyWith = async (
  service: Service,
  account: Client,
  scope = 'coaching:read',
  besides: string[] = [],
) => {
  const { body } = await account.post('/v1/api-keys', { name: 'One scope', scopes: [scope, ...besides] })
  return { client: service.client(body.secret), remove: () => account.delete(`/v1/api-keys/${body.id}`) }
}

test('each operation answers what it documents, to a key with no other scope than the one it names', async (t) => {
  const service = await openService(t)
  const { contract } = service
  const calls = callsOf(contract)
  const removalOf = ({ path }: Call) => calls.find((it) => it.path === path && it.method === 'DELETE')

  const shared = await service.newAccount()
  const sharedWorld = await makeWorld(shared)
  const worldWith = worldsOf(service)

  await eachCall(t, calls, async (t, call) => {
    const removes = ['DELETE', 'PUT'].includes(call.method) || endsRecord(call)
    const { account, world } = removes ? await worldWith(call.path) : { account: shared, world: sharedWorld }
    const key = await keyWith(service, account, call.scope, BESIDES[call.operationId])
    const client = callerOf(service, call, key.client)
    const expected = ['200', '201', '204'].filter((status) => call.statuses.has(status))
    if (call.method === 'PUT' && removalOf(call)) await account.delete(fill(call.path, world))
    const searches = world.searches[call.operationId] ?? expected.map(() => '')
    const seen: number[] = []
    for (const search of searches)
      seen.push((await perform(client, contract, call, world, { search })).status)
    t.strictSame(seen.map(String).sort(), expected)
    await key.remove()
  })

  await t.test('HEAD answers as GET does, without the body', async (t) => {
    const account = await service.newAccount()
    const world = await makeWorld(account)
    const reads = calls.filter(({ method }) => method === 'GET')
    await eachCall(t, reads, async (t, call) => {
      const client = callerOf(service, call, account)
      const get = await perform(client, contract, call, world)
      const head = await client.send('HEAD', fill(call.path, world))
      t.equal(head.status, get.status)
      t.equal(head.body, '')
      for (const name of ['etag', 'content-type', 'cache-control'])
        t.equal(head.headers[name], get.headers[name])
    })
  })
})
