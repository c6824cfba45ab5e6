import fc from 'fast-check'
import { test } from 'tap'
import { decideDateOrders } from '../../../src/automation/imports/rules/date-orders.ts'
import { readDate } from '../../../src/automation/imports/rules/dates.ts'
import type { DateOrder } from '../../../src/automation/imports/rules/types.ts'
import { inUtc } from '../../../src/automation/imports/rules/zones.ts'
import { TODAY } from './sheet.ts'

const day = (text: string, order: DateOrder = 'month_first') => {
  const date = readDate(text, order, TODAY)
  return date.read ? [date.on, date.time, date.rest] : date.code
}

const order = (cells: string[], past = true) =>
  decideDateOrders([{ heading: 'Applied', cells, past }], TODAY).Applied

test('days are read as people and their tools write them', async (t) => {
  t.same(day('11/23/24, 11:39 PM'), ['2024-11-23', '23:39', ''])
  t.same(day('06/11/2023 9:00', 'day_first'), ['2023-11-06', '09:00', ''])
  t.same(day('2016-08-31T00:00:00Z'), ['2016-08-31', null, ''])
  t.same(day('5-May-24'), ['2024-05-05', null, ''])
  t.same(day('Mon, May 6th, 2024'), ['2024-05-06', null, ''])
  t.same(day('1er février 2024'), ['2024-02-01', null, ''])
  t.same(day('5. März 2024'), ['2024-03-05', null, ''])
  t.same(day('12 de marzo de 2024'), ['2024-03-12', null, ''])
  t.same(day('7/15/2024 at 3pm'), ['2024-07-15', '15:00', ''])
  t.same(day('11/23/24, 12:05 AM'), ['2024-11-23', '00:05', ''])
})

test('what no member can hold is handed back beside the day', async (t) => {
  t.same(day('7/15/2024 (phone)'), ['2024-07-15', null, 'phone'])
  t.same(day('3/13/2023 18:51:27'), ['2023-03-13', '18:51', ':27'])
})

const clock = (text: string) => {
  const date = readDate(text, 'day_first', TODAY)
  return date.read && [date.time, date.zone, date.rest]
}

test('a zone is told apart from the end of an appointment', async (t) => {
  t.same(clock('2024-05-01T22:30:00.000Z'), ['22:30', 0, ''])
  t.same(clock('2024-05-01T22:30+02:00'), ['22:30', 120, ''])
  t.same(clock('2024-05-01 22:30:00-05'), ['22:30', -300, ''])
  t.same(clock('Wed, 1 May 2024 22:30:00 -0330'), ['22:30', -210, ''])
  t.same(clock('1/5/2024 10:30 pm UTC'), ['22:30', 0, ''])
  t.same(clock('1/5/2024 10:30 GMT+5:45 (phone)'), ['10:30', 345, 'phone'])
  t.same(clock('1/5/2024 10:30 (GMT+5:30)'), ['10:30', 330, ''])
  t.same(clock('1/5/2024 10:30 (UTC)'), ['10:30', 0, ''])
  t.same(clock('1/5/2024 10:30 (+10 min)'), ['10:30', null, '+10 min'])
  t.same(clock('1/5/2024 10:00-11:00'), ['10:00', null, '11:00'])
  t.same(clock('1/5/2024 10:00 am-11:00 am'), ['10:00', null, '11:00 am'])
  t.same(clock('1/5/2024 10:00:00-11:00:00'), ['10:00', null, '11:00:00'])
  t.same(clock('1/5/2024 10:00 +30 min'), ['10:00', null, '+30 min'])
  t.same(clock('1/5/2024 10:00 America/New_York (phone)'), ['10:00', 'america/new_york', 'phone'])
  t.same(clock('1/5/2024 10:00 pm [Europe/Berlin]'), ['22:00', 'europe/berlin', ''])
  t.same(clock('2024-05-01T00:00:00+02:00'), [null, null, ''])
})

test('a time whose zone cannot be read is none', async (t) => {
  for (const zone of ['+99:00', '+05:10', ' +3', ' PST', ' America/Atlantis'])
    t.same(clock(`1/5/2024 10:00${zone}`), [null, undefined, ''], zone)
  t.same(clock('1/5/2024 10:00 EST (phone)'), [null, undefined, 'phone'])
})

