import type { RowReading } from './readings.ts'
import type { Remark } from './remarks.ts'
import type { RowState } from './types.ts'

export const ROW_STATUSES = ['added', 'updated', 'duplicate_skipped', 'noop', 'invalid'] as const
export const IMPORT_STATUSES = ['running', 'completed', 'failed'] as const
export type ImportStatus = (typeof IMPORT_STATUSES)[number]
export type RowStatus = (typeof ROW_STATUSES)[number]

/** Why a row was not taken over: it cannot be read as an application, or not be stored. */
type Refused = { heading: string | null; code: string; detail: string }

/** What became of one row. */
export type RowAnswer = Pick<RowReading, 'rowNumber' | 'state' | 'proposedReasons' | 'remarks'> & {
  status: RowStatus
  applicationId: string | null
  invalid: Refused | null
}

export type ImportCounts = {
  rows: number
  done: number
  added: number
  updated: number
  duplicateSkipped: number
  noop: number
  invalid: number
}

/** Where a row is now, with what there is to say about its place. */
export type Placed = {
  status: RowStatus
  applicationId: string | null
  remarks: Remark[]
  /** Why a row that could be read could not be taken over. */
  invalid?: Refused
}

export const answerOf = (row: RowReading, { remarks, invalid, ...placed }: Placed): RowAnswer => ({
  rowNumber: row.rowNumber,
  ...placed,
  state: stateOnRecord(row),
  proposedReasons: row.proposedReasons,
  remarks: [...row.remarks, ...remarks],
  invalid: invalid ?? row.invalid,
})

/** Without a day the record knows of no application: it is a saved one, whatever the words say. */
const stateOnRecord = ({ state, application: { appliedOn, respondedOn } }: RowReading): RowState =>
  state === 'applied' && appliedOn === null && respondedOn === null ? 'saved' : state

/** No row is done yet. */
export const noneOf = (rows: number): ImportCounts => ({
  rows,
  done: 0,
  added: 0,
  updated: 0,
  duplicateSkipped: 0,
  noop: 0,
  invalid: 0,
})

/** How many rows came to which end, with these; the five add up to `done`. */
export const countWith = (before: ImportCounts, answers: readonly { status: RowStatus }[]): ImportCounts => {
  const of = (status: RowStatus) => answers.filter((row) => row.status === status).length
  return {
    rows: before.rows,
    done: before.done + answers.length,
    added: before.added + of('added'),
    updated: before.updated + of('updated'),
    duplicateSkipped: before.duplicateSkipped + of('duplicate_skipped'),
    noop: before.noop + of('noop'),
    invalid: before.invalid + of('invalid'),
  }
}
