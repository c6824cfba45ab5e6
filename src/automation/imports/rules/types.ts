import type { RowReading } from './readings.ts'

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
