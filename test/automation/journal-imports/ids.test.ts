import { randomUUID, randomUUIDv7 } from 'node:crypto'
import fc from 'fast-check'
import { test } from 'tap'
import { renewed } from '../../../src/automation/journal-imports/rules/ids.ts'

const createdAt = '2026-05-01T09:00:00.000Z'
const fresh = (count: number) => Array.from({ length: count }, () => randomUUIDv7())
const uuid = (version: 4 | 7) => fc.uuid({ version })

test('new ids', async (t) => {
  await t.test('are in the order of the old ones, and none is an old one', async (t) => {
    const property = fc.property(fc.uniqueArray(uuid(7), { minLength: 1, maxLength: 60 }), (olds) => {
      const news = renewed(
        olds.map((id) => ({ id, createdAt })),
        fresh(olds.length),
      )
      const inOrder = (ids: string[]) =>
        ids
          .map((id, at) => ({ id, at }))
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map(({ at }) => at)
      t.strictSame(inOrder(news), inOrder(olds))
      t.ok(news.every((id) => !olds.includes(id) && /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/.test(id)))
      t.equal(new Set(news).size, olds.length)
    })
    fc.assert(property)
  })

  await t.test('of the same millisecond keep their order, too', async (t) => {
    const olds = fresh(500)
      .map((id) => `01998a5c-0000${id.slice(13)}`)
      .sort()
    const news = renewed(
      olds.map((id) => ({ id, createdAt })),
      fresh(500),
    )
    t.strictSame(news, [...news].sort())
    t.ok(news.every((id) => id.startsWith('01998a5c-0000-7')))
  })

  await t.test('of what has no id of ours are those of its creation', async (t) => {
    const property = fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      (date) => {
        const [id = ''] = renewed([{ id: randomUUID(), createdAt: date.toISOString() }], fresh(1))
        const stamp = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
        t.equal(stamp, Math.max(0, date.getTime()))
      },
    )
    fc.assert(property)
  })
})
