import { test } from 'tap'
import { addLongSearch } from '../support/long-search.ts'
import { openService } from '../support/service.ts'
import { countStatements } from '../support/statements.ts'

test('guidance asks the database as often for a search of years as for an empty journal', async (t) => {
  const service = await openService(t)
  const [few, many] = [await service.newAccount(), await service.newAccount()]
  await addLongSearch(service, many.accountId, 300)
  for (const path of ['/v1/next-actions', '/v1/wins', '/v1/wins?limit=1', '/v1/wins?limit=200']) {
    for (const each of [few, many]) await each.get(path)
    const [short, long] = [
      await countStatements(service, () => few.get(path)),
      await countStatements(service, () => many.get(path)),
    ]
    t.equal(long, short, path)
    t.ok(short > 3, `${short} statements were counted`)
  }
  t.equal((await many.get('/v1/next-actions')).body.data.length, 10)
  t.equal((await many.get('/v1/wins?limit=200')).body.data.length, 200)
})
