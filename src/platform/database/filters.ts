import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

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

/** Whether a record was made or changed at an instant or later. */
export const isUpdatedFrom = (
  { updatedAt }: { updatedAt: PgColumn },
  instant: string | undefined,
): SQL | undefined => (instant === undefined ? undefined : sql`${updatedAt} >= ${instant}::timestamptz`)
