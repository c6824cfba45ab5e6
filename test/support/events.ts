import { sql } from 'drizzle-orm'
import type { Service } from './service.ts'

/** The events of an account, each as its type followed by its data, in their order. */
export const eventsOf = async ({ db }: Service, accountId: string) => {
  const query = sql`SELECT type, data FROM events WHERE account_id = ${accountId} ORDER BY sequence`
  return (await db.execute(query)).rows.map(({ type, data }) => [type, data])
}
