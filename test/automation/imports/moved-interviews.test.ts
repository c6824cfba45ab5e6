import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'

const CSV = { 'content-type': 'text/csv' }

test('an interview that a later file has at another time', async (t) => {
  const service = await openService(t)
  const send = async (client: Client, interview: string, rest: string) => {
    const payload = `Company,Role,Applied,Interview,Status,Comments\nHalden,Tester,2026-03-02,${interview},${rest}`
    return (await client.send('POST', '/v1/imports', { payload, headers: CSV })).body
  }
  const begin = async (interview: string) => {
    const noor = await service.newAccount()
    const { rows } = await send(noor, interview, 'Interviewing,n1')
    const application = `/v1/applications/${rows[0].applicationId}`
    const read = async () => (await noor.get(`${application}/interviews`)).body.data[0]
    const change = async (patch: object) => noor.patch(`/v1/interviews/${(await read()).id}`, patch)
    return { noor, read, change, outcome: async () => (await noor.get(`${application}/outcome`)).body }
  }

  await t.test('moves there as a whole', async (t) => {
    const { noor, read } = await begin('2026-03-17')
    t.match((await send(noor, '2026-03-18 14:00', 'Interviewing,n1')).counts, { updated: 1 })
    t.match(await read(), { startsAt: '2026-03-18T14:00:00.000Z', timeZone: 'UTC' })
  })

  await t.test('stays without a day once its owner took that away', async (t) => {
    const { noor, read, change } = await begin('2026-03-17')
    await change({ heldOn: null, status: 'cancelled' })
    t.match((await send(noor, '2026-03-18 14:00', 'Interviewing,n1')).counts, { updated: 0, noop: 1 })
    t.match(await read(), { startsAt: null, heldOn: null, status: 'cancelled' })
  })

  await t.test('stays where its owner moved it, and the rest of the row comes in', async (t) => {
    for (const [first, patch, later] of [
      ['2026-03-17', { heldOn: '2026-03-18' }, '2026-03-17 14:00'],
      ['2026-03-17 10:00', { startsAt: '2026-03-18T12:00:00Z' }, '2026-03-19'],
    ] as const) {
      const { noor, read, change, outcome } = await begin(first)
      const { version, ...moved } = (await change(patch)).body
      t.match((await send(noor, later, 'Rejected,n1')).counts, { updated: 1, invalid: 0 })
      const { startsAt, heldOn } = await read()
      t.strictSame({ startsAt, heldOn }, { startsAt: moved.startsAt, heldOn: moved.heldOn })
      t.match(await outcome(), { kind: 'rejected' })
    }
  })

  await t.test('moves also when its owner lives in another time zone by then', async (t) => {
    const { noor, read, outcome } = await begin('2026-03-17 10:00')
    await noor.patch('/v1/me', { timeZone: 'America/Los_Angeles' })
    t.match((await send(noor, '2026-03-18 11:00', 'Interviewing,n1')).counts, { updated: 1 })
    t.match(await read(), { startsAt: '2026-03-18T18:00:00.000Z', timeZone: 'America/Los_Angeles' })
    t.match((await send(noor, '2026-03-19', 'Rejected,n1')).counts, { updated: 1, invalid: 0 })
    t.match(await read(), { startsAt: null, heldOn: '2026-03-19' })
    t.match(await outcome(), { kind: 'rejected' })
  })
})

test('an interview that a file states in UTC is recognised in another account, too', async (t) => {
  const service = await openService(t)
  const [noor, sam] = [await service.newAccount(), await service.newAccount()]
  const payload = [
    'Company,Role,Stage,Stage history,Timeline,Created at,Updated at,Archived',
    'Halden,Tester,Interview,,2026-03-17: Phone interview (2026-03-17T10:00:00.000Z),2026-03-02,2026-03-17,No',
  ].join('\n')
  for (const client of [noor, sam]) await client.patch('/v1/me', { timeZone: 'Pacific/Auckland' })
  await noor.send('POST', '/v1/imports?format=reactive_resume', { payload, headers: CSV })
  const journal = (await noor.get('/v1/exports/journal.json')).body
  t.match(journal.importedRows[0].reading.interviews, [{ heldOn: '2026-03-17', time: '10:00', utc: true }])
  await sam.post('/v1/imports', journal)
  const again = await sam.send('POST', '/v1/imports?format=reactive_resume', { payload, headers: CSV })
  t.match(again.body.counts, { added: 0, updated: 0, noop: 1 })
})
