import type { Service } from './service.ts'

/** Puts many applications into an account at once, past the service: as an account looks after years of use. */
export const addMany = async ({ db }: Service, accountId: string, count: number): Promise<void> => {
  await db.$client.query(
    `INSERT INTO applications (account_id, id, created_at, updated_at, company, role_title, applied_on, stage, last_activity_at)
     SELECT $1, (lpad(to_hex(1767225600000 + n * 1000), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid,
       at, at, 'Company ' || n % 300, 'Engineer ' || n, date(at), 'applied', at
     FROM generate_series(1, $2::int) n, LATERAL (SELECT timestamptz '2026-01-01Z' + n * interval '1 second' AS at) t`,
    [accountId, count],
  )
  await db.$client.query('ANALYZE applications')
}
