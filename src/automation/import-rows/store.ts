import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { insertMany } from '../../platform/database/insert-many.ts'
import type { Db } from '../../platform/database/pool.ts'
import { importedRows } from './table.ts'

export type ImportedRow = typeof importedRows.$inferSelect

const sameApplication = and(
  eq(importedRows.accountId, applications.accountId),
  eq(importedRows.applicationId, applications.id),
)

const naming = { id: applications.id, company: applications.company, roleTitle: applications.roleTitle }

export type ImportedBefore = Awaited<ReturnType<typeof importedBefore>>[number]

/** Every row that was ever imported, with the stage and the names that its application has now. */
export const importedBefore = (db: Db, accountId: string) =>
  db
    .select({ row: importedRows, stage: applications.stage, ...naming })
    .from(importedRows)
    .innerJoin(applications, sameApplication)
    .where(eq(importedRows.accountId, accountId))
    .orderBy(asc(applications.id))

export type NotImported = Awaited<ReturnType<typeof notImported>>[number]

/** Applications that no import made, as far as a row can be recognised in them. */
export const notImported = (db: Db, accountId: string) =>
  db
    .select({ ...naming, appliedOn: applications.appliedOn, url: applications.url })
    .from(applications)
    .leftJoin(importedRows, sameApplication)
    .where(and(eq(applications.accountId, accountId), isNull(importedRows.applicationId)))

export const rememberRows = async (db: Db, rows: ImportedRow[]): Promise<void> => {
  const latest = sql`ON CONFLICT (account_id, identity, occurrence) DO UPDATE SET
    same_role = excluded.same_role, application_id = excluded.application_id, reading = excluded.reading`
  await insertMany(db, importedRows, rows, latest)
}

export const forgetRows = async (db: Db, accountId: string, rows: ImportedRow[]): Promise<void> => {
  if (rows.length === 0) return
  const keys = JSON.stringify(rows.map(({ identity, occurrence }) => ({ identity, occurrence })))
  const named = sql`SELECT * FROM json_to_recordset(${keys}) AS named (identity text, occurrence int)`
  const key = sql`(${importedRows.identity}, ${importedRows.occurrence})`
  await db.delete(importedRows).where(and(eq(importedRows.accountId, accountId), sql`${key} IN (${named})`))
}

/**
 * Lets PostgreSQL count what it has.
 *
 * @NOTE It plans the checks of foreign keys once for each connection. Planned on tables that are as good as empty,
 * they search the whole account for each row, and a long file takes four times as long.
 */
export const countTables = (db: Db) => db.execute(sql`ANALYZE ${applications}, ${interviews}`)
