import { foreignKey, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { record } from '../../platform/database/columns.ts'
import type { ImportCounts, RowAnswer } from './rules/answers.ts'
import type { ColumnMapping, DateOrder, TableProblem } from './rules/types.ts'

/** One file brought in, with what became of each row. */
export const imports = pgTable(
  'imports',
  {
    ...record(),
    format: text('format').$type<'generic' | 'linkedin'>().notNull(),
    status: text('status').$type<'completed'>().notNull(),
    mapping: jsonb('mapping').$type<ColumnMapping>().notNull(),
    dateOrder: jsonb('date_order').$type<Record<string, DateOrder>>().notNull(),
    problems: jsonb('problems').$type<TableProblem[]>().notNull(),
    counts: jsonb('counts').$type<ImportCounts>().notNull(),
    rows: jsonb('rows').$type<RowAnswer[]>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'imports_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'imports_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
  ],
)
