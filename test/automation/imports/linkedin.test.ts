import { test } from 'tap'
import { codes, readSheet } from './sheet.ts'

test('jobs saved on LinkedIn are wishes, with their day in the notes', async (t) => {
  const { format, rows } = await readSheet(
    [
      '\uFEFFSaved Date,Job Url,Job Title,Company Name',
      '"11/4/24, 11:39 PM",http://www.linkedin.com/jobs/view/1,"Tester, ""rigs""",Halden',
      '"2/31/25, 9:05 AM",http://www.linkedin.com/jobs/view/2,Tester,Orrin',
      ',http://www.linkedin.com/jobs/view/3,Tester,Vesper',
    ].join('\r\n'),
  )
  t.equal(format, 'linkedin')
  t.same(
    rows.map(({ state, application }) => [state, application.appliedOn, application.notes]),
    [
      ['saved', null, 'Saved Date: 11/4/24, 11:39 PM'],
      ['saved', null, 'Saved Date: 2/31/25, 9:05 AM'],
      ['saved', null, null],
    ],
  )
  t.match(rows[0]?.application, { roleTitle: 'Tester, "rigs"', url: 'http://www.linkedin.com/jobs/view/1' })
  t.same(rows.map(codes), [[], ['Saved Date: no_such_day'], []])
})
