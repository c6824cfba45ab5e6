import { test } from 'tap'
import { periodIn } from '../../src/platform/time-zones.ts'

const hours = (zone: string, from: string, to = from) => {
  const { begins, ends } = periodIn(zone, from, to)
  return (Date.parse(ends) - Date.parse(begins)) / 3_600_000
}

test('a period begins with its first day and ends after its last one, in its own zone', async (t) => {
  const [from, to] = ['2026-05-25', '2026-05-31']
  const days = { from, to }
  t.strictSame(periodIn('UTC', from, to), {
    ...days,
    begins: '2026-05-25T00:00:00.000Z',
    ends: '2026-06-01T00:00:00.000Z',
  })
  t.strictSame(periodIn('Asia/Tokyo', from, to), {
    ...days,
    begins: '2026-05-24T15:00:00.000Z',
    ends: '2026-05-31T15:00:00.000Z',
  })
  t.equal(periodIn('America/Los_Angeles', from, to).ends, '2026-06-01T07:00:00.000Z')
})

test('a day is as long as the clocks make it', async (t) => {
  t.equal(hours('Europe/Berlin', '2026-03-29'), 23)
  t.equal(hours('Europe/Berlin', '2026-10-25'), 25)
  t.equal(hours('Europe/Berlin', '2026-03-01', '2026-03-31'), 31 * 24 - 1)
  t.equal(periodIn('America/Sao_Paulo', '2018-11-04', '2018-11-04').begins, '2018-11-04T03:00:00.000Z')
  t.equal(hours('America/Sao_Paulo', '2018-11-04'), 23, 'a day whose midnight is skipped')
})
