import fc from 'fast-check'
import { test } from 'tap'
import { replay, review, type Schedule, stateOf } from '../../../src/journal/study-items/rules/schedule.ts'
import { bareWordsOf, RATINGS, type Review } from '../../../src/journal/study-items/rules.ts'

test('the reference schedule: again, good, good, good, again, good, each on its due date', async (t) => {
  const ratings = ['again', 'good', 'good', 'good', 'again', 'good'] as const
  const due: string[] = []
  let schedule: Schedule | null = null
  for (const rating of ratings) {
    schedule = review(schedule, { rating, on: schedule?.dueOn ?? '2026-01-01' })
    due.push(schedule.dueOn)
  }
  t.strictSame(due, ['2026-01-02', '2026-01-05', '2026-01-13', '2026-02-04', '2026-02-06', '2026-02-10'])
})

test('ready is who answered clearly at an interval of seven days or more', async (t) => {
  const after = (...ratings: Review['rating'][]) => {
    let schedule: Schedule | null = null
    for (const rating of ratings) schedule = review(schedule, { rating, on: schedule?.dueOn ?? '2026-01-01' })
    return stateOf(schedule, ratings.at(-1))
  }
  t.equal(stateOf(null, undefined), 'new')
  t.equal(after('again', 'good'), 'learning', 'three days are not enough')
  t.equal(after('again', 'good', 'good'), 'ready')
  t.equal(after('again', 'good', 'good', 'hard'), 'learning', 'a rough answer is none to rely on')
  t.equal(after('again', 'good', 'good', 'again'), 'learning')
  t.equal(after('easy'), 'ready')
})

const reviews = fc.array(
  fc.record({
    rating: fc.constantFrom(...RATINGS),
    on: fc
      .integer({ min: 0, max: 200 })
      .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)),
  }),
  { minLength: 1, maxLength: 30 },
)

test('a schedule never exceeds 90 days, and always lies ahead', async (t) => {
  fc.assert(
    fc.property(reviews, (log) => {
      const schedule = replay(log)
      if (!schedule) return false
      const days = (Date.parse(schedule.dueOn) - Date.parse(schedule.reviewedOn)) / 86_400_000
      return days === schedule.intervalDays && days >= 1 && days <= 90
    }),
  )
  t.pass('for whatever reviews')
})

test('the same question is known again however it is typed', async (t) => {
  const same = (a: string, b: string) => bareWordsOf(a) === bareWordsOf(b)
  t.ok(same('How do you find a slow query?', '  how do you find a  slow query'))
  t.ok(same('What’s “ACID”?', "What's ACID"))
  t.ok(same('Ｗｈｙ us', 'why us?'))
  t.notOk(same('What is C?', 'What is C++?'))
  t.notOk(same('What is C#?', 'What is C?'))
  t.notOk(same('How do you find a slow query?', 'How do you find a fast query?'))
  t.ok(same('なぜ当社ですか？', 'なぜ当社ですか'))
})
