import { test } from 'tap'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'

const ROWS = 650
const BAD = [1, 200, 201, 400, ROWS]

test('the rows of an import, page by page', async (t) => {
  const service = await openService(t)
  const send = (client: Client, payload: string) =>
    client.send('POST', '/v1/imports', { payload, headers: { 'content-type': 'text/csv' } })
  const walk = async (client: Client, path: string) => {
    const pages: Body[][] = []
    let cursor = ''
    do {
      const { body } = await client.get(`${path}${cursor}`)
      pages.push(body.data)
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : ''
    } while (cursor)
    return pages
  }
  const noor = await service.newAccount()
  const table = Array.from({ length: ROWS }, (_, i) =>
    BAD.includes(i + 1) ? ',,2026-03-02' : `Company ${i},Tester,2026-03-02`,
  )
  const { id, rows } = (await send(noor, ['Company,Role,Applied', ...table].join('\n'))).body
  const path = `/v1/imports/${id}/rows`

  await t.test('are the same as all at once, in the order of the file', async (t) => {
    const pages = await walk(noor, `${path}?limit=200`)
    t.strictSame(
      pages.map(({ length }) => length),
      [200, 200, 200, 50],
    )
    t.strictSame(pages.flat(), rows)
  })

  await t.test('and of one status alone, where one is asked for', async (t) => {
    const pages = await walk(noor, `${path}?limit=2&status=invalid`)
    t.strictSame(
      pages.map((page) => page.map(({ rowNumber }) => rowNumber - 1)),
      [[1, 200], [201, 400], [ROWS]],
    )
    t.strictSame(await walk(noor, `${path}?status=noop`), [[]])
  })

  await t.test('of an import that runs are those that are done, over the parts of its report', async (t) => {
    const sam = await service.newAccount()
    const long = Array.from({ length: 1_001 }, (_, i) => `Company ${i},Tester`)
    const begun = (await send(sam, ['Company,Role', ...long].join('\n'))).body
    const own = `/v1/imports/${begun.id}/rows`
    t.strictSame(await walk(sam, `${own}?limit=150`), [[]])
    await service.work()
    const pages = await walk(sam, `${own}?limit=150`)
    t.strictSame(pages.flat(), (await sam.get(`/v1/imports/${begun.id}`)).body.rows)
    t.equal(pages.length, 7)
  })

  await t.test('go on from a cursor of the same import and status alone', async (t) => {
    const { nextCursor } = (await noor.get(`${path}?limit=1`)).body
    const { body: other } = await send(noor, 'Company,Role\nHalden,Tester\n')
    for (const url of [`/v1/imports/${other.id}/rows?limit=1`, `${path}?limit=1&status=added`]) {
      const { status, body } = await noor.get(`${url}&cursor=${nextCursor}`)
      t.strictSame([status, body.code], [400, 'invalid_cursor'])
    }
  })

  await t.test('are for nobody else', async (t) => {
    const sam = await service.newAccount()
    t.equal((await sam.get(path)).status, 404)
  })
})
