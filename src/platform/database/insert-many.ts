import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Db } from './pool.ts'

type Row = Record<string, unknown>

const ROWS_AT_ONCE = 2_000

/** A row by the names of its columns, as JSON carries it: with the default wherever it says nothing. */
export const valuesOf = (columns: [string, PgColumn][], row: Row) =>
  Object.fromEntries(
    columns.map(([member, column]) => {
      const value = row[member] === undefined ? (column.default ?? null) : row[member]
      return [column.name, Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value]
    }),
  )

const columnsIn = (table: PgTable, rows: readonly Row[]) =>
  Object.entries(getTableColumns(table)).filter(([member]) => rows.some((row) => row[member] !== undefined))

/**
 * Inserts as many rows as there are; `then` may say what becomes of one that is there.
 *
 * @NOTE The rows of a statement go over as one value of JSON: as a list of values, Drizzle and the protocol spend
 * several times as long on them as PostgreSQL does.
 */
export const insertMany = async (
  db: Db,
  table: PgTable,
  rows: readonly object[],
  then = sql``,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const part = rows.slice(from, from + ROWS_AT_ONCE) as Row[]
    const columns = columnsIn(table, part)
    const names: SQL = sql.join(
      columns.map(([, { name }]) => sql.identifier(name)),
      sql`, `,
    )
    const values = part.map((row) => valuesOf(columns, row))
    await db.execute(
      sql`INSERT INTO ${table} (${names})
        SELECT ${names} FROM json_populate_recordset(NULL::${table}, ${JSON.stringify(values)}::json) ${then}`,
    )
  }
}
