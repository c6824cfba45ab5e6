import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { untilWaiting } from '../../support/waiting.ts'

test('a row whose application is removed while the file is brought in', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const bring = (state: string) =>
    noor.send('POST', '/v1/imports', {
      payload: `Company,Role,Status\nHalden,Tester,${state}\nOrkla,Cook,${state}\n`,
      headers: { 'content-type': 'text/csv' },
    })
  const [halden, orkla] = (await bring('Applied')).body.rows
  const owner = await service.db.$client.connect()
  await owner.query('BEGIN')
  await owner.query('DELETE FROM applications WHERE id = $1', [halden.applicationId])
  const brought = bring('Rejected')
  await untilWaiting(service, brought)
  await owner.query('COMMIT')
  owner.release()
  const { status, body } = await brought

  await t.test('is not taken over, and says so', async (t) => {
    t.equal(status, 201)
    t.match(body.rows[0], {
      status: 'invalid',
      applicationId: null,
      invalid: { heading: null, code: 'application_removed', detail: /was removed while/ },
    })
  })

  await t.test('stops no others', async (t) => {
    t.match(body.rows[1], { status: 'updated', applicationId: orkla.applicationId })
  })

  await t.test('becomes an application again with the next import', async (t) => {
    t.match((await bring('Rejected')).body.counts, { added: 1, noop: 1, invalid: 0 })
  })
})
