import { test } from 'tap'
import { addLongSearch, addPrep } from '../../support/long-search.ts'
import { openService } from '../../support/service.ts'
import { countStatements } from '../../support/statements.ts'

test('prep asks the database as often in a search of years as in one of weeks', async (t) => {
  const service = await openService(t)
  const prepAfter = async (applications: number) => {
    const noor = await service.newAccount()
    await addLongSearch(service, noor.accountId, applications)
    const path = await addPrep(noor)
    const { status, body } = await noor.get(path)
    t.equal(status, 200)
    return { statements: await countStatements(service, () => noor.get(path)), body }
  }
  const [few, many] = [await prepAfter(20), await prepAfter(600)]
  t.equal(many.statements, few.statements)
  t.ok(few.statements >= 10, `${few.statements} statements were counted`)
  for (const { body } of [few, many]) {
    t.strictSame(
      ['plans', 'studyItems', 'earlierQuestions', 'wentWell'].map((part) => body[part].length),
      [3, 5, 8, 3],
      'all parts are full',
    )
    t.ok(body.pitch.chosen)
  }
})
