import { type ForwardAct, type Setback, setbackOf } from '../../insights/setbacks/rules.ts'
import type {
  ApplicationRecord,
  InterviewRecord,
  OutcomeRecord,
  ReflectionRecord,
} from '../../insights/summary/rules/records.ts'
import { isHeld } from '../../insights/summary/rules/records.ts'
import type { Rating, ReviewSource } from '../../journal/study-items/rules.ts'

/** An interview on its day in the time zone of the account. */
export type SearchInterview = InterviewRecord & {
  applicationId: string
  heardBackOn: string | null
  /** The day on which it is known to have been obtained: when it was recorded, or its own day where that is earlier. */
  obtainedOn: string
}

export type SearchApplication = Omit<ApplicationRecord, 'outcome' | 'interviews'> & {
  respondedOn: string | null
  archived: boolean
  nextStep: { text: string; dueOn?: string | null | undefined } | null
  offer: { receivedOn: string | null; respondBy: string | null; recordedOn: string } | null
  outcome: (OutcomeRecord & { recordedOn: string }) | null
  interviews: SearchInterview[]
}

export type FinishedReflection = {
  id: string
  interviewId: string | null
  applicationId: string | null
  completedOn: string
}

export type StudyReview = {
  id: string
  itemId: string
  on: string
  createdAt: string
  rating: Rating
  source: ReviewSource
}

/** All that guidance reads of one account. Days are YYYY-MM-DD in its time zone. */
export type SearchRecord = {
  today: string
  /** Whether reflections and plans are part of it, or hidden from who reads. */
  reflectionsSeen: boolean
  applications: readonly SearchApplication[]
  finished: readonly FinishedReflection[]
  plans: readonly { id: string; status: string; writtenOn: string; reviewedOn: string | null }[]
  studyReviews: readonly StudyReview[]
}

type InterviewRow = Omit<SearchInterview, 'obtainedOn'> & { createdAt: string }
type ReflectionRow = ReflectionRecord & {
  applicationId: string | null
  completedAt: string | null
}
type Instant = { createdAt: string }

export type Rows = {
  reflectionsSeen: boolean
  applications: (Omit<SearchApplication, 'outcome' | 'offer' | 'interviews' | 'reflections'> & {
    outcome: (OutcomeRecord & Instant) | null
    offer: ({ receivedOn: string | null; respondBy: string | null } & Instant) | null
  })[]
  interviews: InterviewRow[]
  reflections: ReflectionRow[]
  plans: ({ id: string; status: string } & Instant)[]
  planReviews: ({ planId: string } & Instant)[]
  studyReviews: StudyReview[]
}

const earlier = (a: string, b: string | null): string => (b !== null && b < a ? b : a)

const interviewOf = (
  { createdAt, ...row }: InterviewRow,
  dayOf: (instant: string) => string,
): SearchInterview => {
  const heldOn = row.startsAt ? dayOf(row.startsAt) : row.heldOn
  return { ...row, heldOn, obtainedOn: earlier(dayOf(createdAt), heldOn) }
}

/** Puts the rows of one account together, with every instant on the day that it is there. */
export const recordOf = (rows: Rows, today: string, dayOf: (instant: string) => string): SearchRecord => {
  const interviews = Map.groupBy(
    rows.interviews.map((row) => interviewOf(row, dayOf)),
    ({ applicationId }) => applicationId,
  )
  const applicationIds = new Map(rows.interviews.map(({ id, applicationId }) => [id, applicationId]))
  const homeOf = ({ applicationId, interviewId }: ReflectionRow) =>
    applicationId ?? (interviewId === null ? null : (applicationIds.get(interviewId) ?? null))
  const reflections = Map.groupBy(rows.reflections, homeOf)
  const reviews = Map.groupBy(rows.planReviews, ({ planId }) => planId)
  const recorded = <Row extends Instant>({ createdAt, ...row }: Row) => ({
    ...row,
    recordedOn: dayOf(createdAt),
  })
  return {
    today,
    reflectionsSeen: rows.reflectionsSeen,
    applications: rows.applications.map((row) => ({
      ...row,
      outcome: row.outcome && recorded(row.outcome),
      offer: row.offer && recorded(row.offer),
      interviews: interviews.get(row.applicationId) ?? [],
      reflections: reflections.get(row.applicationId) ?? [],
    })),
    finished: rows.reflections.flatMap((row) => {
      const { id, interviewId, completedAt } = row
      return completedAt === null
        ? []
        : [{ id, interviewId, applicationId: homeOf(row), completedOn: dayOf(completedAt) }]
    }),
    plans: rows.plans.map(({ id, status, createdAt }) => {
      const days = (reviews.get(id) ?? []).map((review) => dayOf(review.createdAt))
      return { id, status, writtenOn: dayOf(createdAt), reviewedOn: days.sort().at(-1) ?? null }
    }),
    studyReviews: rows.studyReviews,
  }
}

const DAY_MS = 86_400_000

/** Whole days from one day to another, YYYY-MM-DD; negative where the second comes first. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

const actsOfInterview = (interview: SearchInterview): ForwardAct[] => [
  { kind: 'interview_booked', id: interview.id, on: interview.obtainedOn },
  ...(isHeld(interview) && interview.heldOn !== null
    ? [{ kind: 'interview_held' as const, id: interview.id, on: interview.heldOn }]
    : []),
]

/** Every forward act on record until today: what is planned for later has not been done yet. */
export const forwardActsOf = (record: SearchRecord): ForwardAct[] => {
  const sent = record.applications.flatMap(({ applicationId: id, appliedOn }) =>
    appliedOn === null ? [] : [{ kind: 'application_sent' as const, id, on: appliedOn }],
  )
  const studied = record.studyReviews
    .filter(({ source }) => source === 'review')
    .map(({ itemId, on }) => ({ kind: 'study_review' as const, id: itemId, on }))
  const planned = record.plans.map(({ id, writtenOn }) => ({
    kind: 'plan_written' as const,
    id,
    on: writtenOn,
  }))
  const interviews = record.applications.flatMap((application) => application.interviews)
  return [...sent, ...interviews.flatMap(actsOfInterview), ...studied, ...planned].filter(
    ({ on }) => on <= record.today,
  )
}

export const setbacksOf = ({ applications }: SearchRecord): Setback[] =>
  applications.flatMap((application) => setbackOf(application) ?? [])

/** The records that a win or an action is about. */
export type Subject = {
  applicationId: string | null
  interviewId: string | null
  reflectionId: string | null
  planId: string | null
  studyItemId: string | null
}

/** A subject with the ids that are known, and null for the others. */
export const about = (ids: Partial<Subject>): Subject => ({
  applicationId: null,
  interviewId: null,
  reflectionId: null,
  planId: null,
  studyItemId: null,
  ...ids,
})
