import type { ReasonCode } from '../../../journal/reasons/rules.ts'
import type { Invalid, Remark } from './remarks.ts'

/** What a column may mean. `interviewOn`, `rolePart`, `other` and the dates may be given to several headings. */
export const IMPORT_FIELDS = [
  'company',
  'roleTitle',
  'rolePart',
  'url',
  'location',
  'workMode',
  'employmentType',
  'source',
  'sourceChannel',
  'salary',
  'salaryMinimum',
  'salaryMaximum',
  'salaryCurrency',
  'salaryPeriod',
  'resumeVersion',
  'description',
  'tags',
  'contacts',
  'reference',
  'applicationId',
  'appliedOn',
  'savedOn',
  'postedOn',
  'respondedOn',
  'interviewOn',
  'interviewObtained',
  'offerOn',
  'decidedOn',
  'stateOn',
  'acceptedOn',
  'rejectedOn',
  'withdrawnOn',
  'ghosted',
  'state',
  'stageHistory',
  'timeline',
  'feedback',
  'notes',
  'other',
  'derived',
] as const

export type ImportField = (typeof IMPORT_FIELDS)[number]

export type ColumnMapping = Record<string, ImportField>

export const IMPORT_FORMATS = [
  'afterview',
  'linkedin',
  'huntr',
  'teal',
  'simplify',
  'reactive_resume',
  'jobsync',
  'generic',
] as const

export type ImportFormat = (typeof IMPORT_FORMATS)[number]

/** @NOTE Has the shape of a `CsvTable` of `platform/csv.ts`, which rules may not import. */
export type Table = { headings: string[]; rows: { rowNumber: number; cells: string[] }[] }

export type DateOrder = 'day_first' | 'month_first' | 'iso' | 'named' | 'mixed' | 'ambiguous' | 'none'

export const ROW_STATES = [
  'saved',
  'applied',
  'interviewing',
  'offer_open',
  'offer_accepted',
  'offer_declined',
  'offer_rescinded',
  'rejected',
  'no_response',
  'withdrawn',
  'role_closed',
] as const

export type RowState = (typeof ROW_STATES)[number]

export type OutcomeKind = Exclude<RowState, 'saved' | 'applied' | 'interviewing' | 'offer_open'>

export type InterviewKind =
  | 'recruiter_screen'
  | 'hiring_manager'
  | 'technical'
  | 'case_study'
  | 'take_home'
  | 'panel'
  | 'onsite'
  | 'presentation'
  | 'behavioral'
  | 'culture'
  | 'final'
  | 'other'

export type InterviewFormat = 'phone' | 'video' | 'in_person' | 'asynchronous'

export type InterviewStatus = 'scheduled' | 'completed' | 'cancelled' | 'missed'

export type InterviewResult = 'pending' | 'advanced' | 'not_advanced' | 'unknown'

export type Channel =
  | 'job_board'
  | 'company_site'
  | 'referral'
  | 'recruiter'
  | 'agency'
  | 'event'
  | 'outreach'
  | 'other'

export type WorkMode = 'onsite' | 'hybrid' | 'remote'

export type EmploymentType =
  | 'full_time'
  | 'part_time'
  | 'contract'
  | 'internship'
  | 'temporary'
  | 'freelance'
  | 'other'

export type SalaryPeriod = 'hour' | 'day' | 'month' | 'year'

/** Integer minor units; a bound that is not stated is null. */
export type SalaryRange = {
  minimum: number | null
  maximum: number | null
  currency: string
  period: SalaryPeriod
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

export type Evidence = 'inferred' | 'stated_by_employer'

/** Never recorded without the person's word; `basis` is the text it rests on. */
export type ProposedReason = { code: ReasonCode; evidence: Evidence; basis: string }

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

export type ReadOptions = {
  format: ImportFormat
  /** YYYY-MM-DD, in the person's own time zone. */
  today: string
  /** IANA: where instants are days. UTC unless stated. */
  timeZone?: string
  mapping?: ColumnMapping
  /** The person's answer where the file leaves it open. */
  dateOrder?: 'day_first' | 'month_first'
  /** ISO 4217, for amounts that state none. */
  currency?: string
}

export type TableProblem = {
  code:
    | 'column_kept_in_notes'
    | 'date_order_ambiguous'
    | 'mapped_heading_missing'
    | 'no_company_or_role_column'
    | 'no_heading_row'
  heading: string | null
  detail: string
}

export type TableReading = {
  format: ImportFormat
  mapping: ColumnMapping
  dateOrder: Record<string, DateOrder>
  problems: TableProblem[]
  rows: RowReading[]
}
