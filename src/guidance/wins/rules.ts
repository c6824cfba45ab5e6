import { type ForwardAct, forwardActsOf } from '../../insights/comeback/rules/acts.ts'
import { searchedUntil } from '../../insights/comeback/rules/setbacks.ts'
import { isWithin, type Period } from '../../insights/frame/rules.ts'
import { isHeld } from '../../insights/records/rules.ts'
import { passageOf } from '../../insights/rounds/rules.ts'
import { wasOffered } from '../../journal/outcomes/rules.ts'
import { review, type Schedule, stateOf } from '../../journal/study-items/rules/schedule.ts'
import { comebacksOf, compare } from '../search-records/rules/comebacks.ts'
import { setbacksOf } from '../search-records/rules/setbacks.ts'
import { about, type Subject } from '../search-records/rules/subject.ts'
import type {
  SearchApplication,
  SearchInterview,
  SearchRecord,
  StudyReview,
} from '../search-records/rules.ts'

type Told =
  | { code: 'interview_obtained' | 'round_advanced'; basis: { round: number } }
  | { code: 'came_back'; basis: { setbacks: number; act: ForwardAct['kind'] } }
  | { code: 'first_study_item_ready'; basis: { reviews: number } }
  | { code: 'reflection_finished'; basis: { subject: 'interview' | 'application' | 'period' } }
  | { code: 'offer_received'; basis: { interviews: number } }

/** A win with the day it belongs to, YYYY-MM-DD, and the records that it is about. */
export type Win = Told & { on: string; subject: Subject }

/**
 * What a win is known by: what it is about, and for a way back its day, as each day holds one at most, and one record
 * may be the way back twice.
 */
export const nameOf = ({ code, on, subject }: Win): string =>
  `${code} ${code === 'came_back' ? on : Object.values(subject).join(' ')}`

/** What a win is about that was added by hand. */
export const NO_RECORD = about({})

/** When it was recorded, or its own day where that is earlier. */
const obtainedOn = ({ createdOn, heldOn }: SearchInterview): string =>
  heldOn !== null && heldOn < createdOn ? heldOn : createdOn

const obtained = ({ interviews }: SearchApplication): Win[] =>
  interviews.map((interview) => ({
    code: 'interview_obtained',
    basis: { round: interview.round },
    on: obtainedOn(interview),
    subject: about({ interviewId: interview.id, applicationId: interview.applicationId }),
  }))

const earliest = (days: (string | null)[]): string | undefined =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(0)

/** The day of an offer, or of the ending that shows it, or else that on which one of them was recorded. */
const offeredOn = ({
  offer,
  outcome,
  offerRecordedOn,
  outcomeRecordedOn,
  stage,
}: SearchApplication): string | null => {
  if (!wasOffered(stage)) return null
  const known = offer?.receivedOn ?? outcome?.decidedOn ?? outcome?.learnedOn
  return known ?? offerRecordedOn ?? outcomeRecordedOn
}

/** Each round that led on, once, on the day on which the record first shows it. */
const advanced = (application: SearchApplication): Win[] => {
  const { applicationId, interviews } = application
  const held = interviews.filter(isHeld)
  const rounds = [...new Set(held.map(({ round }) => round))]
  return rounds
    .filter((round) => passageOf(application, round) === 'advanced')
    .map((round) => {
      const [last] = held
        .filter((interview) => interview.round === round)
        .sort((a, b) => compare(b.heldOn ?? '', a.heldOn ?? '') || compare(b.id, a.id))
      const told = earliest([
        ...held.filter((it) => it.round === round && it.result === 'advanced').map((it) => it.heardBackOn),
        ...interviews.filter((it) => it.round > round).map(obtainedOn),
        offeredOn(application),
      ])
      const heldOn = last?.heldOn ?? (told === undefined ? last?.createdOn : undefined) ?? ''
      const on = told === undefined || told < heldOn ? heldOn : told
      const subject = about({ interviewId: last?.id ?? null, applicationId })
      return { code: 'round_advanced', basis: { round }, on, subject }
    })
}

