import type { Attribution, GivenReason, OutcomeKind } from '../../../journal/outcomes/rules.ts'

/** One application with all that the summary reads of it. Instants are RFC 3339 in UTC, days YYYY-MM-DD. */
export type ApplicationRecord = {
  applicationId: string
  createdAt: string
  appliedOn: string | null
  stage: 'saved' | 'applied' | 'responded' | 'interviewed' | 'offered' | 'accepted'
  status: 'open' | 'closed'
  outcome: OutcomeRecord | null
  interviews: InterviewRecord[]
  reflections: ReflectionRecord[]
}

export type OutcomeRecord = {
  kind: OutcomeKind
  attribution: Attribution | null
  reasons: GivenReason[]
  anythingToLearn: boolean | null
  decidedOn: string | null
  learnedOn: string | null
}

export type InterviewRecord = {
  id: string
  round: number
  status: 'scheduled' | 'completed' | 'cancelled' | 'missed'
  result: 'pending' | 'advanced' | 'not_advanced' | 'unknown'
  kind: string
  startsAt: string | null
  heldOn: string | null
}

/** A reflection about an application (`interviewId` null) or one of its interviews. */
export type ReflectionRecord = { id: string; interviewId: string | null; status: 'open' | 'completed' }

export type PlanRecord = { id: string; status: 'open' | 'tried' | 'dropped' }

/** A reflection about a period, which belongs to no application. */
export type LookBackRecord = { id: string; status: 'open' | 'completed' }

export type SummaryRecords = {
  applications: readonly ApplicationRecord[]
  plans: readonly PlanRecord[]
  lookBacks: readonly LookBackRecord[]
}

export const isHeld = ({ status }: InterviewRecord): boolean => status === 'completed'

/** A process is an application with at least one interview held. */
export const isProcess = ({ interviews }: ApplicationRecord): boolean => interviews.some(isHeld)
