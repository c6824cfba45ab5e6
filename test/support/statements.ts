import type { Service } from './service.ts'

/** How many statements the service sends to the database while it does some work. */
export const countStatements = async ({ db: { $client: pool } }: Service, work: () => Promise<unknown>) => {
  const { query } = pool
  let count = 0
  pool.query = ((...given: Parameters<typeof query>) => {
    count += 1
    return query.apply(pool, given)
  }) as typeof query
  try {
    await work()
  } finally {
    pool.query = query
  }
  return count
}
