import { test } from 'tap'
import { addMany } from '../support/many.ts'
import { median } from '../support/median.ts'
import { openService } from '../support/service.ts'

const COUNT = 10_000
const ROUNDS = 40

test('what the last page of 10,000 applications costs beside the first', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  await addMany(service, noor.accountId, COUNT)
  for (const sort of ['-createdAt', '-appliedOn', '-lastActivityAt']) {
    const url = `/v1/applications?limit=50&sort=${sort}`
    const cursors = ['']
    for (;;) {
      const { nextCursor } = (await noor.get(`${url}${cursors.at(-1)}`)).body
      if (!nextCursor) break
      cursors.push(`&cursor=${nextCursor}`)
    }
    const places = {
      first: cursors[0],
      middle: cursors[Math.floor(cursors.length / 2)],
      last: cursors.at(-1),
    }
    const times: Record<string, number[]> = { first: [], middle: [], last: [] }
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, cursor] of Object.entries(places)) {
        const start = performance.now()
        await noor.get(`${url}${cursor}`)
        times[name]?.push(performance.now() - start)
      }
    }
    const [first = 0, middle = 0, last = 0] = Object.values(times).map(median)
    process.stderr.write(
      `${sort}, ${cursors.length} pages of 50: first ${first.toFixed(2)} ms, middle ${middle.toFixed(2)} ms, last ${last.toFixed(2)} ms; last : first = ${(last / first).toFixed(2)}\n`,
    )
    t.equal(cursors.length, COUNT / 50)
  }
})
