import { test } from 'tap'
import { codes, readSheet } from './sheet.ts'
import { JOBSYNC_FILE, jobSyncFile } from './tracker-files.ts'

test('each status of JobSync is read as JobSync means it', async (t) => {
  const { format, dateOrder, problems, rows } = await readSheet(JOBSYNC_FILE)
  t.equal(format, 'jobsync')
  t.same(dateOrder, { applied: 'none', appliedDate: 'iso' })
  t.same(problems, [])
  t.same(
    rows.map(({ state, application }) => [state, application.appliedOn]),
    [
      ['saved', null],
      ['saved', null],
      ['applied', '2026-01-14'],
      ['interviewing', '2026-01-13'],
      ['offer_open', '2026-01-12'],
      ['rejected', '2026-01-11'],
      ['role_closed', null],
      ['applied', '2026-01-09'],
    ],
  )
  t.match(rows[2]?.application, {
    employmentType: 'part_time',
    workMode: 'remote',
    source: { channel: 'company_site', name: 'Company Career page' },
  })
  t.match(rows[3]?.application, { roleTitle: 'Rig "Lead"', employmentType: 'contract', workMode: 'onsite' })
})

test('what JobSync writes where it has nothing is nothing', async (t) => {
  const { rows } = await readSheet(JOBSYNC_FILE)
  const { notes, company, roleTitle, tags: _, contacts: __, ...others } = rows[0]?.application ?? {}
  t.same([company, roleTitle, notes], ['Halden', 'Test Engineer', 'createdAt: 2026-01-16'])
  t.same(
    Object.values(others).filter((member) => member !== null),
    [],
  )
  t.same(rows.map(codes), [
    [],
    ['appliedDate: not_day_of_application'],
    [],
    [],
    [],
    [],
    ['Status: kept_in_notes'],
    ['Status: ending_not_stated'],
  ])
})

test('a day beside a switch that says no is not the day of application', async (t) => {
  const draft = '2026-01-15,No,2026-01-15,A,B,Unknown,Not specified,N/A,N/A,Draft'
  const rejected = '2026-01-15,No,2026-01-15,A,B,Unknown,Not specified,N/A,N/A,Rejected'
  const { rows } = await readSheet(jobSyncFile([draft, rejected]))
  t.match(rows[0], {
    state: 'saved',
    application: { appliedOn: null, notes: 'appliedDate: 2026-01-15\ncreatedAt: 2026-01-15' },
  })
  t.match(rows[1], {
    state: 'rejected',
    application: { appliedOn: null, notes: 'appliedDate: 2026-01-15\napplied: No\ncreatedAt: 2026-01-15' },
  })
})

test('a running number is left out where it is the place of its row, and kept where it is not', async (t) => {
  const sheet = 'index,Company\n1,A\n7,B'
  const { rows } = await readSheet(sheet)
  t.same(
    rows.map(({ application }) => application.notes),
    [null, 'index: 7'],
  )
})
