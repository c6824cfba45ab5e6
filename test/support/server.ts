import { Client, type ClientConfig } from 'pg'

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
