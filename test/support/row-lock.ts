import { Client, type ClientBase, type ClientConfig } from 'pg'
import type { Test } from 'tap'
import { waitFor } from './embedded-postgres.ts'

/**
 * Who waits in this database: the server has others, of tests that run beside this one.
 *
 * @NOTE Not by `pg_stat_activity`: within a transaction it shows nobody who came later.
 */
export const WHO_WAITS = `SELECT 1 FROM pg_locks WHERE NOT granted AND pid IN (
  SELECT pid FROM pg_locks JOIN pg_database ON database = oid WHERE datname = current_database())`

/** Until somebody, or so many, wait for what another transaction holds. */
export const somebodyWaits = (client: ClientBase, many = 1) =>
  waitFor(async () => (await client.query(WHO_WAITS)).rows.length >= many)

/** Holds a row of the database, so that whoever would change it waits. */
export const holdRow = async (
  t: Test,
  connection: ClientConfig,
  table: string,
  id: string,
  column = 'id',
) => {
  const client = new Client({ ...connection, connectionTimeoutMillis: 0 })
  client.on('error', () => undefined)
  await client.connect()
  t.teardown(() => client.end())
  await client.query('BEGIN')
  await client.query(`SELECT 1 FROM ${table} WHERE ${column} = $1 FOR UPDATE`, [id])
  return {
    release: () => client.query('COMMIT'),
    /** Until somebody, or so many, wait for the row. */
    somebodyWaits: (many?: number) => somebodyWaits(client, many),
  }
}
