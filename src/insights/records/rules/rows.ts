import type { Stage, Status } from '../../../journal/applications/rules.ts'
import type { InterviewResult, InterviewStatus } from '../../../journal/interviews/rules.ts'
import type { Attribution, GivenReason, OutcomeKind } from '../../../journal/outcomes/rules.ts'
import type { Helped, PlanStatus } from '../../../journal/plans/rules.ts'
import type { Answered, QuestionKind } from '../../../journal/questions/rules.ts'
import type { ReflectionStatus } from '../../../journal/reflections/rules.ts'
import type { Rating, ReviewSource, StudyState } from '../../../journal/study-items/rules.ts'

export type ApplicationFacts = {
  applicationId: string
  createdAt: string
  createdOn: string
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

/** `heldOn` is the day of the interview, also while it is only scheduled. */
export type InterviewRecord = {
  id: string
  createdAt: string
  createdOn: string
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

type ReflectionRow = ReflectionRecord & {
  applicationId: string | null
  from: string | null
  private: boolean
}

/**
 * What one account's journal holds, each kind of record as it is stored. Instants are RFC 3339 in UTC; days, YYYY-MM-DD,
 * are those of the account's time zone.
 */
export type Rows = {
  applications: ApplicationFacts[]
  outcomes: (OutcomeRecord & { applicationId: string })[]
  offers: { applicationId: string; receivedOn: string | null }[]
  interviews: (InterviewRecord & { applicationId: string })[]
  reflections: ReflectionRow[]
  plans: {
    id: string
    createdAt: string
    createdOn: string
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
    createdOn: string
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
