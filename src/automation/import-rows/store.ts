import { and, eq, isNull } from 'drizzle-orm'
import { applications } from '../../journal/applications/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import { importedRows } from './table.ts'

export type ImportedRow = typeof importedRows.$inferSelect

const sameApplication = and(
  eq(importedRows.accountId, applications.accountId),
  eq(importedRows.applicationId, applications.id),
)

/** Every row that was ever imported, with the stage that its application has now. */
export const importedBefore = (db: Db, accountId: string) =>
  db
    .select({ row: importedRows, stage: applications.stage })
    .from(importedRows)
    .innerJoin(applications, sameApplication)
    .where(eq(importedRows.accountId, accountId))

/** Applications that no import made, as far as a row can be recognised in them. */
export const notImported = (db: Db, accountId: string) =>
  db
    .select({
      id: applications.id,
      company: applications.company,
      roleTitle: applications.roleTitle,
      appliedOn: applications.appliedOn,
      url: applications.url,
    })
    .from(applications)
    .leftJoin(importedRows, sameApplication)
    .where(and(eq(applications.accountId, accountId), isNull(importedRows.applicationId)))

export const rememberRow = (db: Db, row: ImportedRow) =>
  db
    .insert(importedRows)
    .values(row)
    .onConflictDoUpdate({
      target: [importedRows.accountId, importedRows.identity, importedRows.occurrence],
      set: { sameRole: row.sameRole, applicationId: row.applicationId, reading: row.reading },
    })

export const forgetRow = (db: Db, { accountId, identity, occurrence }: ImportedRow) =>
  db
    .delete(importedRows)
    .where(
      and(
        eq(importedRows.accountId, accountId),
        eq(importedRows.identity, identity),
        eq(importedRows.occurrence, occurrence),
      ),
    )
