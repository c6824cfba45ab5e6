import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool, type PoolClient, type PoolConfig } from 'pg'

type Limits = {
  POOL_SIZE: number
  CONNECT_TIMEOUT_MS: number
  QUERY_TIMEOUT_MS: number
  STATEMENT_TIMEOUT_MS: number
  LOCK_TIMEOUT_MS: number
  IDLE_TRANSACTION_TIMEOUT_MS: number
}

export type Connection = Pick<PoolConfig, 'connectionString' | 'host' | 'port' | 'user' | 'database'>
/** Queries on the pool, or on one client of it within a transaction. */
export type Db = NodePgDatabase<Record<string, never>>
export type PooledDb = Db & { $client: Pool }

/** Opens a pool whose every wait has an end. `onIdleError` hears of idle connections that dropped. */
export const openDatabase = (
  connection: Connection,
  limits: Limits,
  onIdleError: (e: Error) => void,
): PooledDb => {
  const pool = new Pool({
    ...connection,
    application_name: 'afterview',
    max: limits.POOL_SIZE,
    connectionTimeoutMillis: limits.CONNECT_TIMEOUT_MS,
    query_timeout: limits.QUERY_TIMEOUT_MS,
    statement_timeout: limits.STATEMENT_TIMEOUT_MS,
    lock_timeout: limits.LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: limits.IDLE_TRANSACTION_TIMEOUT_MS,
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    keepAlive: true,
  })
  // @NOTE Without listeners, one connection that drops would end the process: the pool's own hears of idle ones alone,
  // and of one in use its query tells.
  pool.on('error', onIdleError)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return drizzle({ client: pool })
}

const ofClient = new WeakMap<PoolClient, Db>()

/** The Drizzle face of one client, kept with it so that its prepared statements are built once. */
export const databaseOf = (client: PoolClient): Db => {
  const db = ofClient.get(client) ?? drizzle({ client })
  ofClient.set(client, db)
  return db
}
