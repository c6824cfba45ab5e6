import { test } from 'tap'
import { addMany } from '../../support/many.ts'
import { openService } from '../../support/service.ts'
import { addApplication, idsOf } from './records.ts'

const COUNT = 10_000

test('ten thousand applications are met page by page while others are written', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  await addMany(service, noor.accountId, COUNT)
  const { rows } = await service.db.$client.query('SELECT id FROM applications WHERE account_id = $1', [
    noor.accountId,
  ])
  const standing = new Set(rows.map(({ id }) => id))
  t.equal(standing.size, COUNT)

  for (const sort of ['-createdAt', '-appliedOn']) {
    let reading = true
    const write = async () => {
      for (let i = 0; reading; i++) {
        const { id } = await addApplication(noor, { company: `New ${i}` })
        if (i % 3 === 0) await noor.delete(`/v1/applications/${id}`)
      }
    }
    const writing = write()
    const met: string[] = []
    let cursor = ''
    do {
      const page = await noor.get(`/v1/applications?limit=200&sort=${sort}${cursor}`)
      met.push(...idsOf(page))
      cursor = page.body.nextCursor ? `&cursor=${page.body.nextCursor}` : ''
    } while (cursor)
    reading = false
    await writing
    t.equal(new Set(met).size, met.length, `${sort}: none is met twice`)
    const seen = new Set(met)
    t.strictSame(
      [...standing].filter((id) => !seen.has(id)),
      [],
      `${sort}: none of those that stood there is lost`,
    )
  }
})
