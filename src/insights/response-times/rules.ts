import type { Duration } from '../../statistics/kaplan-meier.ts'
import { daysBetween, pointsOf, quantilesOf, timeOf } from '../figures/rules/times.ts'
import { chosenFrom, exclusionsOf, type Window } from '../frame/rules.ts'
import type { InterviewRecord } from '../records/rules/rows.ts'
import { type ApplicationRecord, isHeld, isProcess, type Records } from '../records/rules.ts'

const MOST_LISTED = 200

const latestDay = (interviews: readonly InterviewRecord[]): string | null =>
  interviews
    .map(({ heldOn }) => heldOn)
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null

type Wait = { lastOn: string } & Duration
type Reading = Wait | { leftOut: 'no_interview_day' | 'no_answer_day' | 'answer_before_interview' }

/** The first day on which the company said something after the last interview; null where none is on record. */
const answeredOn = ({ interviews, offer, outcome }: ApplicationRecord, lastOn: string): string | null => {
  const heard = interviews
    .filter((it) => isHeld(it) && it.heldOn === lastOn)
    .map(({ heardBackOn }) => heardBackOn)
  const told = outcome?.kind === 'no_response' || outcome?.kind === 'withdrawn' ? null : outcome
  const offered = offer?.receivedOn ?? null
  const said = offered ?? told?.learnedOn ?? told?.decidedOn ?? null
  return [...heard, said].filter((day) => day !== null).sort()[0] ?? null
}

/** Whether the company answered, though no day of it is on record: by an ending of theirs, an offer, or a next round. */
const answeredUndated = ({ interviews, offer, outcome }: ApplicationRecord, lastOn: string): boolean =>
  offer !== null ||
  (outcome !== null && outcome.kind !== 'no_response' && outcome.kind !== 'withdrawn') ||
  interviews.some(
    ({ status, result, heldOn }) =>
      (status === 'scheduled' && (heldOn === null || heldOn >= lastOn)) ||
      (status === 'completed' && heldOn === lastOn && (result === 'advanced' || result === 'not_advanced')),
  )

/**
 * How long one process waited. Silence is no answer, and it has no date: what was never answered is watched until
 * today, as an open one is. Who withdrew is watched until that day.
 */
const waitOf = (process: ApplicationRecord, today: string): Reading => {
  const lastOn = latestDay(process.interviews.filter(isHeld))
  if (lastOn === null) return { leftOut: 'no_interview_day' }
  const until = (day: string, ended: boolean): Reading => {
    const time = daysBetween(lastOn, day)
    return time < 0 ? { leftOut: 'answer_before_interview' } : { lastOn, time, ended }
  }
  const answered = answeredOn(process, lastOn)
  if (answered !== null && answered <= today) return until(answered, true)
  if (answeredUndated(process, lastOn)) return { leftOut: 'no_answer_day' }
  const { outcome } = process
  if (outcome?.kind !== 'withdrawn') return until(today, false)
  const left = outcome.decidedOn ?? outcome.learnedOn
  return left === null ? { leftOut: 'no_answer_day' } : until(left, false)
}

/**
 * Days from the last interview to an answer, with open processes and silence counted for as long as they have lasted.
 *
 * Units: processes; times in whole days, Kaplan-Meier with log-log 95 % intervals, null below 3 processes.
 * @see INSIGHTS.md; definition `/docs/insights/response-times`
 */
export const responseTimesOf = ({ applications: all }: Records, window: Window) => {
  const { today } = window
  const { applications, leftOut } = chosenFrom(all, window)
  const processes = applications.filter(isProcess)
  const read = processes.map((process) => ({ process, reading: waitOf(process, today) }))
  const waits = read.flatMap(({ reading }) => ('leftOut' in reading ? [] : [reading]))
  const count = (code: string) =>
    read.filter(({ reading }) => 'leftOut' in reading && reading.leftOut === code).length
  const open = read.flatMap(({ process: { outcome, applicationId }, reading }) =>
    outcome !== null || 'leftOut' in reading || reading.ended
      ? []
      : [{ applicationId, lastInterviewOn: reading.lastOn, daysSinceLastInterview: reading.time }],
  )
  return {
    basis: {
      n: waits.length,
      open: read.filter(({ process, reading }) => process.outcome === null && !('leftOut' in reading)).length,
      excluded: exclusionsOf({
        ...leftOut,
        no_interview_held: applications.length - processes.length,
        no_interview_day: count('no_interview_day'),
        no_answer_day: count('no_answer_day'),
        answer_before_interview: count('answer_before_interview'),
      }),
    },
    answer: timeOf(waits),
    quantiles: quantilesOf(waits),
    curve: pointsOf(waits),
    waiting: {
      count: open.length,
      processes: open
        .sort(
          (a, b) =>
            b.daysSinceLastInterview - a.daysSinceLastInterview ||
            (a.applicationId < b.applicationId ? -1 : 1),
        )
        .slice(0, MOST_LISTED),
    },
  }
}
