import { and, eq, getTableColumns, placeholder, sql } from 'drizzle-orm'
import { valuesOf } from './insert-many.ts'
import type { Db } from './pool.ts'
import { statement } from './statement.ts'
import type { RecordTable } from './update-many.ts'

/**
 * Changes members of a record, counts its version up and answers with it as it is stored.
 *
 * @NOTE A prepared statement for each set of members that is ever changed together: there are a few to a table.
 */
export const updater = (name: string, table: RecordTable) => {
  const all = Object.entries(getTableColumns(table))
  const statements = new Map<string, ReturnType<typeof changing>>()
  const changing = (columns: typeof all, number: number) =>
    statement((db) =>
      db
        .update(table)
        .set({
          version: sql`${table.version} + 1`,
          ...Object.fromEntries(
            columns.map(([member, column]) => [member, sql`changed.${sql.identifier(column.name)}`]),
          ),
        })
        .from(sql`json_populate_record(NULL::${table}, ${placeholder('change')}::json) AS changed`)
        .where(and(eq(table.accountId, placeholder('accountId')), eq(table.id, placeholder('id'))))
        .returning(getTableColumns(table))
        .prepare(`${name}_${number}`),
    )
  return async (db: Db, accountId: string, id: string, change: Record<string, unknown>): Promise<unknown> => {
    const columns = all.filter(([member]) => change[member] !== undefined)
    const key = columns.map(([member]) => member).join()
    const update = statements.get(key) ?? changing(columns, statements.size)
    statements.set(key, update)
    const [stored] = await update(db).execute({
      accountId,
      id,
      change: JSON.stringify(valuesOf(columns, change)),
    })
    return stored
  }
}
