import { and, gte, lt, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Window } from '../lists.ts'

/**
 * Whether a text is one of some values; all of them are one parameter.
 *
 * @NOTE A single value is compared as such: an index that goes on after it then gives the order of the list as well.
 */
export const isAnyOf = (column: PgColumn | SQL, values: readonly string[] | undefined): SQL | undefined => {
  if (values === undefined) return undefined
  const [only, ...more] = values
  return more.length === 0 ? sql`${column} = ${only}` : sql`${column} = ANY(${sql.param(values)}::text[])`
}

/**
 * Whether an instant lies within the days of a window.
 *
 * @NOTE Its instants are compared, and the column is not turned into days: so an index of it serves in any time zone.
 */
export const isDuring = (column: PgColumn, { begins, ends }: Window): SQL | undefined =>
  and(begins ? gte(column, begins) : undefined, ends ? lt(column, ends) : undefined)

/** Whether a record was made or changed at an instant or later. */
export const isUpdatedFrom = (
  { updatedAt }: { updatedAt: PgColumn },
  instant: string | undefined,
): SQL | undefined => (instant === undefined ? undefined : sql`${updatedAt} >= ${instant}::timestamptz`)
