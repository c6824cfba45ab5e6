import fc from 'fast-check'
import { test } from 'tap'
import { MOST_ACTIONS, nextActionsOf } from '../../src/guidance/next-actions/rules.ts'
import { NextActions } from '../../src/guidance/next-actions/schemas.ts'
import { nameOf, winsOf } from '../../src/guidance/wins/rules.ts'
import { isOwnDecision } from '../../src/journal/outcomes/rules.ts'
import { actionTitle, say } from '../../src/language/say.ts'
import { id } from '../insights/records.ts'
import { faultsOf } from '../language/voice.ts'
import { read, searches, TODAY, turned } from './records.ts'

const NONE = { items: 0, since: null, only: null }
const DUE = { items: 2, since: '2026-02-27', only: null }
const AGREED = ['2026-02-20', '2026-03-09', null].map((dueOn, n) => ({
  id: id('d', n),
  text: 'Write down three questions',
  dueOn,
  madeBy: n === 1 ? ('client' as const) : ('coach' as const),
  applicationId: null,
  interviewId: null,
}))
const asSet = (items: readonly unknown[]) => JSON.stringify(items.map((item) => JSON.stringify(item)).sort())

test('the order of the records changes neither a win nor an action', async () => {
  fc.assert(
    fc.property(searches, (rows) => {
      const [one, other] = [read(rows), read(turned(rows))]
      return (
        asSet(winsOf(one)) === asSet(winsOf(other)) &&
        JSON.stringify(nextActionsOf(one, DUE, AGREED)) === JSON.stringify(nextActionsOf(other, DUE, AGREED))
      )
    }),
    { numRuns: 500 },
  )
})

test('every win has a day, is told once, and keeps to the voice', async () => {
  fc.assert(
    fc.property(searches, (rows) => {
      const wins = winsOf(read(rows))
      const names = wins.map(nameOf)
      return (
        new Set(names).size === names.length &&
        wins.every(({ on }) => /^\d{4}-\d\d-\d\d$/.test(on)) &&
        wins.every(({ code, basis }) => faultsOf(say('en', code, basis as never)).length === 0)
      )
    }),
  )
})

test('every interview is a win, and whatever ends an application takes none of these away', async () => {
  fc.assert(
    fc.property(searches, (rows) => {
      const obtained = (record: ReturnType<typeof read>) =>
        winsOf(record).filter(({ code }) => code === 'interview_obtained').length
      const record = read(rows)
      const open = record.applications.map((application) => ({ ...application, outcome: null }))
      const interviews = record.applications.flatMap((application) => application.interviews).length
      return obtained(record) === interviews && obtained({ ...record, applications: open }) === interviews
    }),
  )
})

test('one setback more never takes a way back away', async () => {
  fc.assert(
    fc.property(searches, (rows) => {
      const record = read(rows)
      const back = (applications: typeof record.applications) =>
        winsOf({ ...record, applications }).filter(({ code }) => code === 'came_back').length
      const fewer = record.applications.map((application, at) => {
        const { outcome } = application
        return at === 0 && outcome && !isOwnDecision(outcome.kind)
          ? { ...application, outcome: null }
          : application
      })
      return back(record.applications) >= back(fewer)
    }),
  )
})

test('actions are ten at most, in their order, meet the contract and keep to the voice', async () => {
  fc.assert(
    fc.property(searches, fc.constantFrom(NONE, DUE), fc.constantFrom([], AGREED), (rows, due, agreed) => {
      const actions = nextActionsOf(read(rows), due, agreed)
      const data = actions.map(({ ownWords, ...action }) => ({
        ...action,
        title: ownWords ?? actionTitle('en', action.code),
        why: say('en', action.code, action.basis as never),
      }))
      return (
        actions.length <= MOST_ACTIONS &&
        NextActions.safeParse({ data, pause: null }).success &&
        data.every(({ why }) => faultsOf(why).length === 0)
      )
    }),
  )
})

test('nothing is asked about an application that is closed or put out of sight but to look back or ahead', async () => {
  fc.assert(
    fc.property(searches, (rows) => {
      const record = read(rows)
      const quiet = new Set(
        record.applications.filter((it) => it.outcome || it.archived).map((it) => it.applicationId),
      )
      return nextActionsOf(record, NONE, [])
        .filter(({ code }) => ['follow_up', 'record_silence', 'date_next_step'].includes(code))
        .every(({ subject, dueOn }) => !quiet.has(String(subject.applicationId)) && (dueOn ?? '') <= TODAY)
    }),
  )
})

test('without their scope, nothing comes of reflections and plans', async () => {
  const told = (code: string, basis: object) =>
    ['reflection_finished', 'reflect', 'review_plan'].includes(code) ||
    Object.values(basis).includes('plan_written')
  fc.assert(
    fc.property(searches, (rows) => {
      const record = read(rows, false)
      return ![...winsOf(record), ...nextActionsOf(record, DUE, [])].some(({ code, basis }) =>
        told(code, basis),
      )
    }),
  )
})
