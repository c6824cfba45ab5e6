import { test } from 'tap'
import type { ComebackRecords } from '../../src/insights/comeback/rules/setbacks.ts'
import { comebackOf } from '../../src/insights/comeback/rules.ts'
import { plansOf } from '../../src/insights/plans/rules.ts'
import type { ApplicationRecord } from '../../src/insights/records/rules.ts'
import { responseTimesOf } from '../../src/insights/response-times/rules.ts'
import type { InterviewStatus } from '../../src/journal/interviews/rules.ts'
import { application, ended, held, id, WINDOW } from './records.ts'

const NOTHING = { questions: [], studyItems: [], studyReviews: [], plans: [], planReviews: [], pauses: [] }
const of = (applications: readonly ApplicationRecord[], more: Partial<ComebackRecords> = {}) =>
  comebackOf({ applications, lookBacks: [], ...NOTHING, ...more }, WINDOW)

const no = (n: number, heldOn: string, learnedOn: string) =>
  application(n, { interviews: [held(n, heldOn)], outcome: ended('rejected', { learnedOn }) })
const sent = (n: number, appliedOn: string) => application(n, { appliedOn })

test('the interview that a no came of is no way back from it, though both were on one day', async (t) => {
  const same = no(1, '2026-01-20', '2026-01-20')
  t.match(of([same]).comebackTime, { events: 0, censored: 1 })
  t.match(of([same, sent(2, '2026-01-20')]).comebackTime, { events: 1, censored: 0 })
})

test('the first act counts, in whatever order they were recorded', async (t) => {
  const three = [1, 2, 3].map((n) => no(n, '2026-01-10', '2026-01-20'))
  const acts = ['2026-02-20', '2026-01-25', '2026-02-10', '2026-01-24', '2026-02-25']
  const { comebackTime } = of([...three, ...acts.map((day, n) => sent(10 + n, day))])
  t.match(comebackTime, { medianDays: 4, events: 3 })
})

test('a no that is dated ahead of today is in no curve', async (t) => {
  t.match(of([no(1, '2026-01-10', '2026-04-01')]), { undated: 1, comebackTime: { events: 0, censored: 0 } })
})

test('an interview that was only recorded afterwards was not booked then', async (t) => {
  const three = [1, 2, 3].map((n) => no(n, '2026-01-10', '2026-01-20'))
  const recorded = (createdOn: string, heldOn: string) =>
    application(9, {
      interviews: [held(9, heldOn, { createdOn, status: 'cancelled' })],
      appliedOn: '2025-12-01',
    })
  t.match(of([...three, recorded('2026-02-01', '2026-02-09')]).comebackTime, { events: 3 })
  t.match(of([...three, recorded('2026-02-10', '2026-02-09')]).comebackTime, { events: 0 })
})

test('an interview for which no day was set was booked when it was recorded, whatever became of it', async (t) => {
  const three = [1, 2, 3].map((n) => no(n, '2026-01-10', '2026-01-20'))
  const undated = (status: InterviewStatus) =>
    application(9, {
      interviews: [held(9, null, { createdOn: '2026-02-01', status })],
      appliedOn: '2025-12-01',
    })
  for (const status of ['scheduled', 'cancelled', 'missed'] as const)
    t.match(of([...three, undated(status)]).comebackTime, { events: 3, medianDays: 12 }, status)
  t.match(of([...three, undated('completed')]).comebackTime, { events: 0 }, 'held, nobody knows when')
})

test('a round that did not lead on, with the day of the news, dates a no that has none', async (t) => {
  const told = application(1, {
    interviews: [held(1, '2026-01-10', { result: 'not_advanced', heardBackOn: '2026-01-15' })],
    outcome: ended('rejected'),
  })
  t.match(of([told]), { undated: 0, comebackTime: { censored: 1 } })
})

test('a plan written after an interview is not due on that day', async (t) => {
  const plan = {
    id: id('d', 1),
    createdAt: '2026-01-10T18:00:00.000Z',
    createdOn: '2026-01-10',
    status: 'open' as const,
    reflectionId: null,
    private: false,
  }
  const due = (...days: string[]) => {
    const applications = days.map((day, n) => application(n, { interviews: [held(n, day)] }))
    return plansOf({ applications, lookBacks: [], plans: [plan], planReviews: [] }, WINDOW).shownAgain
  }
  t.equal(due('2026-01-10'), 0)
  t.equal(due('2026-01-10', '2026-01-11'), 1)
})

test('whoever has waited longest comes first', async (t) => {
  const waits = ['2026-02-10', '2026-01-10', '2026-02-20'].map((day, n) =>
    application(n, { interviews: [held(n, day)] }),
  )
  const { waiting } = responseTimesOf({ applications: waits, lookBacks: [] }, WINDOW)
  t.strictSame(
    waiting.processes.map(({ daysSinceLastInterview }) => daysSinceLastInterview),
    [50, 19, 9],
  )
})