test('a time in a zone is an instant, also where its clocks change', async (t) => {
  const utc = (zone: string, on: string, time: string) => Object.values(inUtc({ on, time }, zone)).join(' ')
  t.equal(utc('europe/berlin', '2026-01-15', '10:00'), '2026-01-15 09:00')
  t.equal(utc('europe/berlin', '2026-03-29', '02:30'), '2026-03-29 01:30', 'a time that is skipped')
  t.equal(utc('europe/berlin', '2026-10-25', '02:30'), '2026-10-25 00:30', 'the first of two')
  t.equal(utc('america/new_york', '2026-11-01', '01:30'), '2026-11-01 05:30', 'the first of two')
  t.equal(utc('asia/kathmandu', '2026-07-15', '02:00'), '2026-07-14 20:15')
})

test('what cannot be placed on one day is not placed', async (t) => {
  t.equal(day('8/82019'), 'date_not_read')
  t.equal(day('8-Jul'), 'date_without_year')
  t.equal(day('7/15'), 'date_without_year')
  t.equal(day('July 2024'), 'date_not_read')
  t.equal(day('2024-07'), 'date_not_read')
  t.equal(day('9/20/2023 and 9/27/2023'), 'several_dates')
  t.equal(day('9/20/2023, 9/27'), 'several_dates')
  t.equal(day('week of 7/15/2024'), 'date_not_read')
  t.equal(day('7/15/2024?'), 'date_not_read')
  t.equal(day('7/15/2224'), 'date_not_read')
  t.equal(day('31/12/2024', 'month_first'), 'date_not_read')
})

test('a day that the calendar does not have is told apart from what is no date', async (t) => {
  for (const text of ['31/02/2024', '02/31/2024', 'Feb 30, 2024', '2025-02-29', '31 juin 2024', '2024-13-01'])
    for (const column of ['day_first', 'month_first', 'ambiguous'] as const)
      t.equal(day(text, column), 'no_such_day', `${text} ${column}`)
  t.same(day('2024-02-29'), ['2024-02-29', null, ''])
})

test('every day of the calendar reads back in both orders, and no other day does', async (t) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2000, max: 2026 }),
      (d, m, y) => {
        const real = new Date(Date.UTC(y, m - 1, d)).getUTCMonth() === m - 1
        const iso = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
        for (const text of [day(`${d}/${m}/${y}`, 'day_first'), day(`${m}-${d}-${y}`), day(iso)]) {
          if (real ? text[0] !== iso : text !== 'no_such_day') return false
        }
        return true
      },
    ),
  )
  t.pass('all days agree')
})

test('one day past the twelfth settles a whole column', async (t) => {
  t.equal(order(['03/04/2024', '05/06/2024', '25/06/2024']), 'day_first')
  t.equal(order(['03/04/2024', '05/06/2024', '6/25/2024']), 'month_first')
  t.equal(order(['3.4.2024']), 'day_first')
  t.equal(order(['2024-03-04']), 'iso')
  t.equal(order(['4 March 2024']), 'named')
  t.equal(order(['soon', '']), 'none')
})

test('a slip of the pen does not turn a column, an even split settles nothing', async (t) => {
  const many = Array.from({ length: 15 }, (_, index) => `3/${index + 14}/2024`)
  t.equal(order([...many, '31/12/2024']), 'month_first')
  t.equal(order(['3/14/2024', '14/3/2024']), 'mixed')
  t.equal(order(['3/14/2024', '14/3/2024', '15/3/2024']), 'mixed')
  t.equal(order(['3/14/2024', '3/15/2024', '14/3/2024']), 'mixed')
})

test('a column that leaves it open follows the rest of the file, then what is not in the future', async (t) => {
  const columns = [
    { heading: 'Applied', cells: ['03/04/2024'], past: true },
    { heading: 'Answer', cells: ['28/04/2024'], past: true },
  ]
  t.same(decideDateOrders(columns, TODAY), { Applied: 'day_first', Answer: 'day_first' })
  t.equal(order(['02/11/2026', '01/12/2026']), 'month_first')
  t.equal(order(['02/11/2026'], false), 'ambiguous')
  t.equal(order(['03/04/2024']), 'ambiguous')
})

test('the person settles what the file leaves open, but cannot turn a column that is clear', async (t) => {
  const columns = [{ heading: 'Applied', cells: ['03/04/2024'], past: true }]
  t.same(decideDateOrders(columns, TODAY, 'day_first'), { Applied: 'day_first' })
  const clear = [{ heading: 'Applied', cells: ['3/25/2024'], past: true }]
  t.same(decideDateOrders(clear, TODAY, 'day_first'), { Applied: 'month_first' })
})

test('in an open column only days that read the same both ways are taken', async (t) => {
  t.equal(day('03/04/2024', 'ambiguous'), 'date_order_ambiguous')
  t.same(day('04/04/2024', 'ambiguous'), ['2024-04-04', null, ''])
  t.same(day('25/04/2024', 'mixed'), ['2024-04-25', null, ''])
})
