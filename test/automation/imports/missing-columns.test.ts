import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { endsOf, sendSheet } from './sheet.ts'

const WHOLE = [
  'Company,Role,Applied,Reply,Status,Rejected on,Interview,Salary,Tags,CV,Colour,Comments',
  'Halden,Tester,2026-03-02,2026-03-09,Rejected,2026-03-20,2026-03-17,€55k per year,"lab, day",cv-2.pdf,red,Kind people',
].join('\n')

test('a file without some of the columns of the one before', async (t) => {
  const service = await openService(t)
  const begin = async (payload: string) => {
    const noor = await service.newAccount()
    const { rows } = await sendSheet(noor, payload)
    const path = `/v1/applications/${rows[0].applicationId}`
    const read = async () => {
      const { updatedAt, version, daysSilent, silentSince, ...application } = (await noor.get(path)).body
      const interviews = (await noor.get(`${path}/interviews`)).body.data
      const [outcome, offer] = [await noor.get(`${path}/outcome`), await noor.get(`${path}/offer`)]
      return { application, interviews, outcome: outcome.body, offer: offer.status === 200 && offer.body }
    }
    return { noor, read, bring: (file: string, query = '') => sendSheet(noor, file, query) }
  }

  await t.test('states nothing of what they held', async (t) => {
    const { read, bring } = await begin(WHOLE)
    const before = await read()
    t.match(before.application, { notes: 'Kind people\nColour: red', tags: ['lab', 'day'] })
    for (const file of [
      'Company,Role,Applied\nHalden,Tester,2026-03-02\n',
      'Company,Role,Applied,Status\nHalden,Tester,2026-03-02,Rejected\n',
      'Company,Role,Applied,Interview\nHalden,Tester,2026-03-02,2026-03-17\n',
      'Company,Role,Applied,Status\nHalden,Tester,2026-03-02,Phone screen\n',
      'Company,Role,Applied,Colour\nHalden,Tester,2026-03-02,red\n',
      WHOLE,
    ])
      for (const query of ['?dryRun=true', '']) {
        const told = file.includes('Phone screen') ? ['changed_since'] : []
        t.strictSame(endsOf(await bring(file, query)), [['noop', ...told]], file)
        t.strictSame(await read(), before)
      }
  })

  await t.test('changes what its own columns say, and its notes only under their headings', async (t) => {
    const { read, bring } = await begin(WHOLE)
    const file = 'Company,Role,Applied,Colour,Shape\nHalden,Tester,2026-03-02,blue,round\n'
    t.match((await bring(file)).counts, { updated: 1 })
    t.match((await bring(file)).counts, { noop: 1 })
    t.equal((await read()).application.notes, 'Kind people\nColour: blue\nShape: round')
    await bring('Company,Role,Applied,Comments\nHalden,Tester,2026-03-02,Very kind people\n')
    t.equal((await read()).application.notes, 'Very kind people\nColour: blue\nShape: round')
    await bring('Company,Role,Applied,Comments,Colour\nHalden,Tester,2026-03-02,,blue\n')
    t.equal((await read()).application.notes, 'Colour: blue\nShape: round', 'an emptied cell says so')
  })

  await t.test('takes no pay away whose currency it lacks', async (t) => {
    const whole = 'Company,Role,Applied,Salary,Currency\nHalden,Tester,2026-03-02,60000-70000,EUR\n'
    const { read, bring } = await begin(whole)
    const { salaryRange } = (await read()).application
    t.match(salaryRange, { minimum: 6_000_000, maximum: 7_000_000, currency: 'EUR' })
    await bring('Company,Role,Applied,Salary\nHalden,Tester,2026-03-02,60000-70000\n')
    t.strictSame((await read()).application.salaryRange, salaryRange)
    await bring('Company,Role,Applied,Salary\nHalden,Tester,2026-03-02,\n')
    t.equal((await read()).application.salaryRange, null, 'an emptied cell says so')
  })

  await t.test('leaves it known what they said last', async (t) => {
    const { read, bring } = await begin(WHOLE)
    await bring('Company,Role,Applied\nHalden,Tester,2026-03-02\n')
    await bring(WHOLE.replace('2026-03-20,2026-03-17', '2026-03-21,2026-03-18').replace('cv-2', 'cv-3'))
    const { application, interviews, outcome } = await read()
    t.match(application, { resumeVersion: 'cv-3.pdf', notes: 'Kind people\nColour: red' })
    t.match(interviews, [{ heldOn: '2026-03-18', result: 'not_advanced' }])
    t.equal(outcome.decidedOn, '2026-03-21')
  })

  await t.test('adds a round that its words name, and takes no day from the others', async (t) => {
    const { read, bring } = await begin(
      'Company,Role,Applied,Interview,Offer\nHalden,Tester,2026-03-02,2026-03-17 10:00,2026-04-01\n',
    )
    await bring('Company,Role,Applied,Status\nHalden,Tester,2026-03-02,2nd interview\n')
    const { interviews, offer } = await read()
    t.match(
      interviews.map(({ round, startsAt }: Record<string, unknown>) => [round, startsAt]),
      [
        [2, null],
        [1, '2026-03-17T10:00:00.000Z'],
      ],
    )
    t.equal(offer.receivedOn, '2026-04-01')
    await bring('Company,Role,Applied,Status\nHalden,Tester,2026-03-02,Offer\n')
    t.equal((await read()).offer.receivedOn, '2026-04-01')
  })

  await t.test('tells its interviews apart by their columns', async (t) => {
    const first =
      'Company,Role,Applied,Phone call,Interview 1,Interview 2,Status\nHalden,Tester,2026-03-02,2026-03-09,2026-03-17,2026-03-24,Rejected\n'
    const { read, bring } = await begin(first)
    const rounds = async () =>
      (await read()).interviews
        .toReversed()
        .map(({ round, label, heldOn, result }: Record<string, unknown>) => [round, label, heldOn, result])
    const before = await rounds()
    for (const file of [
      'Company,Role,Applied,Interview 1,Interview 2\nHalden,Tester,2026-03-02,2026-03-17,2026-03-24\n',
      'Company,Role,Applied,Phone call,Interview 1,Status\nHalden,Tester,2026-03-02,2026-03-09,2026-03-17,Rejected\n',
      first,
    ]) {
      t.match((await bring(file)).counts, { noop: 1 }, file)
      t.strictSame(await rounds(), before)
    }
    const moved = 'Company,Role,Applied,Interview 1,Onsite\nHalden,Tester,2026-03-02,2026-03-18,2026-04-01\n'
    t.match((await bring(moved)).counts, { updated: 1 })
    t.match(await rounds(), [
      [1, 'Phone call', '2026-03-09', 'advanced'],
      [2, 'Interview 1', '2026-03-18', 'advanced'],
      [3, 'Interview 2', '2026-03-24', 'not_advanced'],
      [4, 'Onsite', '2026-04-01'],
    ])
    t.match((await bring(moved)).counts, { noop: 1 })
  })

  await t.test('moves no interview whose owner lives in another time zone by then', async (t) => {
    const { noor, read, bring } = await begin(
      'Company,Role,Applied,Interview,Comments\nHalden,Tester,2026-03-02,2026-03-17 10:00,n1\n',
    )
    await noor.patch('/v1/me', { timeZone: 'America/Los_Angeles' })
    t.match((await bring('Company,Role,Applied,Comments\nHalden,Tester,2026-03-02,n2\n')).counts, {
      updated: 1,
    })
    t.match(await read(), { interviews: [{ startsAt: '2026-03-17T10:00:00.000Z', timeZone: 'UTC' }] })
  })

  await t.test('keeps notes whole of which no headings are remembered', async (t) => {
    const { read, bring } = await begin(WHOLE)
    const { id } = (await read()).application
    await service.db.$client.query(
      `UPDATE imported_rows SET reading = reading - 'noteHeadings' WHERE application_id = '${id}'`,
    )
    t.match((await bring('Company,Role,Applied\nHalden,Tester,2026-03-02\n')).counts, { noop: 1 })
    await bring('Company,Role,Applied,Colour,Shape\nHalden,Tester,2026-03-02,red,round\n')
    t.equal((await read()).application.notes, 'Kind people\nColour: red\nShape: round')
  })

  await t.test('is read so, too, after a journal was taken along', async (t) => {
    const { noor, read } = await begin(WHOLE)
    const { body: journal } = await noor.get('/v1/exports/journal.json')
    const sam = await service.newAccount()
    await sam.post('/v1/imports', journal)
    const { counts } = await sendSheet(sam, 'Company,Role,Applied,Colour\nHalden,Tester,2026-03-02,blue\n')
    t.match(counts, { updated: 1 })
    const { data } = (await sam.get('/v1/applications')).body
    t.equal(data[0].notes, 'Kind people\nColour: blue')
    t.equal((await read()).application.notes, 'Kind people\nColour: red')
  })
})

