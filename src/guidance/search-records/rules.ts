import { isNo, learnedOn } from '../../insights/comeback/rules/setbacks.ts'
import type { ApplicationRecord, InterviewRecord, Records, Rows } from '../../insights/records/rules.ts'
import { isHeld, isSent } from '../../insights/records/rules.ts'
import type { ForwardAct, Setback } from './rules/comebacks.ts'

/** An interview on its day in the time zone of the account. */
export type SearchInterview = InterviewRecord & {
  applicationId: string
  /** The day on which it was recorded. */
  recordedOn: string
}

/** What guidance reads of an application beside what insights do. */
export type ApplicationExtras = {
  applicationId: string
  respondedOn: string | null
  archived: boolean
  nextStep: { text: string; dueOn?: string | null | undefined } | null
  respondBy: string | null
  offerCreatedAt: string | null
  outcomeCreatedAt: string | null
}

export type SearchApplication = Omit<ApplicationRecord, 'interviews'> & {
  interviews: SearchInterview[]
  respondedOn: string | null
  archived: boolean
  nextStep: ApplicationExtras['nextStep']
  respondBy: string | null
  offerRecordedOn: string | null
  outcomeRecordedOn: string | null
}

type Finished = { id: string; interviewId: string | null; applicationId: string | null }

export type StudyReview = Rows['studyReviews'][number]

type PlanDays = { id: string; status: string; writtenOn: string; reviewedOn: string | null }

/** All that guidance reads of one account. Days are YYYY-MM-DD in its time zone. */
export type SearchRecord = {
  today: string
  /** Whether reflections and plans are part of it, or hidden from who reads. */
  reflectionsSeen: boolean
  applications: readonly SearchApplication[]
  finished: readonly (Finished & { completedOn: string })[]
  plans: readonly PlanDays[]
  studyReviews: readonly StudyReview[]
}

export type SearchRows = {
  records: Records<'plans' | 'planReviews' | 'studyReviews'>
  extras: readonly ApplicationExtras[]
  finished: readonly (Finished & { completedAt: string })[]
}

type DayOf = (instant: string) => string

const NO_EXTRAS = {
  respondedOn: null,
  archived: false,
  nextStep: null,
  respondBy: null,
  offerCreatedAt: null,
  outcomeCreatedAt: null,
}

const applicationOf = (
  { interviews, ...record }: ApplicationRecord,
  extras: Omit<ApplicationExtras, 'applicationId'>,
  dayOf: DayOf,
): SearchApplication => {
  const { respondedOn, archived, nextStep, respondBy, offerCreatedAt, outcomeCreatedAt } = extras
  const { applicationId } = record
  return {
    ...record,
    ...{ respondedOn, archived, nextStep, respondBy },
    offerRecordedOn: offerCreatedAt && dayOf(offerCreatedAt),
    outcomeRecordedOn: outcomeCreatedAt && dayOf(outcomeCreatedAt),
    interviews: interviews.map((interview) => ({
      ...interview,
      applicationId,
      heldOn: interview.startsAt ? dayOf(interview.startsAt) : interview.heldOn,
      recordedOn: dayOf(interview.createdAt),
    })),
  }
}

/** Puts the rows of one account together, with every instant on the day that it is there. */
export const recordOf = (
  { records, extras, finished }: SearchRows,
  today: string,
  dayOf: DayOf,
  reflectionsSeen: boolean,
): SearchRecord => {
  const byId = new Map(extras.map((each) => [each.applicationId, each]))
  const reviews = Map.groupBy(records.planReviews, ({ planId }) => planId)
  return {
    today,
    reflectionsSeen,
    applications: records.applications.map((record) =>
      applicationOf(record, byId.get(record.applicationId) ?? NO_EXTRAS, dayOf),
    ),
    finished: reflectionsSeen
      ? finished.map(({ completedAt, ...reflection }) => ({ ...reflection, completedOn: dayOf(completedAt) }))
      : [],
    plans: reflectionsSeen
      ? records.plans.map(({ id, status, createdAt }) => {
          const days = (reviews.get(id) ?? []).map((review) => dayOf(review.createdAt))
          return { id, status, writtenOn: dayOf(createdAt), reviewedOn: days.sort().at(-1) ?? null }
        })
      : [],
    studyReviews: records.studyReviews,
  }
}

const actsOfInterview = (interview: SearchInterview): ForwardAct[] => {
  const { id, applicationId, heldOn, recordedOn, status } = interview
  // Recorded ahead of its day, it was booked then; recorded later, nobody knows when.
  const isAhead = heldOn === null ? status === 'scheduled' : heldOn > recordedOn
  return [
    ...(isAhead ? [{ kind: 'interview_booked' as const, id, on: recordedOn, applicationId }] : []),
    ...(isHeld(interview) && heldOn !== null
      ? [{ kind: 'interview_held' as const, id, on: heldOn, applicationId }]
      : []),
  ]
}

/** Every forward act on record until today: what is planned for later has not been done yet. */
export const forwardActsOf = (record: SearchRecord): ForwardAct[] => {
  const sent = record.applications.flatMap(({ applicationId, appliedOn: on }) =>
    on === null ? [] : [{ kind: 'application_sent' as const, id: applicationId, on, applicationId }],
  )
  const studied = record.studyReviews
    .filter(({ source }) => source === 'review')
    .map(({ itemId, on }) => ({ kind: 'study_review' as const, id: itemId, on, applicationId: null }))
  const planned = record.plans.map(({ id, writtenOn }) => ({
    kind: 'plan_written' as const,
    id,
    on: writtenOn,
    applicationId: null,
  }))
  const interviews = record.applications.flatMap((application) => application.interviews)
  return [...sent, ...interviews.flatMap(actsOfInterview), ...studied, ...planned].filter(
    ({ on }) => on <= record.today,
  )
}

/**
 * Every no and every silence, but for wishes whose role closed before they were sent. Where no day is on record, it was
 * learned of by the day on which it was recorded: what was done later was done after it.
 */
export const setbacksOf = ({ applications }: SearchRecord): Setback[] =>
  applications
    .filter((application) => isNo(application) && isSent(application))
    .flatMap((application) => {
      const on = learnedOn(application) ?? application.outcomeRecordedOn
      return on === null ? [] : [{ applicationId: application.applicationId, on }]
    })

/** The records that a win or an action is about. */
export type Subject = {
  applicationId: string | null
  interviewId: string | null
  reflectionId: string | null
  planId: string | null
  studyItemId: string | null
  assignmentId: string | null
}

/** A subject with the ids that are known, and null for the others. */
export const about = (ids: Partial<Subject>): Subject => ({
  applicationId: null,
  interviewId: null,
  reflectionId: null,
  planId: null,
  studyItemId: null,
  assignmentId: null,
  ...ids,
})
