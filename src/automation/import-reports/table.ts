import { foreignKey, integer, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import type { RowAnswer } from '../imports/rules/answers.ts'
import { imports } from '../imports/table.ts'
import type { RecordAnswer } from '../journal-imports/rules.ts'

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
