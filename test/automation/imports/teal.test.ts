import { test } from 'tap'
import { readSheet } from './sheet.ts'
import { TEAL_FILE } from './tracker-files.ts'

test('each status of Teal is read as Teal means it', async (t) => {
  const { format, rows } = await readSheet(TEAL_FILE)
  t.equal(format, 'teal')
  t.same(
    rows.map(({ state }) => state),
    [
      'saved',
      'saved',
      'applied',
      'interviewing',
      'offer_open',
      'rejected',
      'applied',
      'withdrawn',
      'no_response',
      'offer_accepted',
    ],
  )
  t.match(rows[2]?.application, {
    appliedOn: '2025-02-03',
    source: { channel: 'job_board', name: 'Indeed' },
    salaryRange: { minimum: 7_000_000, currency: 'USD', period: 'year' },
  })
  t.equal(rows[1]?.application.notes, 'Two pages,\nno photo\nDate Saved: 1/13/2026')
  t.equal(rows[0]?.application.notes, 'Excitement: 4\nDate Saved: 1/13/2026')
})

test('a row that was archived ended nowhere: it stays open, and says so', async (t) => {
  const { rows } = await readSheet(TEAL_FILE)
  const archived = rows.find(({ application }) => application.company === 'Sundby')
  t.match(archived, { state: 'applied', outcome: null, application: { appliedOn: '2025-02-07' } })
  t.equal(archived?.application.notes, 'Status: Archived\nDate Saved: 1/14/2026')
  t.match(archived?.remarks, [{ heading: 'Status', code: 'ending_not_stated', value: 'Archived' }])
})

test('days that are kept as written tell how the days of the other columns are', async (t) => {
  const { dateOrder, problems } = await readSheet(TEAL_FILE)
  t.same(dateOrder, { 'Date Applied': 'month_first' })
  t.same(problems, [])
  const open = TEAL_FILE.replaceAll(/1\/1[34]\/2026/g, '1/2/2026')
  t.match(await readSheet(open), {
    dateOrder: { 'Date Applied': 'ambiguous' },
    problems: [{ code: 'date_order_ambiguous', heading: 'Date Applied' }],
  })
  const stated = await readSheet(open, { dateOrder: 'day_first' })
  t.equal(stated.rows[2]?.application.appliedOn, '2025-03-02')
  t.same(stated.problems, [])
})
