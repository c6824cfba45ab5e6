import { test } from 'tap'
import { addLongSearch, addPrep } from '../support/long-search.ts'
import { median } from '../support/median.ts'
import { openService } from '../support/service.ts'
import { countStatements } from '../support/statements.ts'

const FEW = 20
const MANY = 2_000
const ROUNDS = 40

test('what a prep costs beside 2,000 applications, 6,000 interviews and 20,000 questions', async (t) => {
  const measure = async (applications: number) => {
    const service = await openService(t)
    const noor = await service.newAccount()
    await addLongSearch(service, noor.accountId, applications)
    const path = await addPrep(noor)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      t.equal((await noor.get(path)).status, 200)
      times.push(performance.now() - start)
    }
    return { time: median(times), statements: await countStatements(service, () => noor.get(path)) }
  }
  const [few, many] = [await measure(FEW), await measure(MANY)]
  process.stderr.write(
    `prep: ${FEW} applications ${few.time.toFixed(1)} ms in ${few.statements} statements, ${MANY} applications ` +
      `${many.time.toFixed(1)} ms in ${many.statements} statements; ratio ${(many.time / few.time).toFixed(1)}\n`,
  )
  t.equal(many.statements, few.statements)
})
