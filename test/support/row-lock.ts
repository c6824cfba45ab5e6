import { Client, type ClientConfig } from 'pg'
import type { Test } from 'tap'
import { waitFor } from './embedded-postgres.ts'

/** Holds a row of the database, so that whoever would change it waits. */
export const holdRow = async (
  t: Test,
  connection: ClientConfig,
  table: string,
  id: string,
  column = 'id',
) => {
  const client = new Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  t.teardown(() => client.end())
  await client.query('BEGIN')
  await client.query(`SELECT 1 FROM ${table} WHERE ${column} = $1 FOR UPDATE`, [id])
  const countWaiting = async () => {
    const { rows } = await client.query('SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted')
    return rows[0].n
  }
  return {
    release: () => client.query('COMMIT'),
    /** Until somebody waits for the row. */
    somebodyWaits: () => waitFor(async () => (await countWaiting()) > 0),
  }
}
