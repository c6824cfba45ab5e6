import { integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../database/columns.ts'

/**
 * How much of a quota was taken in the window that ends then, by all processes together. The partition is the account
 * itself, or one of its keys.
 *
 * @NOTE Its migration makes it unlogged: what a crash of the database forgets is worth a minute, and no write waits for the disk.
 */
export const quotaUses = pgTable(
  'quota_uses',
  {
    accountId: uuid('account_id').notNull(),
    partition: uuid('partition').notNull(),
    used: integer('used').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [primaryKey({ name: 'quota_uses_pkey', columns: [t.accountId, t.partition] })],
)
