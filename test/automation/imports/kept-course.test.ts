import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { endsOf, sendSheet } from './sheet.ts'

const sheet = (headings: string, row: string) =>
  `Company,Role,Applied,${headings}\nHalden,Tester,2026-03-02,${row}\n`

test('a later file that says less of how an application went', async (t) => {
  const service = await openService(t)
  const begin = async (first: string) => {
    const noor = await service.newAccount()
    const { rows } = await sendSheet(noor, first)
    const path = `/v1/applications/${rows[0].applicationId}`
    const rounds = async () =>
      (await noor.get(`${path}/interviews`)).body.data
        .toReversed()
        .map(({ round, heldOn, result }: Record<string, unknown>) => [round, heldOn, result])
    return { noor, path, rounds, bring: (file: string) => sendSheet(noor, file) }
  }
  const DAYS = sheet('Interview 1,Interview 2', '2026-03-10,2026-03-17')

  await t.test('and counts the interviews takes no day from them, and adds what is missing', async (t) => {
    const { rounds, bring } = await begin(DAYS)
    const before = await rounds()
    t.strictSame(endsOf(await bring(sheet('Interviews', '2'))), [['noop']])
    t.strictSame(await rounds(), before)
    await bring(sheet('Interviews', '3'))
    t.strictSame(await rounds(), [
      [1, '2026-03-10', 'advanced'],
      [2, '2026-03-17', 'advanced'],
      [3, null, 'pending'],
    ])
    t.strictSame(endsOf(await bring(sheet('Interviews', '3'))), [['noop']])
  })

  await t.test('and leaves an interview empty keeps what the round before led to', async (t) => {
    const { rounds, bring } = await begin(DAYS)
    const before = await rounds()
    for (const row of ['2026-03-10,', ',2026-03-17', ',', '2026-03-10,2026-03-17']) {
      t.strictSame(endsOf(await bring(sheet('Interview 1,Interview 2', row))), [['noop']], row)
      t.strictSame(await rounds(), before, row)
    }
  })

  await t.test('and has no column for one bound of the pay keeps that bound', async (t) => {
    const { noor, path, bring } = await begin(sheet('Salary min,Salary max,Currency', '60000,70000,EUR'))
    await bring(sheet('Salary max,Currency', '75000,EUR'))
    const pay = async () => (await noor.get(path)).body.salaryRange
    t.match(await pay(), { minimum: 6_000_000, maximum: 7_500_000, currency: 'EUR' })
    await bring(sheet('Salary max,Currency', '75000,USD'))
    t.match(await pay(), { minimum: null, maximum: 7_500_000, currency: 'USD' })
    await bring(sheet('Salary min,Salary max,Currency', ',75000,USD'))
    t.match(await pay(), { minimum: null, maximum: 7_500_000 })
  })

  await t.test('and has it open again leaves the outcome on record, and says so once', async (t) => {
    for (const [ended, kind, open] of [
      ['Rejected', 'rejected', 'Offer'],
      ['Rejected', 'rejected', 'Interviewing'],
      ['Ghosted', 'no_response', 'Applied'],
      ['Offer declined', 'offer_declined', 'Offer'],
      ['Rejected', 'rejected', ''],
    ] as const) {
      const { noor, path, bring } = await begin(sheet('Status', ended))
      const { rows } = await bring(sheet('Status', open))
      const remark = { code: 'changed_since', value: kind, detail: /`outcome`.*stays/ }
      t.match(rows, [{ remarks: [remark] }], open)
      t.match((await noor.get(`${path}/outcome`)).body, { kind })
      t.strictSame(endsOf(await bring(sheet('Status', open))), [['noop']])
    }
  })

  await t.test('and has its columns in another order changes nothing', async (t) => {
    const { bring } = await begin(sheet('Colour,Shape,Comments', 'red,round,n1'))
    t.strictSame(endsOf(await bring(sheet('Shape,Comments,Colour', 'round,n1,red'))), [['noop']])
  })
})
