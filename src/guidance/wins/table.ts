import { date, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { record } from '../../platform/database/columns.ts'

/** A win that its owner added. Those that follow from other records are derived from them, and never stored. */
export const wins = pgTable(
  'wins',
  {
    ...record(),
    text: text('text').notNull(),
    on: date('on').notNull(),
  },
  (t) => [
    primaryKey({ name: 'wins_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'wins_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    index('wins_on_index').on(t.accountId, t.on, t.id),
  ],
)
