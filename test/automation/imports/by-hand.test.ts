import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { sendSheet } from './sheet.ts'

const sheet = (...rows: string[]) =>
  ['Company,Role,Applied,Interview,Offer,Status,Location,Comments', ...rows].join('\n')

test('importing what was recorded by hand', async (t) => {
  const service = await openService(t)
  const record = async (client: Client, more = {}) => {
    const halden = { company: 'Halden', roleTitle: 'Tester', appliedOn: '2026-03-02', ...more }
    return (await client.post('/v1/applications', halden)).body.id as string
  }
  const read = async (client: Client, id: string) => (await client.get(`/v1/applications/${id}`)).body

  await t.test('a row gives the record what it does not have yet, once', async (t) => {
    const noor = await service.newAccount()
    const id = await record(noor)
    const file = sheet('halden,Tester,2026-03-02,2026-03-17,,Rejected,Oslo,Kind people')
    const { counts, rows } = await sendSheet(noor, file)
    t.match(counts, { updated: 1, added: 0, duplicateSkipped: 0 })
    t.match(rows, [{ status: 'updated', applicationId: id, remarks: [] }])
    t.match(await read(noor, id), {
      company: 'Halden',
      location: 'Oslo',
      notes: 'Kind people',
      outcome: 'rejected',
      interviewCount: 1,
    })
    const before = await read(noor, id)
    t.match((await sendSheet(noor, file)).counts, { noop: 1, updated: 0, duplicateSkipped: 0 })
    t.strictSame(await read(noor, id), before)
  })

  await t.test('an offer is added as well', async (t) => {
    const noor = await service.newAccount()
    const id = await record(noor)
    await sendSheet(noor, sheet('Halden,Tester,2026-03-02,,2026-04-01,,,'))
    t.match((await noor.get(`/v1/applications/${id}/offer`)).body, { receivedOn: '2026-04-01' })
  })

  await t.test('a row that knows no more is skipped, and is known from then on', async (t) => {
    const noor = await service.newAccount()
    const id = await record(noor, { location: 'Oslo' })
    const file = sheet('Halden,Tester,2026-03-02,,,,Oslo,')
    t.match((await sendSheet(noor, file)).rows, [
      { status: 'duplicate_skipped', applicationId: id, remarks: [] },
    ])
    t.match((await sendSheet(noor, file)).counts, { noop: 1 })
    const later = sheet('Halden,Tester,2026-03-02,,,Ghosted,Oslo,')
    t.match((await sendSheet(noor, later)).counts, { updated: 1 })
    t.equal((await read(noor, id)).outcome, 'no_response')
  })

  await t.test(
    'what its owner recorded stays, and the answer tells what the row says otherwise',
    async (t) => {
      const noor = await service.newAccount()
      const id = await record(noor, { location: 'Bergen', source: { name: 'A friend' } })
      await noor.post(`/v1/applications/${id}/interviews`, { heldOn: '2026-03-10' })
      await noor.put(`/v1/applications/${id}/outcome`, { kind: 'role_closed' })
      const { rows } = await sendSheet(noor, sheet('Halden,Tester,2026-03-02,2026-03-17,,Rejected,Oslo,'))
      t.match(rows, [{ status: 'duplicate_skipped', applicationId: id }])
      t.match(rows[0].remarks, [
        { heading: null, code: 'recorded_otherwise', value: 'Oslo', detail: /`location`/ },
        { heading: null, code: 'recorded_otherwise', value: 'rejected', detail: /`outcome`/ },
        { heading: null, code: 'recorded_otherwise', value: '2026-03-17', detail: /`interviews`/ },
      ])
      t.match(await read(noor, id), { location: 'Bergen', outcome: 'role_closed', interviewCount: 1 })
    },
  )

  await t.test('its notes stand beneath those of its owner', async (t) => {
    const noor = await service.newAccount()
    const id = await record(noor, { notes: 'Ask Kim' })
    t.match((await sendSheet(noor, sheet('Halden,Tester,2026-03-02,,,,,Kind people'))).counts, { updated: 1 })
    t.equal((await read(noor, id)).notes, 'Ask Kim\nKind people')
  })

  await t.test('without a readable day the answer says what the record says', async (t) => {
    const noor = await service.newAccount()
    const { rows } = await sendSheet(
      noor,
      sheet(
        'Halden,Tester,,,,Applied,,',
        'Orrin,Tester,8/82026,,,Applied,,',
        'Vesper,Tester,2026-03-02,,,,,',
      ),
    )
    t.match(rows, [{ state: 'saved' }, { state: 'saved' }, { state: 'applied' }])
    for (const { applicationId, state } of rows) t.equal((await read(noor, applicationId)).stage, state)
    t.match((await read(noor, rows[0].applicationId)).notes, 'Status: Applied')
    t.match(rows[0].remarks, [{ heading: 'Status', code: 'applied_without_date', value: 'Applied' }])
  })

  await t.test('a wish that was recorded by hand and applied for since is found again', async (t) => {
    const url = 'https://quad.example/1'
    for (const [wish, row] of [
      [{ company: 'Quad', roleTitle: 'Tester' }, 'Quad,tester,2026-03-02,'],
      [{ company: 'Quad', roleTitle: 'QA', url }, `Quad,Tester,2026-03-02,${url}`],
    ] as const) {
      const noor = await service.newAccount()
      const { id } = (await noor.post('/v1/applications', wish)).body
      const { rows } = await sendSheet(noor, `Company,Role,Applied,URL\n${row}\n`)
      t.match(rows, [{ status: 'updated', applicationId: id }])
      t.match(await read(noor, id), { appliedOn: '2026-03-02', roleTitle: wish.roleTitle })
      t.equal((await noor.get('/v1/applications')).body.data.length, 1)
    }
  })

  await t.test('one that was sent on another day, or elsewhere, is another one', async (t) => {
    const noor = await service.newAccount()
    await record(noor)
    await noor.post('/v1/applications', { company: 'Orkla', roleTitle: 'Tester' })
    const { rows } = await sendSheet(
      noor,
      sheet('Halden,Tester,2026-03-09,,,,,', 'Lindgren,Tester,2026-03-09,,,,,'),
    )
    t.match(rows, [{ status: 'added' }, { status: 'added' }])
  })
})
