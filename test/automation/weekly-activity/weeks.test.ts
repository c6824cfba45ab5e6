import fc from 'fast-check'
import { test } from 'tap'
import { weekOf } from '../../../src/platform/weeks.ts'

test('an ISO week', async (t) => {
  // What ISO 8601 itself gives for examples, and the days around.
  for (const [day, week] of Object.entries({
    '2008-12-28': '2008-W52',
    '2008-12-29': '2009-W01',
    '2010-01-03': '2009-W53',
    '2010-01-04': '2010-W01',
    '2026-03-01': '2026-W09',
    '2026-03-02': '2026-W10',
    '2026-03-08': '2026-W10',
    '2020-12-31': '2020-W53',
    '2021-01-01': '2020-W53',
  }))
    t.equal(weekOf(day).week, week, day)

  const days = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const property = fc.property(days, (day) => {
    const { week, from, to } = weekOf(day)
    t.ok(from <= day && day <= to)
    t.equal(new Date(from).getUTCDay(), 1, 'from Monday')
    t.equal(Date.parse(to) - Date.parse(from), 6 * 86_400_000, 'to Sunday')
    t.equal(weekOf(from).week, week)
    t.equal(weekOf(to).week, week)
    // The year of a week is the year of its Thursday.
    t.equal(week.slice(0, 4), new Date(Date.parse(from) + 3 * 86_400_000).toISOString().slice(0, 4))
  })
  fc.assert(property)
})
