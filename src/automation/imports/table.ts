import { sql } from 'drizzle-orm'
import { check, foreignKey, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { record } from '../../platform/database/columns.ts'
import type { ImportCounts, ImportStatus } from './rules/answers.ts'
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
