import type { Remark, RowReading, RowState } from './types.ts'

export const ROW_STATUSES = ['added', 'updated', 'duplicate_skipped', 'noop', 'invalid'] as const
export type RowStatus = (typeof ROW_STATUSES)[number]

/** What became of one row. */
export type RowAnswer = Pick<
  RowReading,
  'rowNumber' | 'state' | 'proposedReasons' | 'remarks' | 'invalid'
> & {
  status: RowStatus
  applicationId: string | null
}

export type ImportCounts = {
  rows: number
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
}

export const answerOf = (row: RowReading, { remarks, ...placed }: Placed): RowAnswer => ({
  rowNumber: row.rowNumber,
  ...placed,
  state: stateOnRecord(row),
  proposedReasons: row.proposedReasons,
  remarks: [...row.remarks, ...remarks],
  invalid: row.invalid,
})

/** Without a day the record knows of no application: it is a saved one, whatever the words say. */
const stateOnRecord = ({ state, application: { appliedOn, respondedOn } }: RowReading): RowState =>
  state === 'applied' && appliedOn === null && respondedOn === null ? 'saved' : state

/** How many rows came to which end; the five add up to `rows`. */
export const countRows = (rows: readonly RowAnswer[]): ImportCounts => {
  const of = (status: RowStatus) => rows.filter((row) => row.status === status).length
  return {
    rows: rows.length,
    added: of('added'),
    updated: of('updated'),
    duplicateSkipped: of('duplicate_skipped'),
    noop: of('noop'),
    invalid: of('invalid'),
  }
}
