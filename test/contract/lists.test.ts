import { type Test, test } from 'tap'
import type { Body, Client } from '../support/client.ts'
import { openService } from '../support/service.ts'
import { type Call, callsOf, eachCall, inQuery, isList, type Parameter, resolved } from './calls.ts'
import { variantsOf } from './schemas.ts'
import { bodyOf, fill, makeWorld, written } from './world.ts'

type Record = { id: string; rowNumber?: number; createdAt: string }

/** Lists that begin with the oldest: what they hold is no record of its own. */
const CHRONOLOGICAL = ['listTimeline']

/** Lists in the order of a file, whose rows have a number in place of an id. */
const BY_ROW = ['listImportRows']
const idOf = ({ id, rowNumber }: Record) => id ?? rowNumber

/** Lists in the order of the days of what they hold. */
const BY_DAY = ['listWins']

const nextOf = (link: string | undefined) => /^<([^>]+)>; rel="next"$/.exec(link ?? '')?.[1]

/** Follows the links from the first page to the last, and answers with what they held. */
const walk = async (t: Test, client: Client, first: string) => {
  const met: Record[] = []
  let url: string | undefined = first
  while (url) {
    const { status, headers, body } = await client.get(url)
    t.equal(status, 200)
    if (body.data.some((record: Record) => met.some((it) => idOf(it) === idOf(record))))
      throw new Error(`${url} holds what an earlier page held`)
    met.push(...body.data)
    url = nextOf(headers.link)
    const { searchParams } = new URL(url ?? '/', 'http://localhost')
    t.equal(searchParams.get('cursor') ?? undefined, body.nextCursor, 'the link leads to the next cursor')
    if (url) t.equal(searchParams.get('limit'), new URL(first, 'http://localhost').searchParams.get('limit'))
  }
  return met
}

/** What JavaScript would read as 10. */
const NOT_DIGITS = ['0xA', '1e1', '10.0', '%2010', '%2B10', '0b1010']

test('lists', async (t) => {
  const service = await openService(t)
  const { contract } = service
  const calls = callsOf(contract)
  const lists = calls.filter(isList)
  const valuesOf = ({ schema }: Parameter) =>
    [schema, ...variantsOf(schema)].flatMap((each) => (resolved(contract, each).enum ?? []) as string[])
  /** Each filter with each of the values that the contract lists for it. */
  const filtersOf = (call: Call) =>
    inQuery(call).flatMap((it) => valuesOf(it).map((value) => `${it.name}=${value}`))

  const account = await service.newAccount()
  const world = await makeWorld(account)
  for (const _ of [1, 2]) {
    service.clock.now = new Date(service.clock.now.getTime() + 60_000)
    await makeWorld(account)
  }
  for (const { path } of lists) {
    const create = calls.find((it) => it.path === path && it.method === 'POST')
    if (!path.includes('{') || !create) continue
    for (const _ of [1, 2]) {
      service.clock.now = new Date(service.clock.now.getTime() + 60_000)
      await account.send('POST', fill(path, world), written(create, bodyOf(contract, create, world)))
    }
  }

  await t.test('page by page, each record comes once, the newest first', async (t) => {
    await eachCall(t, lists, async (t, call) => {
      const url = fill(call.path, world)
      const whole = await account.get(`${url}?limit=200`)
      const ids = whole.body.data.map(idOf)
      t.ok(ids.length >= 3, 'there are several records')
      t.equal(whole.body.nextCursor, undefined)
      t.equal(whole.headers.link, undefined)
      const times = whole.body.data.map(({ createdAt }: Record) => createdAt)
      if (BY_DAY.includes(call.operationId)) {
        const places = whole.body.data.map(({ on, id }: Body) => `${on} ${id}`)
        t.strictSame(places, [...places].sort().reverse())
      } else if (BY_ROW.includes(call.operationId)) {
        t.strictSame(
          ids,
          [...ids].sort((a, b) => a - b),
        )
      } else if (!CHRONOLOGICAL.includes(call.operationId)) {
        t.strictSame(ids, [...new Set(ids)].sort().reverse())
        t.strictSame(times, [...times].sort().reverse())
      }
      for (const limit of [1, 2, ids.length]) {
        const met = await walk(t, account, `${url}?limit=${limit}`)
        t.strictSame(met.map(idOf), ids, `${limit} a page`)
      }
    })
  })

  await t.test('a cursor belongs to its list and its filters', async (t) => {
    const cursors = new Map<string, string>()
    for (const call of lists) {
      const { body } = await account.get(`${fill(call.path, world)}?limit=1`)
      cursors.set(call.operationId, body.nextCursor)
    }
    await eachCall(t, lists, async (t, call) => {
      const ask = (cursor = '', filter = '') =>
        account.get(`${fill(call.path, world)}?cursor=${encodeURIComponent(cursor)}${filter}`)
      const own = cursors.get(call.operationId)
      t.equal((await ask(own)).status, 200)
      t.equal((await ask(own, '&limit=7')).status, 200, 'another limit does no harm')
      const [filter] = filtersOf(call)
      const others = [...cursors].filter(([id]) => id !== call.operationId).map(([, cursor]) => ask(cursor))
      if (filter) others.push(ask(own, `&${filter}`))
      const junk = [
        'junk',
        '%',
        '.',
        `${own}x`,
        own?.slice(0, -3),
        own?.toLowerCase(),
        `${own}.${own}`,
        Buffer.from('x.y').toString('base64url'),
      ]
      for (const each of [...others, ...junk.map((cursor) => ask(cursor))]) {
        const { status, body } = await each
        t.strictSame([status, body.code], [400, 'invalid_cursor'])
      }
    })
  })

  await t.test('filters go along from page to page', async (t) => {
    const filtered = lists.filter((call) => filtersOf(call).length > 0)
    await eachCall(t, filtered, async (t, call) => {
      for (const filter of filtersOf(call)) {
        const url = `${fill(call.path, world)}?${filter}`
        const { body } = await account.get(`${url}&limit=200`)
        const met = await walk(t, account, `${url}&limit=1`)
        t.strictSame(met, body.data, filter)
      }
    })
  })

  await t.test('a limit that is none: 400, and where it stands', async (t) => {
    await eachCall(t, lists, async (t, call) => {
      for (const limit of [
        '0',
        '-1',
        '201',
        '1.5',
        'ten',
        '',
        'Infinity',
        '1e999',
        '9007199254740993',
        ...NOT_DIGITS,
      ]) {
        const { status, body } = await account.get(`${fill(call.path, world)}?limit=${limit}`)
        t.equal(status, 400, limit)
        t.match(body.errors, [{ pointer: '/querystring/limit' }])
      }
    })
  })
})
