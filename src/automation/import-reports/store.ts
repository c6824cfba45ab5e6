import { and, asc, eq, sql } from 'drizzle-orm'
import { isAnyOf } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import type { RowStatus } from '../imports/rules/answers.ts'
import { importReports } from './table.ts'

type Report = typeof importReports.$inferInsert
export type Answer = Report['rows'][number]

export const insertReport = (db: Db, report: Report) => db.insert(importReports).values(report)

/** What became of each row so far, in their order. */
export const findAnswers = async (db: Db, accountId: string, importId: string) => {
  const reports = await db
    .select({ rows: importReports.rows })
    .from(importReports)
    .where(and(eq(importReports.accountId, accountId), eq(importReports.importId, importId)))
    .orderBy(asc(importReports.position))
  return reports.flatMap(({ rows }) => rows)
}

type Part = { after: number; status: readonly RowStatus[] | undefined; limit: number }

/**
 * Some answers in their order, each with which one it is, from 1 on.
 *
 * @NOTE Reports before the one that holds `after` are not opened: each of them is large.
 */
export const listAnswers = async (
  db: Db,
  accountId: string,
  importId: string,
  { after, status, limit }: Part,
) => {
  const own = sql`account_id = ${accountId} AND import_id = ${importId}`
  const { rows } = await db.execute<{ id: string; answer: Answer }>(
    sql`SELECT (position + at)::text AS id, answer
      FROM ${importReports}, jsonb_array_elements(rows) WITH ORDINALITY AS each(answer, at)
      WHERE ${own} AND position + at > ${after}
        AND position >= (SELECT max(position) FROM ${importReports} WHERE ${own} AND position <= ${after})
        AND ${isAnyOf(sql`answer ->> 'status'`, status) ?? sql`true`}
      ORDER BY position, at LIMIT ${limit}`,
  )
  return rows
}
