import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { endsOf, sendSheet } from './sheet.ts'

const FIRST =
  'Company,Role,Applied,Location,Source\nHalden,Tester,2026-03-02,Oslo,LinkedIn\nOrrin,Cook,2026-03-02,,\n'

test('a row that is added though an application of its company and role was there', async (t) => {
  const service = await openService(t)

  await t.test('says so, in a rehearsal and for good', async (t) => {
    for (const file of [
      'Company,Role,Applied,Location,Source\nHALDEN ,Tester,2026-03-02,Oslo,Indeed\n',
      'Company,Role,Applied,Location\nHalden,Tester,2026-03-02,Bergen\n',
      FIRST.replace('Oslo', 'Oslo (office)'),
      FIRST.replace('2026-03-02,Oslo', '2026-03-03,Oslo'),
    ]) {
      const noor = await service.newAccount()
      const { applicationId } = (await sendSheet(noor, FIRST)).rows[0]
      for (const query of ['?dryRun=true', '']) {
        const [row] = (await sendSheet(noor, file, query)).rows
        const remark = { heading: null, code: 'possible_duplicate', value: applicationId }
        t.match(row, { status: 'added', remarks: [{ ...remark, detail: /this role/ }] }, file)
        t.equal(row.remarks.length, 1)
      }
      t.strictSame(endsOf(await sendSheet(noor, file))[0], ['noop'])
    }
  })

  await t.test('says so where it may be either of two', async (t) => {
    const noor = await service.newAccount()
    const { rows } = await sendSheet(
      noor,
      FIRST.replace('Orrin,Cook,2026-03-02,', 'Halden,Tester,2026-03-02,Bergen'),
    )
    const [row] = (await sendSheet(noor, 'Company,Role,Applied\nHalden,Tester,2026-03-02\n')).rows
    t.match(row, { status: 'added', remarks: [{ code: 'possible_duplicate', value: rows[1].applicationId }] })
  })

  await t.test('says so however ß and ς are written', async (t) => {
    const noor = await service.newAccount()
    const sheet = (company: string, place: string) =>
      `Company,Role,Applied,Location\n${company},Οδηγός,2026-03-02,${place}\n`
    const { applicationId: value } = (await sendSheet(noor, sheet('Weißbach', 'Oslo'))).rows[0]
    const other = sheet('WEISSBACH', 'Bergen').replace('Οδηγός', 'οδηγόσ')
    t.match((await sendSheet(noor, other)).rows, [
      { status: 'added', remarks: [{ code: 'possible_duplicate', value }] },
    ])
  })

  await t.test('says so of one whose company or role the file has put right', async (t) => {
    const remark = { code: 'possible_duplicate', detail: /another company or role/ }
    for (const [was, is] of [
      ['Halden,', 'Halden Instruments,'],
      ['Tester', 'Test Engineer'],
    ] as const) {
      const noor = await service.newAccount()
      const value = (await sendSheet(noor, FIRST)).rows[0].applicationId
      const file = FIRST.replace(was, is)
      for (const query of ['?dryRun=true', '']) {
        const { rows } = await sendSheet(noor, file, query)
        t.match(rows, [{ status: 'added', remarks: [{ ...remark, value }] }, { status: 'noop' }], is)
      }
      t.strictSame(endsOf(await sendSheet(noor, file)), [['noop'], ['noop']])
    }
  })

  await t.test(
    'says nothing of one that the file still has, or that another day or place tells apart',
    async (t) => {
      for (const file of [
        `${FIRST}Halden,Buyer,2026-03-02,Oslo,LinkedIn\n`,
        FIRST.replace('Halden,Tester,2026-03-02', 'Halden,Buyer,2026-03-03'),
        FIRST.replace('Tester,2026-03-02,Oslo', 'Buyer,2026-03-02,Bergen'),
        FIRST.replace('Halden,Tester', 'Lindgren,Buyer'),
      ]) {
        const noor = await service.newAccount()
        await sendSheet(noor, FIRST)
        const { rows } = await sendSheet(noor, file)
        const added = rows.filter(({ status }: { status: string }) => status === 'added')
        t.match(added, [{ remarks: [] }], file)
      }
    },
  )

  await t.test('names each of several once', async (t) => {
    const noor = await service.newAccount()
    const two = FIRST.replace('Orrin,Cook,2026-03-02,', 'Halden,Tester,2026-03-02,Bergen')
    const known = (await sendSheet(noor, two)).rows.map((row: { applicationId: string }) => row.applicationId)
    const file = 'Company,Role,Applied\nHalden,Tester,2026-03-02\nHalden,Tester,2026-03-02\n'
    for (const query of ['?dryRun=true', '']) {
      const { rows } = await sendSheet(noor, file, query)
      const named = rows.flatMap(({ remarks }: { remarks: { code: string; value: string }[] }) =>
        remarks.filter(({ code }) => code === 'possible_duplicate').map(({ value }) => value),
      )
      t.strictSame(named.toSorted(), known.toSorted())
    }
  })

  await t.test('says so of one that was recorded by hand', async (t) => {
    const noor = await service.newAccount()
    const byHand = { company: 'Halden', roleTitle: 'Tester', appliedOn: '2026-02-27' }
    const { id } = (await noor.post('/v1/applications', byHand)).body
    const body = await sendSheet(noor, FIRST)
    t.match(body.rows[0].remarks, [{ code: 'possible_duplicate', value: id }])
    t.strictSame(endsOf(body), [['added', 'possible_duplicate'], ['added']])
  })

  await t.test('says nothing of rows of its own file, nor of those that these are', async (t) => {
    const noor = await service.newAccount()
    const file = `${FIRST}Halden,Tester,2026-03-09,Oslo,LinkedIn\n,Tester,2026-03-09,,\n,Tester,2026-03-10,,\n`
    t.strictSame(endsOf(await sendSheet(noor, FIRST)), [['added'], ['added']])
    t.strictSame(endsOf(await sendSheet(noor, file)).slice(2), [['added'], ['added'], ['added']])
  })
})