const offered = (application: SearchApplication): Win[] => {
  const { applicationId, interviews } = application
  const on = offeredOn(application)
  if (on === null) return []
  const basis = { interviews: interviews.filter(isHeld).length }
  return [{ code: 'offer_received', basis, on, subject: about({ applicationId }) }]
}

const IDS = {
  application_sent: 'applicationId',
  interview_held: 'interviewId',
  interview_booked: 'interviewId',
  study_review: 'studyItemId',
  plan_written: 'planId',
} as const

const cameBack = (record: SearchRecord): Win[] =>
  comebacksOf(
    setbacksOf(record),
    forwardActsOf(record, record.today),
    searchedUntil(record.applications),
  ).map(({ act, setbacks }) => ({
    code: 'came_back',
    basis: { setbacks: setbacks.length, act: act.kind },
    on: act.on,
    subject: about({ [IDS[act.kind]]: act.id }),
  }))

const byTime = (a: StudyReview, b: StudyReview) =>
  compare(a.on, b.on) || compare(a.createdAt, b.createdAt) || compare(a.id, b.id)

/** The review with which an item was ready for the first time, and how many it took. */
const readyWith = (reviews: readonly StudyReview[]) => {
  let schedule: Schedule | null = null
  for (const [before, each] of reviews.toSorted(byTime).entries()) {
    schedule = review(schedule, each)
    if (stateOf(schedule, each.rating) === 'ready') return { ...each, reviews: before + 1 }
  }
  return undefined
}

/** The first item that was ever ready. One that was not reviewed before the best so far cannot be it. */
const firstReady = ({ studyReviews }: SearchRecord): Win[] => {
  const logs = [...Map.groupBy(studyReviews, ({ itemId }) => itemId).values()]
    .map((log) => log.toSorted(byTime))
    .sort((a, b) => byTime(a[0] as StudyReview, b[0] as StudyReview))
  let first: ReturnType<typeof readyWith>
  for (const log of logs) {
    if (first && byTime(first, log[0] as StudyReview) < 0) break
    const ready = readyWith(log)
    if (ready && (!first || byTime(ready, first) < 0)) first = ready
  }
  if (!first) return []
  const { itemId, on, reviews } = first
  return [{ code: 'first_study_item_ready', basis: { reviews }, on, subject: about({ studyItemId: itemId }) }]
}

const kindOf = (interviewId: string | null, applicationId: string | null) => {
  if (interviewId !== null) return 'interview'
  return applicationId === null ? 'period' : 'application'
}

const finished = ({ finished: reflections }: SearchRecord): Win[] =>
  reflections.map(({ id, interviewId, applicationId, completedOn }) => ({
    code: 'reflection_finished',
    basis: { subject: kindOf(interviewId, applicationId) },
    on: completedOn,
    subject: about({ reflectionId: id, interviewId, applicationId }),
  }))

/**
 * Every win that the records hold, in no order: interviews obtained, rounds that led on, offers, ways back after
 * setbacks, the first study item ready, reflections finished. They follow from the records as they stand, so whatever
 * is put right there is right here; the order in which records were made changes nothing.
 * @see METHOD.md M1, M7, M8, M15
 */
export const winsOf = (record: SearchRecord): Win[] => [
  ...record.applications.flatMap((application) => [
    ...obtained(application),
    ...advanced(application),
    ...offered(application),
  ]),
  ...cameBack(record),
  ...firstReady(record),
  ...finished(record),
]

/** How many wins of each kind the days of a period hold, by name; `added` are those by hand. */
export const countsOf = (wins: readonly Win[], added: number, period: Period) => {
  const within = Map.groupBy(
    wins.filter(({ on }) => isWithin(period, on)),
    ({ code }) => code,
  )
  const counts = [...within].map(([code, { length }]) => ({ code: code as string, count: length }))
  return [...(added > 0 ? [{ code: 'added', count: added }] : []), ...counts].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  )
}
