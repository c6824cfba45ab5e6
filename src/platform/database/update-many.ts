import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Db } from './pool.ts'

export type RecordTable = PgTable & Record<'accountId' | 'id' | 'version', PgColumn>

const KEPT = ['accountId', 'id', 'version', 'createdAt']

/** Makes each record what it is to be from now on, all of them in one statement; they go over as one value of JSON. */
export const updateMany = async (
  db: Db,
  table: RecordTable,
  accountId: string,
  records: readonly object[],
): Promise<void> => {
  if (records.length === 0) return
  const columns = Object.entries(getTableColumns(table))
  const values = (records as Record<string, unknown>[]).map((record) =>
    Object.fromEntries(columns.map(([member, { name }]) => [name, record[member]])),
  )
  const changed: SQL[] = columns
    .filter(([member]) => !KEPT.includes(member))
    .map(([, { name }]) => sql`${sql.identifier(name)} = changed.${sql.identifier(name)}`)
  await db.execute(
    sql`UPDATE ${table} SET version = ${table.version} + 1, ${sql.join(changed, sql`, `)}
      FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(values)}::json) AS changed
      WHERE ${table.accountId} = ${accountId} AND ${table.id} = changed.id`,
  )
}
