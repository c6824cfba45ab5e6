import { isOwnDecision } from '../../../journal/outcomes/rules.ts'
import type { Duration } from '../../../statistics/kaplan-meier.ts'
import { daysBetween } from '../../figures/rules/times.ts'
import { placeFrom } from '../../records/rules/places.ts'
import type { ApplicationRecord, Records } from '../../records/rules.ts'
import { type ForwardAct, forwardActsOf } from './acts.ts'

export type ComebackRecords = Records<
  'plans' | 'planReviews' | 'questions' | 'studyItems' | 'studyReviews' | 'pauses'
>

/** Whether an application ended with a no, or in silence: neither with a job nor by the candidate's choice. */
export const isNo = ({ outcome }: ApplicationRecord): boolean =>
  outcome !== null && !isOwnDecision(outcome.kind)

/**
 * The day on which a no was learned of: as its outcome says, or the day on which the company said that a round did not
 * lead on. Null where no day is on record: it is never made up.
 */
export const learnedOn = ({ outcome, interviews }: ApplicationRecord): string | null =>
  outcome?.learnedOn ??
  outcome?.decidedOn ??
  interviews
    .flatMap(({ result, heardBackOn }) => (result === 'not_advanced' && heardBackOn ? [heardBackOn] : []))
    .sort()
    .at(-1) ??
  null

/** The first forward act on a day or later that has nothing to do with this application; null where there is none. */
const firstAct = (acts: readonly ForwardAct[], day: string, applicationId: string): string | null => {
  for (let at = placeFrom(acts, (act) => act.on >= day); at < acts.length; at++) {
    const act = acts[at]
    if (act && act.applicationId !== applicationId) return act.on
  }
  return null
}

export const isAccepted = ({ outcome }: ApplicationRecord): boolean => outcome?.kind === 'offer_accepted'

/** The day on which an accepted offer was accepted; null where no day is on record. */
export const acceptedOn = ({ outcome, offer }: ApplicationRecord): string | null =>
  outcome?.decidedOn ?? outcome?.learnedOn ?? offer?.receivedOn ?? null

/**
 * The day on which an accepted offer ends the search that goes on at a given day: that day itself after an acceptance
 * with no application sent since; null where none ends it.
 */
export const searchedUntil = (applications: readonly ApplicationRecord[]) => {
  const accepted = applications
    .filter(isAccepted)
    .flatMap((application) => acceptedOn(application) ?? [])
    .sort()
  const sent = applications.flatMap(({ appliedOn }) => appliedOn ?? []).sort()
  return (day: string): string | null => {
    const isLater = (other: string) => other > day
    const next = placeFrom(accepted, isLater)
    const last = accepted[next - 1]
    const lastSent = sent[placeFrom(sent, isLater) - 1] ?? ''
    return last !== undefined && lastSent <= last ? day : (accepted[next] ?? null)
  }
}

/**
 * The day from which nobody expects a comeback: the start of a declared pause, an accepted offer, or today; the day
 * itself where it lies in a pause, or after an acceptance with no application sent since.
 */
const watchedUntil = ({ applications, pauses }: ComebackRecords, today: string) => {
  const overFrom = searchedUntil(applications)
  const isPaused = (day: string) => pauses.some(({ from, to }) => from <= day && (to === null || day <= to))
  return (day: string): string => {
    if (isPaused(day)) return day
    const ends = pauses.map(({ from }) => from).filter((end) => end > day)
    return [...ends, overFrom(day) ?? today, today].sort()[0] ?? today
  }
}

/**
 * From each setback to the first forward act, in days. An act on the same day counts as 0 days, unless it belongs to
 * the application that ended.
 * @param setbacks with the day on which each was learned of
 */
export const comebacks = (
  setbacks: readonly { day: string; applicationId: string }[],
  records: ComebackRecords,
  today: string,
): Duration[] => {
  const acts = forwardActsOf(records, today)
  const until = watchedUntil(records, today)
  return setbacks.map(({ day, applicationId }) => {
    const [act, end] = [firstAct(acts, day, applicationId), until(day)]
    return act !== null && act <= end
      ? { time: daysBetween(day, act), ended: true }
      : { time: daysBetween(day, end), ended: false }
  })
}
