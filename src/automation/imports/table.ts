import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { record } from '../../platform/database/columns.ts'
import type { RecordAnswer } from '../journal-imports/rules.ts'
import type { ImportCounts, ImportStatus, RowAnswer } from './rules/answers.ts'
import type { ColumnMapping, DateOrder, ImportFormat, TableProblem } from './rules/types.ts'

/** One file that was, or is being, brought in. */
export const imports = pgTable(
  'imports',
  {
    ...record(),
    format: text('format').$type<ImportFormat | 'afterview-journal'>().notNull(),
    status: text('status').$type<ImportStatus>().notNull(),
    mapping: jsonb('mapping').$type<ColumnMapping>().notNull(),
    dateOrder: jsonb('date_order').$type<Record<string, DateOrder>>().notNull(),
    problems: jsonb('problems').$type<TableProblem[]>().notNull(),
    counts: jsonb('counts').$type<ImportCounts>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'imports_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'imports_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    check('imports_status_check', sql`${t.status} IN ('running', 'completed', 'failed')`),
  ],
)

/** What became of the rows of an import, some hundred of them in one row here, in their order. */
export const importReports = pgTable(
  'import_reports',
  {
    accountId: uuid('account_id').notNull(),
    importId: uuid('import_id').notNull(),
    position: integer('position').notNull(),
    rows: jsonb('rows').$type<(RowAnswer | RecordAnswer)[]>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'import_reports_pkey', columns: [t.accountId, t.importId, t.position] }),
    foreignKey({
      name: 'import_reports_import_fkey',
      columns: [t.accountId, t.importId],
      foreignColumns: [imports.accountId, imports.id],
    }).onDelete('cascade'),
  ],
)
