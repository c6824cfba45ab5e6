import type { Stage, Status } from '../../journal/applications/rules.ts'
import type { InterviewResult, InterviewStatus } from '../../journal/interviews/rules.ts'
import type { Attribution, GivenReason, OutcomeKind } from '../../journal/outcomes/rules.ts'
import type { Helped, PlanStatus } from '../../journal/plans/rules.ts'
import type { Answered, QuestionKind } from '../../journal/questions/rules.ts'
import { isCatalogued } from '../../journal/reasons/rules.ts'
import type { ReflectionStatus } from '../../journal/reflections/rules.ts'
import type { Rating, ReviewSource, StudyState } from '../../journal/study-items/rules.ts'

type ApplicationFacts = {
  applicationId: string
  createdAt: string
  appliedOn: string | null
  stage: Stage
  status: Status
  tags: string[]
  source: { channel?: string | null; name?: string | null } | null
  roleTitle: string | null
  resumeVersion: string | null
}

export type OutcomeRecord = {
  kind: OutcomeKind
  attribution: Attribution | null
  reasons: (GivenReason & { code: string })[]
  anythingToLearn: boolean | null
  decidedOn: string | null
  learnedOn: string | null
}

/** `heldOn` is the day of the interview in UTC, also while it is only scheduled. */
export type InterviewRecord = {
  id: string
  createdAt: string
  round: number
  status: InterviewStatus
  result: InterviewResult
  kind: string
  startsAt: string | null
  heldOn: string | null
  heardBackOn: string | null
  pitchId: string | null
}

/** A reflection about an application (`interviewId` null) or one of its interviews, with how many plans came of it. */
export type ReflectionRecord = {
  id: string
  interviewId: string | null
  status: ReflectionStatus
  plans: number
}

/** One application with all that hangs on it. Instants are RFC 3339 in UTC, days YYYY-MM-DD. */
export type ApplicationRecord = ApplicationFacts & {
  outcome: OutcomeRecord | null
  offer: { receivedOn: string | null } | null
  interviews: InterviewRecord[]
  reflections: ReflectionRecord[]
}

type ReflectionRow = ReflectionRecord & {
  applicationId: string | null
  from: string | null
  private: boolean
}

/** What one account's journal holds, each kind of record as it is stored. */
export type Rows = {
  applications: ApplicationFacts[]
  outcomes: (OutcomeRecord & { applicationId: string })[]
  offers: { applicationId: string; receivedOn: string | null }[]
  interviews: (InterviewRecord & { applicationId: string })[]
  reflections: ReflectionRow[]
  plans: {
    id: string
    createdAt: string
    status: PlanStatus
    private: boolean
    reflectionId: string | null
  }[]
  planReviews: {
    planId: string
    interviewId: string | null
    createdAt: string
    tried: boolean
    helped: Helped | null
  }[]
  questions: {
    id: string
    interviewId: string
    createdAt: string
    promptDigest: string
    kind: QuestionKind
    topic: string | null
    answered: Answered | null
  }[]
  studyItems: {
    id: string
    prompt: string
    topic: string | null
    state: StudyState
    createdAt: string
    promptDigests: string[]
  }[]
  studyReviews: {
    id: string
    itemId: string
    rating: Rating
    source: ReviewSource
    on: string
    createdAt: string
  }[]
  pitches: { id: string; title: string; previousId: string | null; archivedAt: string | null }[]
  pauses: { from: string; to: string | null }[]
}
export type Section = keyof Rows

/** A reflection about a period, which belongs to no application. */
export type LookBackRecord = { id: string; status: ReflectionStatus }

export const SEARCH = ['applications', 'outcomes', 'offers', 'interviews', 'reflections'] as const
type SearchSection = (typeof SEARCH)[number]

export type Search = {
  applications: readonly ApplicationRecord[]
  lookBacks: readonly LookBackRecord[]
}
/** The applications with what hangs on them, and some other kinds of records as they are stored. */
export type Records<Extra extends Section = never> = Search & Pick<Rows, Exclude<Extra, SearchSection>>

const without = <Row extends { applicationId: unknown }>({ applicationId: _, ...row }: Row) => row

type Hidden = Pick<Rows, 'reflections'> & Partial<Pick<Rows, 'plans' | 'planReviews'>>

/** The rows without what is private. */
export const withoutPrivate = <Some extends Hidden>(rows: Some): Some => {
  const hidden = new Set(rows.reflections.filter((it) => it.private).map(({ id }) => id))
  const plans = new Set((rows.plans ?? []).filter((it) => it.private).map(({ id }) => id))
  return {
    ...rows,
    reflections: rows.reflections.filter(({ id }) => !hidden.has(id)),
    ...(rows.plans && { plans: rows.plans.filter(({ id }) => !plans.has(id)) }),
    ...(rows.planReviews && { planReviews: rows.planReviews.filter(({ planId }) => !plans.has(planId)) }),
  }
}

type Worded = Pick<Rows, 'outcomes'> & Partial<Pick<Rows, 'pitches'>>

/** The rows without words that a person typed: own reasons are told by their group alone, pitches by their number. */
export const withoutWords = <Some extends Worded>(rows: Some): Some => ({
  ...rows,
  outcomes: rows.outcomes.map((outcome) => ({
    ...outcome,
    reasons: outcome.reasons.map((reason) =>
      isCatalogued(reason.code) ? reason : { ...reason, code: 'own' },
    ),
  })),
  ...(rows.pitches && {
    pitches: rows.pitches
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((pitch, at) => ({ ...pitch, title: `${at + 1}` })),
  }),
})

/** Hangs everything on the application that it belongs to. The order of the rows changes nothing but the order. */
export const searchOf = (rows: Pick<Rows, SearchSection>): Search => {
  const outcomes = new Map(rows.outcomes.map((row) => [row.applicationId, without(row)]))
  const offers = new Map(rows.offers.map((row) => [row.applicationId, without(row)]))
  const interviews = Map.groupBy(rows.interviews, ({ applicationId }) => applicationId)
  const places = new Map(rows.interviews.map(({ id, applicationId }) => [id, applicationId]))
  const reflections = Map.groupBy(
    rows.reflections,
    ({ applicationId, interviewId }) => applicationId ?? places.get(interviewId ?? '') ?? null,
  )
  return {
    applications: rows.applications.map((application) => ({
      ...application,
      outcome: outcomes.get(application.applicationId) ?? null,
      offer: offers.get(application.applicationId) ?? null,
      interviews: (interviews.get(application.applicationId) ?? []).map(without),
      reflections: (reflections.get(application.applicationId) ?? []).map(
        ({ applicationId: _, from: __, private: ___, ...reflection }) => reflection,
      ),
    })),
    lookBacks: rows.reflections.filter(({ from }) => from !== null).map(({ id, status }) => ({ id, status })),
  }
}

/** Whether an application went out: its stage tells so by an answer, silence or an interview, also where no day was noted. */
export const isSent = ({ stage }: Pick<ApplicationRecord, 'stage'>): boolean => stage !== 'saved'

export const isHeld = ({ status }: Pick<InterviewRecord, 'status'>): boolean => status === 'completed'

/** A process is an application with at least one interview held. */
export const isProcess = ({ interviews }: ApplicationRecord): boolean => interviews.some(isHeld)