test('a file without columns that told rows apart', async (t) => {
  const service = await openService(t)
  const first = [
    'Company,Role,Applied,Location,Source,Job ID,Comments',
    'Halden,Tester,2026-03-02,Oslo,LinkedIn,R-7,n1',
    'Halden,Tester,2026-03-09,Oslo,LinkedIn,R-7,',
    'Orrin,Cook,2026-03-02,,,,',
  ].join('\n')
  const begin = async () => {
    const noor = await service.newAccount()
    const ids = (await sendSheet(noor, first)).rows.map((row: { applicationId: string }) => row.applicationId)
    return { noor, ids }
  }

  await t.test('is still about the applications that its rows can alone be', async (t) => {
    for (const file of [
      'Company,Role,Applied,Source,Job ID\nHalden,Tester,2026-03-02,LinkedIn,R-7\n',
      'Company,Role,Applied,Location,Job ID\nHalden,Tester,2026-03-02,Oslo,R-7\n',
      'Company,Role,Applied\nHalden,Tester,2026-03-02\n',
    ]) {
      const { noor, ids } = await begin()
      for (const query of ['?dryRun=true', '', '']) {
        const body = await sendSheet(noor, file, query)
        t.strictSame([body.rows[0].applicationId, endsOf(body)], [ids[0], [['noop']]], file)
      }
      const { rows } = await sendSheet(
        noor,
        file.replace('Applied', 'Applied,Comments').replace('-02', '-02,n2'),
      )
      t.match(rows, [{ status: 'updated', applicationId: ids[0] }])
      t.match((await sendSheet(noor, first.replace('n1', 'n3'))).counts, { updated: 1, noop: 2 })
      t.equal((await noor.get(`/v1/applications/${ids[0]}`)).body.notes, 'n3\nJob ID: R-7')
    }
  })

  await t.test('adds what they cannot be', async (t) => {
    for (const file of [
      'Company,Role,Applied,Location\nHalden,Tester,2026-03-02,Bergen\n',
      'Company,Role,Applied,Job ID\nHalden,Tester,2026-03-02,R-8\n',
      'Company,Role,Applied\nHalden,Tester,2026-03-16\n',
      'Company,Role,Location\nHalden,Tester,Oslo\n',
      'Company,Role,Applied,Location\n,Tester,2026-03-02,Oslo\n',
    ]) {
      const { noor } = await begin()
      t.match((await sendSheet(noor, file)).counts, { added: 1 }, file)
      t.match((await sendSheet(noor, file)).counts, { noop: 1 })
    }
  })

  await t.test('has each application once', async (t) => {
    const { noor, ids } = await begin()
    const row = 'Halden,Tester,2026-03-02\n'
    t.match((await sendSheet(noor, `Company,Role,Applied\n${row}${row}`)).rows, [
      { status: 'noop', applicationId: ids[0] },
      { status: 'added' },
    ])
  })
})
