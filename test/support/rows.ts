import type { Service } from './service.ts'

/** What every request of an account may leave behind, whatever comes of it. */
const LEFT = ['idempotent_answers']

const TABLES = `SELECT table_name AS name FROM information_schema.columns
  WHERE table_schema = 'public' AND column_name = 'account_id' ORDER BY 1`

/** A digest of all that each table holds of an account: to see that nothing changed, in two statements. */
export const rowsOf = async ({ db: { $client: pool } }: Service, accountId: string) => {
  const { rows } = await pool.query<{ name: string }>(TABLES)
  const digests = rows
    .filter(({ name }) => !LEFT.includes(name))
    .map(
      ({
        name,
      }) => `SELECT '${name}' AS table, count(*)::int AS count, md5(string_agg(t::text, '' ORDER BY t::text)) AS digest
      FROM ${name} t WHERE account_id = $1`,
    )
  return (await pool.query(digests.join(' UNION ALL '), [accountId])).rows
}
