import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'

const HEADINGS = 'Company,Role,Applied,Interview,Rejected on'

test('a time in a sheet that says its offset', async (t) => {
  const service = await openService(t)
  const send = (client: Client, payload: string, query = '') =>
    client.send('POST', `/v1/imports${query}`, { payload, headers: { 'content-type': 'text/csv' } })
  const readerIn = async (timeZone: string) => {
    const noor = await service.newAccount()
    await noor.patch('/v1/me', { timeZone })
    const record = async (id: string) => {
      const { body: application } = await noor.get(`/v1/applications/${id}`)
      const { body: interviews } = await noor.get(`/v1/applications/${id}/interviews`)
      const { body: outcome } = await noor.get(`/v1/applications/${id}/outcome`)
      return { application, interviews: interviews.data, outcome }
    }
    return { noor, record }
  }

  await t.test('is that instant, and the day that it was in the zone of the account', async (t) => {
    const { noor, record } = await readerIn('Pacific/Auckland')
    const cells = '2026-03-01T22:30:00Z,2026-03-17T23:30:00+02:00,2026-03-20 13:00:00-05:00'
    const { body } = await send(noor, `${HEADINGS}\nHalden,Tester,${cells}\n`)
    const { application, interviews, outcome } = await record(body.rows[0].applicationId)
    t.equal(application.appliedOn, '2026-03-02')
    t.equal(outcome.decidedOn, '2026-03-21')
    const [interview] = interviews
    t.match(interview, { startsAt: '2026-03-17T21:30:00.000Z', timeZone: 'Pacific/Auckland', heldOn: null })
    t.equal(interview.label, 'Interview')
    t.match(application.notes, 'Interview: 2026-03-17T23:30:00+02:00', 'and stays as it was written, too')
  })

  await t.test('without one it is a time of the account, and midnight is a day', async (t) => {
    const { noor, record } = await readerIn('America/New_York')
    const { body } = await send(
      noor,
      `${HEADINGS}\nHalden,Tester,2026-03-02T00:00:00Z,2026-03-17T10:00:00,\nOrrin,Tester,2026-03-02,2026-03-17 10:00-11:00,\n`,
    )
    for (const { applicationId } of body.rows) {
      const { application, interviews } = await record(applicationId)
      t.equal(application.appliedOn, '2026-03-02')
      t.equal(interviews[0].startsAt, '2026-03-17T14:00:00.000Z')
    }
  })

  const file = `${HEADINGS}\nHalden,Tester,2026-03-01T22:30:00Z,2026-03-17T10:00:00Z,2026-03-20T13:00:00Z\n`

  await t.test('changes nothing the second time, nor in a rehearsal', async (t) => {
    const { noor, record } = await readerIn('Pacific/Auckland')
    const { body } = await send(noor, file)
    const before = await record(body.rows[0].applicationId)
    for (const query of ['?dryRun=true', '', ''])
      t.match((await send(noor, file, query)).body.counts, { rows: 1, noop: 1 })
    t.strictSame(await record(body.rows[0].applicationId), before)
  })

  await t.test(
    'that an earlier import read as a local one is put right, and the row is the same',
    async (t) => {
      const { noor, record } = await readerIn('Pacific/Auckland')
      const { body } = await send(noor, file)
      const { applicationId } = body.rows[0]
      const asBefore = `UPDATE imported_rows SET reading = jsonb_set(reading #- '{interviews,0,utc}', '{application,appliedOn}', '"2026-03-01"')`
      await service.db.$client.query(`${asBefore} WHERE application_id = '${applicationId}'`)
      const { interviews } = await record(applicationId)
      await noor.patch(`/v1/applications/${applicationId}`, { appliedOn: '2026-03-01' })
      await noor.patch(`/v1/interviews/${interviews[0].id}`, { startsAt: '2026-03-16T21:00:00.000Z' })
      t.match((await send(noor, file)).body.counts, { added: 0, updated: 1 })
      const { application, interviews: now } = await record(applicationId)
      t.strictSame([application.appliedOn, now[0].startsAt], ['2026-03-02', '2026-03-17T10:00:00.000Z'])
      t.match((await send(noor, file)).body.counts, { noop: 1 })
    },
  )

  await t.test('that an earlier import read alike, as in an account in UTC, changes nothing', async (t) => {
    const { noor } = await readerIn('UTC')
    const { body } = await send(noor, file)
    await service.db.$client.query(
      `UPDATE imported_rows SET reading = reading #- '{interviews,0,utc}' WHERE application_id = '${body.rows[0].applicationId}'`,
    )
    t.match((await send(noor, file)).body.counts, { noop: 1 })
  })
})
