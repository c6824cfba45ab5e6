import { getTableColumns, placeholder, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { valuesOf } from './insert-many.ts'
import type { Db } from './pool.ts'
import { statement } from './statement.ts'

/**
 * Inserts a row and answers with it as it is stored; `name` is that of the prepared statement.
 *
 * @NOTE It goes over as one value of JSON, so that one statement serves whatever members a row has: building the text of
 * an insert anew costs as much as all else that is done for it.
 */
export const inserter = (name: string, table: PgTable) => {
  const columns = Object.entries(getTableColumns(table))
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  )
  const add = statement((db) =>
    db
      .insert(table)
      .select(sql`SELECT ${names} FROM json_populate_record(NULL::${table}, ${placeholder('row')}::json)`)
      .returning()
      .prepare(name),
  )
  return async (db: Db, row: Record<string, unknown>): Promise<unknown> => {
    const [stored] = await add(db).execute({ row: JSON.stringify(valuesOf(columns, row)) })
    return stored
  }
}
