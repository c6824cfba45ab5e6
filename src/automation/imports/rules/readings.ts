import type { Channel, EmploymentType, PayPeriod, WorkMode } from '../../../journal/applications/rules.ts'
import type {
  InterviewFormat,
  InterviewKind,
  InterviewResult,
  InterviewStatus,
} from '../../../journal/interviews/rules.ts'
import type { OutcomeKind } from '../../../journal/outcomes/rules.ts'
import type { ReasonCode } from '../../../journal/reasons/rules.ts'
import type { Invalid, Remark } from './remarks.ts'
import type { RowState } from './types.ts'

/** Integer minor units; a bound that is not stated is null. */
export type SalaryRange = {
  minimum: number | null
  maximum: number | null
  currency: string
  period: PayPeriod
}

export type ContactReading = {
  name: string
  role: string | null
  email?: string
  phone?: string
  notes?: string
}

export type ApplicationReading = {
  company: string | null
  roleTitle: string | null
  url: string | null
  location: string | null
  workMode: WorkMode | null
  employmentType: EmploymentType | null
  source: { channel: Channel | null; name: string | null } | null
  salaryRange: SalaryRange | null
  resumeVersion: string | null
  description: string | null
  tags: string[]
  contacts: ContactReading[]
  appliedOn: string | null
  respondedOn: string | null
  notes: string | null
}

/**
 * `heldOn` is null where an interview took place (or was obtained) and its day is unknown. Day and time are those of the
 * person's own zone, unless the row states them in UTC.
 */
export type InterviewReading = {
  round: number
  kind: InterviewKind
  format: InterviewFormat | null
  label: string
  heldOn: string | null
  time: string | null
  utc?: true
  status: InterviewStatus
  result: InterviewResult
}

export type OutcomeReading = { kind: OutcomeKind; decidedOn: string | null; doorOpen: boolean | null }

/** Never recorded without the person's word; `basis` is the text it rests on. */
export type ProposedReason = { code: ReasonCode; evidence: 'inferred' | 'stated_by_employer'; basis: string }

/**
 * @NOTE `identity` never holds what moves while an application goes on (status, interviews, answers, notes), and takes
 * dates as written, so that a longer file that settles day and month does not change it. `sameRole` leaves out the day
 * of application as well: a row on a wish list that was applied for since keeps its `sameRole`.
 */
export type RowReading = {
  rowNumber: number
  application: ApplicationReading
  interviews: InterviewReading[]
  offer: { receivedOn: string | null } | null
  outcome: OutcomeReading | null
  state: RowState
  proposedReasons: ProposedReason[]
  remarks: Remark[]
  invalid: Invalid | null
  identity: string
  sameRole: string
  /** Under which headings its notes stand, in their order; null: the person's own words. */
  noteHeadings: (string | null)[]
  /** The application that the row was exported from. */
  applicationId: string | null
}

/** How the application of a row went. */
export type Course = Pick<RowReading, 'interviews' | 'offer' | 'outcome' | 'state'> & {
  appliedOn: string | null
  respondedOn: string | null
}
