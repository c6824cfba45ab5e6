import { randomBytes } from 'node:crypto'
import { Client, type ClientConfig, Pool } from 'pg'

/** The PostgreSQL that all test files share; `run.ts` starts it and leaves its address in the environment. */
export const sharedServer = (): { connection: ClientConfig; template: string } => {
  const given = process.env.TEST_SERVER
  if (!given) throw new Error('Tests run through `npm test`, which provides the database.')
  return JSON.parse(given)
}

/** The same server, another database. */
export const inDatabase = (connection: ClientConfig, database: string): ClientConfig => {
  if (!connection.connectionString) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

/** The same as one address, as a service is told it. */
export const addressOf = ({ connectionString, host, port, user, password, database }: ClientConfig): string =>
  connectionString ??
  `postgres://${user}${password ? `:${password}` : ''}@localhost:${port}/${database}?host=${encodeURIComponent(host ?? '')}`

/** A new database as the migrations leave one. It goes with the whole run, as folders do. */
export const newDatabase = async (): Promise<ClientConfig> => {
  const { connection, template } = sharedServer()
  const name = `${template}_${randomBytes(8).toString('hex')}`
  const create = `CREATE DATABASE ${name} TEMPLATE ${template}`
  // No test takes the power from the server.
  await onServer(connection, create, `ALTER DATABASE ${name} SET synchronous_commit = off`)
  return inDatabase(connection, name)
}

/** Drops a template, and every database that was made from it: side by side, as each waits for the disk. */
export const dropDatabases = async (connection: ClientConfig, template: string): Promise<void> => {
  const pool = new Pool({ ...connection, max: 40 })
  const made = 'SELECT datname FROM pg_database WHERE starts_with(datname, $1)'
  const { rows } = await pool.query<{ datname: string }>(made, [template])
  await Promise.all(rows.map(({ datname }) => pool.query(`DROP DATABASE ${datname} WITH (FORCE)`)))
  await pool.end()
}

/** Runs statements on the server itself, outside of any test's database. */
export const onServer = async (connection: ClientConfig, ...statements: string[]): Promise<void> => {
  const client = new Client(connection)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
