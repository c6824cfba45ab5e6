import type { Stage } from '../../applications/rules.ts'
import { type Course, type Present, tookPlace } from '../../interviews/rules.ts'
import { type Attribution, type GivenReason, type OutcomeKind, wasOffered } from '../../outcomes/rules.ts'
import type { ReflectionStatus } from '../../reflections/rules.ts'
import type { BaseRate } from './statement.ts'

/** What the reading of an outcome rests on. */
export type ReadingFacts = {
  kind: OutcomeKind
  attribution: Attribution | null
  reasons: readonly GivenReason[]
  anythingToLearn: boolean | null
  /** Whether they want to stay in touch; null where that was not said. */
  doorOpen: boolean | null
  /** Whether what the employer said is on record. */
  feedback: boolean
  /** Whether this application came to an offer, whatever became of it. */
  offered: boolean
  /** Whether it was sent at all: a role may close while it is no more than saved. */
  sent: boolean
  /** Whether the company ever answered, by word or by an interview. */
  answered: boolean
  /** Interviews of this application on record, whatever became of them. */
  interviewsObtained: number
  interviewsHeld: number
  /** Highest round of an interview held, 0 without one. */
  roundReached: number
  /** Contested processes of the account that ended without an offer, this one included where it counts as one. */
  processesWithoutOffer: number
  /** Whether any application of the account came to an offer. */
  offerOnRecord: boolean
  /** Interview to offer, per process. */
  baseRate: BaseRate
  /** Application to interview; null where no such rate is in force. */
  applicationRate: BaseRate | null
  /** The open reflection about this application or one of its interviews. */
  openReflectionId: string | null
  /** Whether a finished reflection is about this application or one of its interviews; after an offer, about the application. */
  reflected: boolean
  openPlans: number
  nextInterview: { id: string; startsAt: string | null } | null
}

/** The records that a reading looks at. */
export type ReadingRecords = {
  outcome: Pick<ReadingFacts, 'kind' | 'attribution' | 'reasons' | 'anythingToLearn' | 'doorOpen'> & {
    employerFeedback: string | null
  }
  stage: Stage
  /** Of the application that ended. */
  interviews: readonly (Course & { round: number })[]
  /** About that application or one of its interviews, as far as they may be shown to who asks. */
  reflections: readonly { id: string; status: ReflectionStatus; interviewId: string | null }[]
  /** Of all applications. */
  processes: { endedWithoutOffer: number; offers: number }
}

/** What these records say, as far as a reading rests on them alone. */
export const factsOf = (
  { outcome, stage, interviews, reflections, processes }: ReadingRecords,
  present: Present,
) => {
  const held = interviews.filter((interview) => tookPlace(interview, present))
  const offered = wasOffered(stage)
  const covers = ({ interviewId }: { interviewId: string | null }) => !offered || interviewId === null
  return {
    kind: outcome.kind,
    attribution: outcome.attribution,
    reasons: outcome.reasons,
    anythingToLearn: outcome.anythingToLearn,
    doorOpen: outcome.doorOpen,
    feedback: outcome.employerFeedback !== null,
    offered,
    sent: stage !== 'saved',
    answered: stage !== 'saved' && stage !== 'applied',
    interviewsObtained: interviews.length,
    interviewsHeld: held.length,
    roundReached: Math.max(0, ...held.map(({ round }) => round)),
    processesWithoutOffer: processes.endedWithoutOffer,
    offerOnRecord: processes.offers > 0,
    openReflectionId: reflections.find(({ status }) => status === 'open')?.id ?? null,
    reflected: reflections.some((it) => it.status === 'completed' && covers(it)),
  }
}
