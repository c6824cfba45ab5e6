import type { InterviewRecord, Rows } from '../../insights/records/rules/rows.ts'
import type { ApplicationRecord, Records } from '../../insights/records/rules.ts'

export type SearchInterview = InterviewRecord & { applicationId: string }

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

type PlanDays = { id: string; status: string; createdOn: string; reviewedOn: string | null }

/** All that guidance reads of one account. Days are YYYY-MM-DD in its time zone. */
export type SearchRecord = {
  now: string
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
    interviews: interviews.map((interview) => ({ ...interview, applicationId })),
  }
}

/** Puts the rows of one account together, with every instant on the day that it is there. */
export const recordOf = (
  { records, extras, finished }: SearchRows,
  now: string,
  dayOf: DayOf,
  reflectionsSeen: boolean,
): SearchRecord => {
  const byId = new Map(extras.map((each) => [each.applicationId, each]))
  const reviews = Map.groupBy(records.planReviews, ({ planId }) => planId)
  return {
    now,
    today: dayOf(now),
    reflectionsSeen,
    applications: records.applications.map((record) =>
      applicationOf(record, byId.get(record.applicationId) ?? NO_EXTRAS, dayOf),
    ),
    finished: reflectionsSeen
      ? finished.map(({ completedAt, ...reflection }) => ({ ...reflection, completedOn: dayOf(completedAt) }))
      : [],
    plans: reflectionsSeen
      ? records.plans.map(({ id, status, createdOn }) => {
          const days = (reviews.get(id) ?? []).map((review) => dayOf(review.createdAt))
          return { id, status, createdOn, reviewedOn: days.sort().at(-1) ?? null }
        })
      : [],
    studyReviews: records.studyReviews,
  }
}
