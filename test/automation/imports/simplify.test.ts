import { test } from 'tap'
import { codes, onlyRow, readSheet } from './sheet.ts'
import { SIMPLIFY_FILE } from './tracker-files.ts'

test('the status of Simplify has a day, which becomes that of the offer or of the decision', async (t) => {
  const { format, rows, problems } = await readSheet(SIMPLIFY_FILE)
  t.equal(format, 'simplify')
  t.same(problems, [])
  t.same(
    rows.map(({ state, offer, outcome }) => [state, offer?.receivedOn ?? outcome?.decidedOn]),
    [
      ['saved', undefined],
      ['applied', undefined],
      ['interviewing', undefined],
      ['offer_open', '2026-02-02'],
      ['rejected', '2026-02-03'],
      ['applied', undefined],
    ],
  )
  t.same(
    rows.map(({ application }) => application.notes),
    [
      null,
      'Sent with\nthe long letter',
      'Status Date: 2026-01-20',
      null,
      'Archived: True\nDate Archived: 2026-02-20',
      'Status Date: 2026-01-14\nArchived: True\nDate Archived: 2026-02-21',
    ],
  )
  t.match(rows[1]?.application, { roleTitle: 'Test Engineer, Rigs', appliedOn: '2026-01-12' })
  t.match(rows[0]?.application, { url: 'https://halden.example/jobs/7', appliedOn: null })
})

test('what Simplify has archived is said where no outcome says how it ended', async (t) => {
  const { rows } = await readSheet(SIMPLIFY_FILE)
  t.same(rows.map(codes), [[], [], [], [], [], ['Archived: ending_not_stated']])
})

test('the short file of Simplify is its four columns and no other', async (t) => {
  const read = await readSheet('Job,Company,Applied,Status\nTester,Halden,2026-01-12,Rejected\n')
  t.match(read, { format: 'simplify', rows: [{ state: 'rejected' }] })
  t.match(read.rows[0]?.application, { company: 'Halden', roleTitle: 'Tester', appliedOn: '2026-01-12' })
  t.equal(
    (await readSheet('Job,Company,Applied,Status,Mood\nTester,Halden,,Applied,fine\n')).format,
    'generic',
  )
  t.equal((await onlyRow('Job,Company,Applied,Status\nTester,Halden,,Saved\n')).state, 'saved')
})
