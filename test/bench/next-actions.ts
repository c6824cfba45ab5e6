import { test } from 'tap'
import { addLongSearch } from '../support/long-search.ts'
import { median } from '../support/median.ts'
import { openService } from '../support/service.ts'

const FEW = 20
const MANY = 2_000
const ROUNDS = 20

test('what guidance costs beside 2,000 applications, 6,000 interviews and 20,000 questions', async (t) => {
  const times = async (applications: number) => {
    const service = await openService(t)
    const noor = await service.newAccount()
    await addLongSearch(service, noor.accountId, applications)
    const taken: Record<string, number> = {}
    for (const path of ['/v1/next-actions', '/v1/wins', '/v1/study-items?due=true']) {
      const each: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now()
        t.equal((await noor.get(path)).status, 200)
        each.push(performance.now() - start)
      }
      taken[path] = median(each)
    }
    return taken
  }
  const [few, many] = [await times(FEW), await times(MANY)]
  for (const [path, long = 0] of Object.entries(many)) {
    const short = few[path] ?? 0
    process.stderr.write(
      `${path}: ${FEW} applications ${short.toFixed(1)} ms, ${MANY} applications ${long.toFixed(1)} ms; ratio ${(long / short).toFixed(1)}\n`,
    )
  }
})
