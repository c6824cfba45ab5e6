import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { applications } from '../../journal/applications/table.ts'
import type { LastReading } from '../import-effects/rules.ts'

/**
 * Which application came from which row, and what the row said last: so that a second import changes nothing, and a
 * later file changes only what moved on and what its owner left alone. Identical rows are told apart by occurrence.
 */
export const importedRows = pgTable(
  'imported_rows',
  {
    accountId: uuid('account_id').notNull(),
    identity: text('identity').notNull(),
    occurrence: integer('occurrence').notNull(),
    sameRole: text('same_role').notNull(),
    applicationId: uuid('application_id').notNull(),
    reading: jsonb('reading').$type<LastReading>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'imported_rows_pkey', columns: [t.accountId, t.identity, t.occurrence] }),
    foreignKey({
      name: 'imported_rows_application_fkey',
      columns: [t.accountId, t.applicationId],
      foreignColumns: [applications.accountId, applications.id],
    }).onDelete('cascade'),
    index('imported_rows_application_index').on(t.accountId, t.applicationId),
  ],
)
