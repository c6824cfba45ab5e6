import type { InterviewKind, InterviewResult, InterviewStatus } from '../interviews/rules.ts'
import type { Attribution, OutcomeKind } from '../outcomes/rules.ts'

/** What may happen with an application, in the order in which it does on one day. */
export const TIMELINE_KINDS = [
  'application_recorded',
  'applied',
  'responded',
  'interview',
  'heard_back',
  'offer_received',
  'ended',
  'outcome_recorded',
  'outcome_corrected',
  'outcome_retracted',
  'archived',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

export type InterviewEntry = {
  id: string
  round: number
  kind: InterviewKind
  label: string | null
  status: InterviewStatus
  result: InterviewResult
}

export type OutcomeEntry = {
  kind: OutcomeKind
  decidedOn: string | null
  learnedOn: string | null
  attribution: Attribution | null
  reasons: { code: string; evidence: string }[]
}
