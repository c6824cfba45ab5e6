import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'

test('a time in a sheet that says its zone', async (t) => {
  const service = await openService(t)
  const bring = async (client: Client, cell: string) => {
    const payload = `Company,Role,Applied,Interview\nHalden,Tester,2026-02-02,"${cell}"\n`
    const headers = { 'content-type': 'text/csv' }
    const { rows } = (await client.send('POST', '/v1/imports', { payload, headers })).body
    const path = `/v1/applications/${rows[0].applicationId}`
    const [interview] = (await client.get(`${path}/interviews`)).body.data
    const { notes } = (await client.get(path)).body
    await client.delete(path)
    return { interview, notes, remarks: rows[0].remarks }
  }
  const noor = await service.newAccount()
  await noor.patch('/v1/me', { timeZone: 'Europe/Berlin' })

  await t.test('is that instant', async (t) => {
    for (const [cell, startsAt] of [
      ['2026-03-02 10:00 America/New_York', '2026-03-02T15:00:00.000Z'],
      ['2026-07-02 10:00 (america/new_york)', '2026-07-02T14:00:00.000Z'],
      ['2026-03-02T10:00[!America/New_York]', '2026-03-02T15:00:00.000Z'],
      ['2026-03-02T10:00:00-05:00[America/New_York]', '2026-03-02T15:00:00.000Z'],
      ['2026-03-02T10:00:00Z[UTC]', '2026-03-02T10:00:00.000Z'],
      ['2026-03-02 10:00 [+05:30]', '2026-03-02T04:30:00.000Z'],
      ['2026-03-02T10:00:00[+05:30]', '2026-03-02T04:30:00.000Z'],
      ['2026-03-02 10:00 -05:00', '2026-03-02T15:00:00.000Z'],
      ['2026-03-02 2:00 PM -05:00', '2026-03-02T19:00:00.000Z'],
      ['2026-03-02 10:00\u221205:00', '2026-03-02T15:00:00.000Z'],
      ['2026-03-02 10:00 UTC\u22125', '2026-03-02T15:00:00.000Z'],
      ['2026-03-02 10:00:00,5Z', '2026-03-02T10:00:00.000Z'],
      ['2026-03-02 10:00-11:00 America/New_York', '2026-03-02T15:00:00.000Z'],
      ['2026-03-02 10:00 – 11:00 +02:00', '2026-03-02T08:00:00.000Z'],
      ['2026-03-02 10 am to 11 am UTC', '2026-03-02T10:00:00.000Z'],
      ['2026-03-02 10:00 US/Pacific', '2026-03-02T18:00:00.000Z'],
      ['2026-03-02 10:00 Zulu', '2026-03-02T10:00:00.000Z'],
    ] as const) {
      const { interview, notes, remarks } = await bring(noor, cell)
      t.match(interview, { startsAt, heldOn: null }, cell)
      t.equal(notes, `Interview: ${cell}`)
      t.match(remarks, [{ code: 'kept_in_notes', detail: /was read in the zone/ }])
    }
  })

  await t.test('that cannot be read is left to its day, and the answer says so', async (t) => {
    for (const cell of [
      '2026-03-02 10:00 PST',
      '2026-03-02 10:00 ET',
      '2026-03-02 10:00 - 11:00 EST',
      '2026-03-02 10:00–11:00 CET',
      '2026-03-02 10:00 to 11:00 PST',
      '2026-03-02 10:00 EST5EDT',
      '2026-03-02 10:00 am EST with Ana',
      '2026-03-02 10:00 Uhr MEZ',
      '2026-03-02 10:00 pst',
      '2026-03-02 10:00 Eastern Time',
      '2026-03-02 10:00 America/Atlantis',
      '2026-03-02T10:00+25:00',
      '2026-03-02 10:00:00-05:99',
      '2026-03-02 10:00 +05:99',
      '2026-03-02 10:00 +2',
      '2026-03-02 10:00 GMT+25',
      '2026-03-02T10:00[+25:00]',
    ]) {
      const { interview, notes, remarks } = await bring(noor, cell)
      t.match(interview, { startsAt: null, heldOn: '2026-03-02' }, cell)
      t.equal(notes, `Interview: ${cell}`)
      t.match(remarks, [{ heading: 'Interview', code: 'time_zone_not_read', value: cell }], cell)
    }
  })

  await t.test('is one of the account where the words beside it are no zone', async (t) => {
    for (const cell of [
      '2026-03-02 10:00 am',
      '2026-03-02 10:00 (phone)',
      'Call with Ana at 10:00 2026-03-02',
      '2026-03-02 10:00 Uhr',
      '2026-03-02 10.00 Uhr',
      '02.03.2026, 10.00 Uhr',
      '2026-03-02 10:00-11:00',
      '2026-03-02 10:00-1:00',
      '2026-03-02 10:00 -11:30',
      '2026-03-02 10:00 (+10 min)',
      '2026-03-02 10:00 et avec Ana',
      '2026-03-02 10:00 Zoom/Teams',
      '2026-03-02 10:00 est. one hour',
      '2026-03-02 10:00 [phone]',
      '2026-03-02 10:00 Pacific Gas and Electric',
      '2026-03-02 10:00 + test',
    ]) {
      const { interview, remarks } = await bring(noor, cell)
      t.match(interview, { startsAt: '2026-03-02T09:00:00.000Z' }, cell)
      t.notMatch(remarks, [{ code: 'time_zone_not_read' }])
    }
    t.match((await bring(noor, '2026-03-02 10h')).interview, { startsAt: null, heldOn: '2026-03-02' })
  })
})

test('a day of application with a time whose zone cannot be read stays that day', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const payload = 'Company,Role,Applied\nHalden,Tester,2026-03-02 23:30 PST\n'
  const headers = { 'content-type': 'text/csv' }
  const { rows } = (await noor.send('POST', '/v1/imports', { payload, headers })).body
  t.match(rows[0].remarks, [{ heading: 'Applied', code: 'time_zone_not_read' }])
  const { data } = (await noor.get('/v1/applications')).body
  t.match(data, [{ appliedOn: '2026-03-02', notes: 'Applied: 2026-03-02 23:30 PST' }])
})
