import { test } from 'tap'
import { sendSheet } from '../automation/imports/sheet.ts'
import { openLine } from '../support/database-line.ts'
import { openService } from '../support/service.ts'

const timeouts = { QUERY_TIMEOUT_MS: '1000', STATEMENT_TIMEOUT_MS: '900' }

test('a write whose confirmation was lost is neither acknowledged nor refused', async (t) => {
  const service = await openService(t, { POOL_SIZE: '2', ...timeouts })
  const line = await openLine(t, service)
  const noor = await service.newAccount()
  const companies = async () => {
    const { body } = await noor.get('/v1/applications')
    return body.data.map(({ company }: { company: string }) => company)
  }

  const cases = [
    { how: 'lost', stored: false },
    { how: 'unanswered', stored: true },
    { how: 'silent', stored: true },
  ] as const
  for (const { how, stored } of cases) {
    await t.test(`COMMIT ${how}: the record tells whether it was stored`, async (t) => {
      line.fault = { word: 'COMMIT', how }
      const { status, headers, body } = await noor.post('/v1/applications', { company: how })
      line.fault = undefined
      t.equal(status, 503)
      t.equal(body.code, 'outcome_unknown')
      t.match(headers['retry-after'], /^\d+$/)
      t.equal((await companies()).includes(how), stored)
    })
  }

  for (const how of ['lost', 'unanswered', 'silent'] as const) {
    await t.test(`ROLLBACK ${how}: a dry run is answered, as nothing of it was to be kept`, async (t) => {
      line.fault = { word: 'ROLLBACK', how }
      const { code, counts } = await sendSheet(noor, 'Company\nRehearsed\n', '?dryRun=true')
      line.fault = undefined
      t.strictSame([code, counts?.added], [undefined, 1])
      t.notOk((await companies()).includes('Rehearsed'))
    })
  }

  await t.test('its events share its fate', async (t) => {
    const { rows } = await service.db.$client.query(
      `SELECT company FROM events JOIN applications ON applications.id = (data ->> 'applicationId')::uuid ORDER BY sequence`,
    )
    t.strictSame(rows, [{ company: 'unanswered' }, { company: 'silent' }])
  })

  await t.test('the next write is an ordinary one', async (t) => {
    t.equal((await noor.post('/v1/applications', { company: 'ordinary' })).status, 201)
    t.ok((await companies()).includes('ordinary'))
  })
})
