import { sql } from 'drizzle-orm'
import { check, date, foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { record } from '../../platform/database/columns.ts'

/** A planned break, both days included; without an end it goes on. */
export const pauses = pgTable(
  'pauses',
  {
    ...record(),
    from: date('from').notNull(),
    to: date('to'),
    notes: text('notes'),
  },
  (t) => [
    primaryKey({ name: 'pauses_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'pauses_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    check('pauses_days_check', sql`${t.from} <= ${t.to}`),
  ],
)
