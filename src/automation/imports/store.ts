import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { importReports, imports } from './table.ts'

export type ImportRow = typeof imports.$inferSelect

export const store = recordStore('import', imports)

type Report = typeof importReports.$inferInsert

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
