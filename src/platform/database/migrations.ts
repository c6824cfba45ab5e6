import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client } from 'pg'
import type { Connection } from './pool.ts'

const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url))
const CONNECT_MS = 5_000
const LOCK = 7_205_759_403

/** Brings the schema up to date. Processes that start together wait for one another. */
export const migrateDatabase = async (connection: Connection): Promise<void> => {
  const client = new Client({
    ...connection,
    application_name: 'afterview migrations',
    connectionTimeoutMillis: CONNECT_MS,
  })
  // @NOTE Without a listener, a connection that drops would end the process; its query tells of it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SET client_min_messages = warning')
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await migrate(drizzle({ client }), { migrationsFolder })
  } finally {
    await client.end()
  }
}
