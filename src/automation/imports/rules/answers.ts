import type { RowReading } from './types.ts'

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
