import type { Duration } from '../../statistics/kaplan-meier.ts'
import { daysBetween, endedWithin, pointsOf, timeOf } from '../figures/rules/times.ts'
import { rateOf } from '../figures/rules.ts'
import { dayOf, exclusionsOf, isAboutAsked, isAskedFor, isWithin, type Window } from '../frame/rules.ts'
import { cameUp, coursesOf, helpOf, triedNext } from '../plans/rules/course.ts'
import { askedIn, masteryOf, wasMissed } from '../questions/rules/mastery.ts'
import { type ApplicationRecord, isProcess } from '../records/rules.ts'
import { censoringsOf } from './rules/censorings.ts'
import { type ComebackRecords, comebacks, isNo, learnedOn } from './rules/setbacks.ts'

const DAYS = 7

/** The no of a process that may hold something to learn, and whether it was thought through to a plan. */
const reflectedOn = (nos: readonly ApplicationRecord[]) => {
  const owed = nos.filter(({ outcome }) => outcome?.attribution !== 'not_about_you')
  const reflected = owed.filter(({ reflections }) =>
    reflections.some(({ status, plans }) => status === 'completed' && plans > 0),
  )
  return rateOf(reflected.length, owed.length)
}

const plansTried = (records: ComebackRecords, window: Window) => {
  const due = coursesOf(records)
    .filter(({ day, applications }) => isAboutAsked(window, applications) && isWithin(window, day))
    .filter(cameUp)
  const tried = due.filter(triedNext)
  return { tried: rateOf(tried.length, due.length), helped: helpOf(tried) }
}

/** From the day on which a question was first missed to the day on which its study item was ready, per item. */
const recoveries = (records: ComebackRecords, window: Window, today: string): Duration[] => {
  const { itemOf, readyFrom } = masteryOf(records)
  const missed = askedIn(records.applications, records.questions)
    .filter((question) => wasMissed(question) && isAskedFor(window, question.application))
    .filter(({ day }) => day <= today)
  return [...Map.groupBy(missed, itemOf)].flatMap(([item, those]) => {
    const since = those.map(({ day }) => day).sort()[0]
    if (item === undefined || since === undefined || !isWithin(window, since)) return []
    const ready = readyFrom(item.id, since)
    const ended = ready !== undefined && ready <= today
    return [{ time: daysBetween(since, ended ? ready : today), ended }]
  })
}

/**
 * Five readings of what was done after a no, from recorded behaviour alone; they make no total. A setback is a process
 * that ended with a no or in silence, on the day on which that was learned of.
 *
 * Units: processes, plans and study items; times in whole days, Kaplan-Meier with log-log 95 % intervals; rates with
 * Wilson 95 % intervals. Null below 3.
 * @see INSIGHTS.md, comeback profile; METHOD.md M15; definition `/docs/insights/comeback`
 */
export const comebackOf = (records: ComebackRecords, window: Window) => {
  const { today } = window
  const asked = records.applications.filter((application) => isAskedFor(window, application))
  const nos = asked.filter(isNo)
  const processes = nos.filter(isProcess)
  // Without a day of its own, a no belongs to the day of its application.
  const counted = processes.filter((it) => isWithin(window, learnedOn(it) ?? dayOf(it)))
  const setbacks = counted.flatMap((application) => {
    const day = learnedOn(application)
    return day === null || day > today ? [] : [{ day, applicationId: application.applicationId }]
  })
  const times = comebacks(setbacks, records, today)
  const ready = recoveries(records, window, today)
  return {
    basis: {
      n: counted.length,
      open: 0,
      excluded: exclusionsOf({
        filtered_out: records.applications.filter(isNo).length - nos.length,
        no_interview_held: nos.length - processes.length,
        outside_period: processes.length - counted.length,
      }),
    },
    comebackTime: timeOf(times),
    undated: counted.length - setbacks.length,
    curve: pointsOf(times),
    censorings: censoringsOf(times),
    backWithin7Days: endedWithin(times, DAYS),
    reflected: reflectedOn(counted),
    plans: plansTried(records, window),
    questions: {
      missed: ready.length,
      recovered: ready.filter(({ ended }) => ended).length,
      timeToReady: timeOf(ready),
      curve: pointsOf(ready),
    },
  }
}

export type Comeback = ReturnType<typeof comebackOf>
