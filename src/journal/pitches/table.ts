import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { instant, record } from '../../platform/database/columns.ts'

/** One way to explain what one offers. Another way of saying it is another version, which names the one before. */
export const pitches = pgTable(
  'pitches',
  {
    ...record(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    previousId: uuid('previous_id'),
    archivedAt: instant('archived_at'),
  },
  (t) => [
    primaryKey({ name: 'pitches_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'pitches_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'pitches_previous_fkey',
      columns: [t.accountId, t.previousId],
      foreignColumns: [t.accountId, t.id],
    }),
    index('pitches_previous_index').on(t.accountId, t.previousId),
  ],
)
