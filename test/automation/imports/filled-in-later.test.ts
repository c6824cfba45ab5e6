import { test } from 'tap'
import { openService } from '../../support/service.ts'
import { endsOf, sendSheet } from './sheet.ts'

const HEADINGS = 'Company,Role,Applied,Location,URL,Source\n'
const POOR = `${HEADINGS}Halden,Tester,2026-03-02,,,\n`
const RICH = `${HEADINGS}Halden,Tester,2026-03-02,Oslo,https://halden.example/1,LinkedIn\n`

test('a row that says more, or less, of which application it is than in the file before', async (t) => {
  const service = await openService(t)
  const begin = async (...files: string[]) => {
    const noor = await service.newAccount()
    const bring = async (file: string, query = '') => endsOf(await sendSheet(noor, file, query))
    for (const file of files) await bring(file)
    const applications = async () => (await noor.get('/v1/applications')).body.data
    return { noor, bring, applications }
  }

  await t.test('is the same application once what was empty is filled in', async (t) => {
    for (const row of [
      'Halden,Tester,2026-03-02,Oslo,,',
      'Halden,Tester,2026-03-02,,https://halden.example/1,',
      'Halden,Tester,2026-03-02,,,LinkedIn',
      'Halden ,Tester,2026-03-02,Oslo,https://halden.example/1,LinkedIn',
    ]) {
      const { bring, applications } = await begin(POOR)
      const file = `${HEADINGS}${row}\n`
      t.strictSame(await bring(file, '?dryRun=true'), [['updated']], row)
      t.strictSame(await bring(file), [['updated']], row)
      const [{ location, url, source }] = await applications()
      t.ok(location ?? url ?? source)
      for (const again of [file, POOR, file]) t.strictSame(await bring(again), [['noop']], row)
      const [after] = await applications()
      t.match(after, { location, url, source }, 'an empty cell takes nothing of it away')
      t.equal((await applications()).length, 1)
    }
  })

  await t.test('is the same application without its day', async (t) => {
    for (const file of [
      'Company,Role\nHalden,Tester\n',
      'Company,Role,Location\nHalden,Tester,Oslo\n',
      RICH.replace('2026-03-02', ''),
    ]) {
      const { bring, applications } = await begin(RICH)
      for (const query of ['?dryRun=true', '']) t.strictSame(await bring(file, query), [['noop']], file)
      t.match(await applications(), [{ appliedOn: '2026-03-02', location: 'Oslo' }])
      for (const again of [RICH, file]) t.strictSame(await bring(again), [['noop']], file)
    }
  })

  await t.test('is another one where it says something else', async (t) => {
    for (const file of [
      RICH.replace('Oslo', 'Bergen'),
      RICH.replace('03-02', '03-03'),
      RICH.replace('LinkedIn', 'Indeed'),
      RICH.replace('https://halden.example/1', 'https://halden.example/2'),
    ]) {
      const { bring } = await begin(RICH)
      t.strictSame(await bring(file), [['added', 'possible_duplicate']], file)
      t.strictSame(await bring(file), [['noop']], file)
    }
  })

  await t.test(
    'is another one where it is open, and the one before has ended: it was sent again',
    async (t) => {
      const ended = 'Company,Role,Applied,Status\nHalden,Tester,2026-03-02,Rejected\n'
      const open = 'Company,Role,Status\nHalden,Tester,Applied\n'
      const { bring, noor } = await begin(ended)
      for (const query of ['?dryRun=true', ''])
        t.strictSame(await bring(open, query), [['added', 'applied_without_date', 'possible_duplicate']])
      t.equal((await noor.get('/v1/applications?status=open')).body.data.length, 1)
      for (const file of [ended, open]) t.match(await bring(file), [['noop']])
      const other = await begin(ended)
      t.strictSame(await other.bring('Company,Role,Status\nHalden,Tester,Rejected\n'), [['noop']])
    },
  )

  await t.test('is another one where it may be either of two, or two rows may be it', async (t) => {
    const two = `${RICH}Halden,Tester,2026-03-02,Bergen,https://halden.example/1,LinkedIn\n`
    const one = await begin(two)
    t.strictSame(await one.bring(POOR), [['added', 'possible_duplicate']])
    const other = await begin(POOR)
    for (const query of ['?dryRun=true', ''])
      t.strictSame(await other.bring(two, query), [
        ['added', 'possible_duplicate'],
        ['added', 'possible_duplicate'],
      ])
  })

  await t.test(
    'is another one where its application is a row of the same file, before it or after',
    async (t) => {
      const [rich, poor] = [RICH, POOR].map((file) => file.slice(HEADINGS.length))
      for (const file of [`${HEADINGS}${rich}${poor}`, `${HEADINGS}${poor}${rich}`]) {
        const { bring, applications } = await begin(POOR, RICH)
        t.strictSame((await bring(file)).toSorted(), [['added'], ['noop']], file)
        t.equal((await applications()).length, 2)
        t.strictSame(await bring(file), [['noop'], ['noop']])
      }
    },
  )

  await t.test('is the same application though it names the company alone, or the role', async (t) => {
    for (const [before, after] of [
      ['Halden,,2026-03-02,,,', 'Halden,,2026-03-02,Oslo,https://halden.example/1,'],
      ['Halden,,,,,', 'Halden,,,,https://halden.example/1,'],
      [',Tester,2026-03-02,,,', ',Tester,2026-03-02,Oslo,,LinkedIn'],
      [',Tester,2026-03-02,,,LinkedIn', ',Tester,02.03.2026,,,LinkedIn'],
    ] as const) {
      const { bring, applications } = await begin(`${HEADINGS}${before}\n`)
      const file = `${HEADINGS}${after}\n`
      t.match((await bring(file, '?dryRun=true')).flat(), [/updated|noop/], after)
      await bring(file)
      t.equal((await applications()).length, 1, after)
      t.strictSame(await bring(file), [['noop']], after)
    }
  })

  await t.test('is another one where it names the role alone, and no day is the same', async (t) => {
    const { bring, applications } = await begin(`${HEADINGS},Tester,2026-03-02,,,\n`)
    await bring(`${HEADINGS},Tester,,,https://halden.example/1,\n`)
    t.equal((await applications()).length, 2)
  })

  await t.test('is the same application where its interview was held on the same day', async (t) => {
    const file = (url: string) => `Role,Interview,Status,URL\nTester,2026-03-17,Rejected,${url}\n`
    const { bring, applications, noor } = await begin(file(''))
    t.strictSame(await bring(file('https://halden.example/1')), [['updated']])
    t.match(await applications(), [{ url: 'https://halden.example/1' }])
    t.equal((await noor.get('/v1/interviews')).body.data.length, 1)
  })

  await t.test('is the same one of several that are alike, when days are written otherwise', async (t) => {
    for (const row of [',Tester,2026-03-14,,,LinkedIn\n', 'Halden,Tester,2026-03-14,,,LinkedIn\n']) {
      const file = `${HEADINGS}${row}${row}${row}`
      const { bring, applications } = await begin(file)
      const [otherwise, more] = [file, `${file}${row}`].map((text) =>
        text.replaceAll('2026-03-14', '14/03/2026'),
      )
      const statuses = async (text = '') => (await bring(text)).map(([status]) => status)
      t.strictSame(await statuses(otherwise), ['noop', 'noop', 'noop'])
      t.strictSame(await statuses(more), ['noop', 'noop', 'noop', 'added'])
      t.equal((await applications()).length, 4)
    }
  })

  await t.test('is the same application when the columns of its role change places', async (t) => {
    const { bring, applications } = await begin(
      'School,Discipline,Type,Date applied\nHalden,Law,Lecturer,2026-03-02\n',
    )
    const turned = 'Date applied,Type,Discipline,School\n2026-03-02,Lecturer,Law,Halden\n'
    for (const query of ['?dryRun=true', '']) t.match((await bring(turned, query)).flat(), [/updated|noop/])
    t.equal((await applications()).length, 1)
    t.strictSame(await bring(turned), [['noop']])
  })

  await t.test('is the one that said as much, when days are written otherwise', async (t) => {
    const file = `${RICH}Halden,Tester,2026-03-02,,,LinkedIn\nHalden,Tester,2026-03-02,,,\n`
    const { bring } = await begin(file)
    t.strictSame(await bring(file.replaceAll('2026-03-02', '2 Mar 2026')), [['noop'], ['noop'], ['noop']])
  })

  await t.test('is the same application when the day it was posted is written otherwise', async (t) => {
    const file = (posted: string) =>
      `Company,Role,Applied,Date posted,URL\nHalden,Tester,2026-03-14,${posted},https://halden.example/1\n`
    for (const posted of ['2026-03-11', '11 Mar 2026', '11.03.26', '2026-03-11T00:00:00Z']) {
      const { bring, applications } = await begin(file('3/11/2026'))
      t.strictSame(await bring(file(posted)), [['updated']], posted)
      t.match(await applications(), [{ notes: `Date posted: ${posted}` }])
      t.strictSame(await bring(file('3/12/2026')), [['added', 'possible_duplicate']])
    }
  })

  await t.test('is the same application once its name is corrected here and in the file', async (t) => {
    const { noor, bring, applications } = await begin(RICH.replace('Halden,', 'Haldn,'))
    const [{ id }] = await applications()
    await noor.patch(`/v1/applications/${id}`, { company: 'Halden' })
    for (const query of ['?dryRun=true', '', '']) t.strictSame((await bring(RICH, query)).length, 1)
    t.match(await applications(), [{ id, company: 'Halden' }])
    t.equal((await applications()).length, 1)
    t.strictSame(await bring(RICH), [['noop']])
  })

  await t.test('is found in a long file, too, wherever it stands', async (t) => {
    const others = Array.from({ length: 450 }, (_, i) => `Orrin,Cook ${i},2026-03-02,,,\n`).join('')
    const [rich, poor] = [RICH, POOR].map((file) => file.slice(HEADINGS.length))
    const { bring } = await begin(POOR, RICH)
    const ends = await bring(`${HEADINGS}${poor}${others}${rich}`)
    t.strictSame([ends[0], ends.at(-1)], [['added'], ['noop']])
  })
})
