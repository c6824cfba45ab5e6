import { test } from 'tap'
import { openService } from '../support/service.ts'
import { callsOf, eachCall } from './calls.ts'
import { bodyOf, fill, makeWorld, perform, worldsOf, written } from './world.ts'

/** Single records that nobody can change. */
const IMMUTABLE = ['/v1/imports/{id}', '/calendar/{token}.ics']

test('conditions', async (t) => {
  const service = await openService(t)
  const { contract } = service
  const calls = callsOf(contract)
  const open = async () => {
    const account = await service.newAccount()
    return { account, world: await makeWorld(account) }
  }
  const headers = (name: string, value: string | undefined) => ({ headers: { [name]: value ?? '' } })

  await t.test('a read of what has not changed: 304, without a body; of what has: 200', async (t) => {
    const { account, world } = await open()
    const reads = calls.filter(({ method, statuses }) => method === 'GET' && statuses.has('304'))
    await eachCall(t, reads, async (t, call) => {
      const url = fill(call.path, world)
      const { headers: first } = await account.get(url)
      const etag = first.etag ?? ''
      for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await account.get(url, { 'if-none-match': tag })
        t.strictSame([again.status, again.body, again.headers.etag], [304, '', etag], tag)
      }
      for (const tag of ['"other"', etag.replaceAll('"', ''), '']) {
        const again = await account.get(url, { 'if-none-match': tag })
        t.equal(again.status, 200, tag)
      }
      const change = calls.find(({ path, method }) => path === call.path && ['PATCH', 'PUT'].includes(method))
      t.equal(!change, IMMUTABLE.includes(call.path), 'there is a way to change it, if it can change')
      if (!change) return
      await account.send(change.method, url, written(change, bodyOf(contract, change, world)))
      const changed = await account.get(url, { 'if-none-match': etag })
      t.equal(changed.status, 200, 'after a change')
      t.not(changed.headers.etag, etag)
    })
  })

  const writes = calls.filter(({ statuses }) => statuses.has('412'))
  const versioned = new Set(calls.filter(({ statuses }) => statuses.has('304')).map(({ path }) => path))
  /** Where the record is read whose version counts: what has none of its own is a part of another. */
  const recordPath = (path: string): string => {
    if (path === '') throw new Error('No record is read at any address above')
    return versioned.has(path) ? path : recordPath(path.slice(0, path.lastIndexOf('/')))
  }

  await t.test('each write of a record that has a version can be made conditional', async (t) => {
    const unconditional = calls
      .filter(({ path, method }) => versioned.has(path) && ['PUT', 'PATCH', 'DELETE'].includes(method))
      .filter((call) => !writes.includes(call))
    t.strictSame(
      unconditional.map(({ operationId }) => operationId),
      [],
    )
  })

  await t.test('a write of what was changed meanwhile: 412, and nothing is written', async (t) => {
    const { account, world } = await open()
    await eachCall(t, writes, async (t, call) => {
      const url = fill(recordPath(call.path), world)
      const first = await account.get(url)
      const change = calls.find(({ path, method }) => path === call.path && ['PATCH', 'PUT'].includes(method))
      if (!change) throw new Error(`${call.path} has no operation that changes it`)
      // Twice, as a body that says one and the other by turns may say first what is so already.
      for (const _ of [1, 2])
        await account.send(
          change.method,
          fill(call.path, world),
          written(change, bodyOf(contract, change, world)),
        )
      const before = await account.get(url)
      const stale = [
        '"999-x"',
        first.headers.etag,
        `W/${before.headers.etag}`,
        '',
        'junk',
        '"1-',
        '1',
        `"${before.body.version - 1}"`,
        '"\u00ff"',
      ]
      for (const tag of stale) {
        const answer = await perform(account, contract, call, world, headers('if-match', tag))
        t.strictSame([answer.status, answer.body.code], [412, 'precondition_failed'], `${tag}`)
        if (tag === '1') t.match(answer.body.detail, 'in double quotes', 'says why, where nothing was named')
      }
      t.strictSame((await account.get(url)).body, before.body)
    })
  })

  await t.test('a write of what is as it was seen', async (t) => {
    const shared = await open()
    const worldWith = worldsOf(service)
    await eachCall(t, writes, async (t, call) => {
      const once = call.method === 'DELETE'
      const { account, world } = once ? await worldWith(recordPath(call.path)) : shared
      for (const which of once ? ['one of several'] : ['current', 'any', 'its version', 'one of several']) {
        const {
          headers: { etag },
          body,
        } = await account.get(fill(recordPath(call.path), world))
        const tag = {
          current: etag,
          any: '*',
          'its version': `"${body.version}"`,
          'one of several': `"999-x", ${etag}`,
        }[which]
        const { status } = await perform(account, contract, call, world, headers('if-match', tag))
        t.ok(status < 300, `${which}: ${status}`)
      }
    })
  })

  await t.test('a record that must not be there yet, and one that must', async (t) => {
    const puts = writes.filter(({ method }) => method === 'PUT')
    await eachCall(t, puts, async (t, call) => {
      const { account, world } = await open()
      const put = (name: string) => perform(account, contract, call, world, headers(name, '*'))
      t.equal((await put('if-none-match')).status, 412, 'it is there')
      await account.delete(fill(call.path, world))
      t.equal((await put('if-match')).status, 412, 'it is gone')
      t.equal((await account.get(fill(call.path, world))).status, 404)
      t.equal((await put('if-none-match')).status, 201)
    })
  })
})
