import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { sendSheet } from './sheet.ts'

const sheet = (row: string) =>
  `Company,Role,Applied,Interview,Offer,Status,CV,Tags,Comments\nHalden,Tester,2026-03-02,${row}\n`

test('a row that says otherwise than what its owner changed since the last import', async (t) => {
  const service = await openService(t)
  const begin = async (row: string) => {
    const noor = await service.newAccount()
    const { rows } = await sendSheet(noor, sheet(row))
    const path = `/v1/applications/${rows[0].applicationId}`
    const interviews = async () => (await noor.get(`${path}/interviews`)).body.data
    return {
      noor,
      path,
      interviews,
      bring: (next: string, query = '') => sendSheet(noor, sheet(next), query),
    }
  }
  const told = (body: { rows: { status: string; remarks: { code: string; detail: string }[] }[] }) =>
    body.rows.map(({ status, remarks }) => [
      status,
      ...remarks
        .filter(({ code }) => code === 'changed_since')
        .map(({ detail }) => /`(\w+)`/.exec(detail)?.[1]),
    ])

  await t.test('leaves it, and names it, in a rehearsal and for good', async (t) => {
    const { noor, path, bring } = await begin(',,Applied,cv-1,lab,n1')
    const own = { notes: 'my own words', resumeVersion: 'mine', tags: ['mine'] }
    await noor.patch(path, own)
    for (const query of ['?dryRun=true', '']) {
      const body = await bring(',,Applied,cv-2,day,n2', query)
      t.strictSame(told(body), [['noop', 'resumeVersion', 'tags', 'notes']])
      t.match(body.rows[0].remarks.at(-1), { heading: null, value: 'n2' })
    }
    t.match((await noor.get(path)).body, own)
    t.strictSame(told(await bring(',,Applied,cv-2,day,n2')), [['noop']], 'once')
  })

  await t.test('says nothing of what both changed alike, nor of what the row says as before', async (t) => {
    const { noor, path, bring } = await begin(',,Applied,cv-1,lab,n1')
    await noor.patch(path, { notes: 'n2', resumeVersion: 'mine' })
    t.strictSame(told(await bring(',,Rejected,cv-1,lab,n2')), [['updated']])
  })

  await t.test('leaves an outcome, and what its ending says of the interviews', async (t) => {
    const { noor, path, interviews, bring } = await begin('2026-03-17,,Interviewing,,,')
    await noor.put(`${path}/outcome`, { kind: 'withdrawn' })
    t.strictSame(told(await bring('2026-03-17,,Rejected,,,n1')), [['updated', 'outcome']])
    t.match((await noor.get(`${path}/outcome`)).body, { kind: 'withdrawn' })
    t.match(await interviews(), [{ result: 'pending' }])
    await bring('2026-03-18,,Rejected,,,n1')
    t.match(await interviews(), [{ heldOn: '2026-03-18', result: 'pending' }])
  })

  await t.test('leaves an outcome that was taken back', async (t) => {
    const { noor, path, interviews, bring } = await begin('2026-03-17,,Ghosted,,,')
    await noor.delete(`${path}/outcome`)
    t.strictSame(told(await bring('2026-03-17,,Rejected,,,')), [['noop', 'outcome']])
    t.equal((await noor.get(`${path}/outcome`)).status, 404)
    t.match(await interviews(), [{ result: 'unknown' }])
  })

  await t.test('leaves an interview, and an offer', async (t) => {
    const { noor, path, interviews, bring } = await begin('2026-03-17,2026-04-01,,,,')
    const [{ id }] = await interviews()
    await noor.patch(`/v1/interviews/${id}`, { heldOn: '2026-03-19' })
    await noor.put(`${path}/offer`, { receivedOn: '2026-04-03' })
    const { rows } = await bring('2026-03-18,2026-04-02,,,,')
    t.match(rows[0].remarks, [
      { code: 'changed_since', value: '2026-03-18', detail: /`interviews`/ },
      { code: 'changed_since', value: /2026-04-02/, detail: /`offer`/ },
    ])
    await noor.delete(`/v1/interviews/${id}`)
    t.strictSame(told(await bring('2026-03-20,2026-04-02,,,,')), [['noop', 'interviews']])
    t.strictSame(await interviews(), [])
  })

  await t.test('does not say of an interview that its owner put off that it was held', async (t) => {
    const { noor, interviews, bring } = await begin('2026-05-20 interview scheduled,,Interviewing,,,')
    const [{ id }] = await interviews()
    await noor.patch(`/v1/interviews/${id}`, { heldOn: '2027-05-20' })
    await bring('2026-05-20 interview completed,,Rejected,,,')
    t.match(await interviews(), [{ heldOn: '2027-05-20', status: 'scheduled', result: 'pending' }])
  })

  await t.test('leaves the interview that its owner recorded for a round', async (t) => {
    const noor = await service.newAccount()
    const file = (second: string) =>
      `Company,Role,Applied,Interview 1,Interview 2\nHalden,Tester,2026-03-02,2026-03-10,${second}\n`
    const { rows } = await sendSheet(noor, file(''))
    const path = `/v1/applications/${rows[0].applicationId}/interviews`
    await noor.post(path, { startsAt: '2026-03-15T23:30:00Z' })
    t.match((await sendSheet(noor, file('2026-03-20'))).rows[0].remarks, [
      { code: 'changed_since', value: '2026-03-20', detail: /`interviews`/ },
    ])
    t.match((await noor.get(path)).body.data, [{ startsAt: '2026-03-15T23:30:00.000Z' }, { round: 1 }])
    const alike = await service.newAccount()
    const again = await sendSheet(alike, file(''))
    await alike.post(`/v1/applications/${again.rows[0].applicationId}/interviews`, {
      startsAt: '2026-03-15T23:30:00Z',
    })
    t.strictSame(
      told(await sendSheet(alike, file('2026-03-16'))),
      [['updated']],
      'the next day, further east',
    )
  })

  await t.test('and one recorded by hand ends its interviews in its own way, too', async (t) => {
    const noor = await service.newAccount()
    const byHand = { company: 'Halden', roleTitle: 'Tester', appliedOn: '2026-03-02' }
    const { id } = (await noor.post('/v1/applications', byHand)).body
    await noor.put(`/v1/applications/${id}/outcome`, { kind: 'withdrawn' })
    const { rows } = await sendSheet(noor, sheet('2026-03-17,,Rejected,,,'))
    t.match(rows, [{ applicationId: id, remarks: [{ code: 'recorded_otherwise', value: 'rejected' }] }])
    t.match((await noor.get(`/v1/applications/${id}/interviews`)).body.data, [{ result: 'unknown' }])
  })
})
