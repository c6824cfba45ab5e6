import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import type { Kind } from '../journal-records/rules.ts'

/** Which record came from which one of a file, so that a second import of the file changes nothing. */
export const importedRecords = pgTable(
  'imported_records',
  {
    accountId: uuid('account_id').notNull(),
    kind: text('kind').$type<Kind>().notNull(),
    sourceId: uuid('source_id').notNull(),
    recordId: uuid('record_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'imported_records_pkey', columns: [t.accountId, t.kind, t.sourceId] }),
    foreignKey({
      name: 'imported_records_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
  ],
)
