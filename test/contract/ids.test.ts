import { randomUUIDv7 } from 'node:crypto'
import { type Test, test } from 'tap'
import type { Client } from '../support/client.ts'
import { openService } from '../support/service.ts'
import {
  type Call,
  callerOf,
  callsOf,
  eachCall,
  hasBody,
  inPath,
  inQuery,
  isId,
  makesMissing,
} from './calls.ts'
import { idsIn } from './schemas.ts'
import { bodyOf, fill, makeWorld, perform, readAll, type World, written } from './world.ts'

test('ids', async (t) => {
  const service = await openService(t)
  const { contract } = service
  const calls = callsOf(contract)
  const withParameters = calls.filter((call) => inPath(call).length > 0)
  const withIds = calls.filter((call) => inPath(call).some(isId))
  const noor = await service.newAccount('Noor')
  const sam = await service.newAccount('Sam')
  const hers = await makeWorld(noor)
  const his = await makeWorld(sam)
  const readBoth = async () => [await readAll(noor, calls, hers), await readAll(sam, calls, his)]

  /** What fills one parameter of the path in another world. */
  const recordFor = (call: Call, name: string, world: World) => {
    const at = call.path.split('/').indexOf(`{${name}}`)
    return fill(call.path, world).split('/')[at] ?? ''
  }
  const eachParameter = async (t: Test, call: Call, to: (name: string) => string, client: Client = noor) => {
    for (const { name } of inPath(call).filter(isId)) {
      const params = { [name]: to(name) }
      const { status, body } = await perform(client, contract, call, client === noor ? hers : his, { params })
      t.strictSame([status, body.code], [404, 'not_found'], name)
    }
  }

  await t.test('one that is none: 400, and where it stands', async (t) => {
    await eachCall(t, withParameters, async (t, call) => {
      for (const { name, schema } of inPath(call)) {
        const malformed = schema.format === 'uuid' ? 'no-id' : 'x'.repeat(Number(schema.maxLength) + 1)
        const client = callerOf(service, call, noor)
        const answer = await perform(client, contract, call, hers, { params: { [name]: malformed } })
        t.equal(answer.status, 400, name)
        t.match(answer.body.errors, [{ pointer: `/params/${name}` }])
      }
    })
  })

  await t.test('one far too long: 414', async (t) => {
    await eachCall(t, withParameters, async (t, call) => {
      for (const { name } of inPath(call)) {
        const params = { [name]: 'x'.repeat(9_000) }
        const answer = await perform(callerOf(service, call, noor), contract, call, hers, { params })
        t.strictSame([answer.status, answer.body.code], [414, 'uri_too_long'], name)
      }
    })
  })

  await t.test('one that never was: 404', async (t) => {
    await eachCall(t, withIds, (t, call) => eachParameter(t, call, () => randomUUIDv7()))
    const withNames = withParameters.filter((call) => !makesMissing(call) && !inPath(call).every(isId))
    await eachCall(t, withNames, async (t, call) => {
      const client = callerOf(service, call, noor)
      for (const { name } of inPath(call).filter((it) => !isId(it))) {
        const { status } = await perform(client, contract, call, hers, {
          params: { [name]: 'no_such_thing' },
        })
        t.equal(status, 404, name)
      }
    })
  })

  await t.test('one of another account: 404, and nothing of either account changes', async (t) => {
    const before = await readBoth()
    await eachCall(t, withIds, (t, call) =>
      eachParameter(t, call, (name) => recordFor(call, name, hers), sam),
    )
    t.strictSame(await readBoth(), before)
  })

  await t.test('one of another account, named in a body: refused, and never stored', async (t) => {
    const before = await readBoth()
    const naming = calls.filter((call) => hasBody(call) && idsIn(contract, call).length > 0)
    await eachCall(t, naming, async (t, call) => {
      for (const { name, set } of idsIn(contract, call)) {
        const noun = `${name.replace(/Id$/, '')}s`
        const body = set(bodyOf(contract, call, his), fill(`/${noun}/{id}`, hers).split('/')[2] ?? '')
        const url = fill(call.path, his)
        const { status } = await sam.send(call.method, url, written(call, body))
        t.ok([404, 422].includes(status), `${name}: ${status}`)
      }
    })
    t.strictSame(await readBoth(), before)
  })

  await t.test('one of another account, as a filter: nothing is found', async (t) => {
    const filtered = calls.filter((call) => inQuery(call).some(isId))
    await eachCall(t, filtered, async (t, call) => {
      for (const { name } of inQuery(call).filter(isId)) {
        const foreign = fill(`/${name.replace(/Id$/, '')}s/{id}`, hers).split('/')[2]
        const own = fill(`/${name.replace(/Id$/, '')}s/{id}`, his).split('/')[2]
        const search = (id = '') => ({ search: `?${name}=${id}` })
        t.strictSame((await perform(sam, contract, call, his, search(foreign))).body, { data: [] }, name)
        t.equal((await perform(sam, contract, call, his, search(own))).status, 200, name)
      }
    })
  })
})
