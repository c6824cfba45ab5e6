import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '../../platform/database/pool.ts'
import { applications } from '../applications/table.ts'
import { interviews } from '../interviews/table.ts'
import { offers } from '../offers/table.ts'
import { questions } from '../questions/table.ts'

/** What questions may speak of: counts of the account's own records. */
type RecordCounts = {
  applications: number
  /** Held, as far as is known. */
  interviews: number
  /** Of these, how many have a result, and how many led on. */
  decided: number
  advanced: number
  offers: number
  questions: number
  /** Of these, how many were answered well. */
  well: number
}

/** An interview that lies behind, by its instant or else by its day, counts as held, unless it was called off. */
export const countRecords = async (
  db: Db,
  accountId: string,
  { now, today }: { now: string; today: string },
): Promise<RecordCounts | undefined> => {
  const all = (table: PgTable & { accountId: unknown }, which: SQL = sql`true`) =>
    sql`(SELECT count(*)::int FROM ${table} WHERE ${table.accountId} = ${accountId} AND ${which})`
  const { startsAt, heldOn, status, result } = interviews
  const held = sql`(${status} = 'completed' OR ${status} = 'scheduled'
    AND coalesce(${startsAt} <= ${now}::timestamptz, ${heldOn} <= ${today}::date, false))`
  const { rows } = await db.execute<RecordCounts>(sql`SELECT
    ${all(applications)} AS applications,
    ${all(interviews, held)} AS interviews,
    ${all(interviews, sql`${held} AND ${result} IN ('advanced', 'not_advanced')`)} AS decided,
    ${all(interviews, sql`${held} AND ${result} = 'advanced'`)} AS advanced,
    ${all(offers)} AS offers,
    ${all(questions)} AS questions,
    ${all(questions, sql`${questions.answered} = 'well'`)} AS well`)
  return rows[0]
}
