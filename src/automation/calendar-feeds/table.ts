import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { instant, record } from '../../platform/database/columns.ts'
import type { CalendarContent } from './rules.ts'

/** Addresses that calendars read the journal at. Only the digest of a token is kept. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    ...record(),
    label: text('label'),
    include: text('include').array().$type<CalendarContent[]>().notNull(),
    tokenHash: text('token_hash').notNull(),
    lastReadAt: instant('last_read_at'),
  },
  (t) => [
    primaryKey({ name: 'calendar_feeds_pkey', columns: [t.accountId, t.id] }),
    // @NOTE It does not begin with the account: the token is what tells whose calendar it is.
    unique('calendar_feeds_token_hash_key').on(t.tokenHash),
    foreignKey({
      name: 'calendar_feeds_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    check('calendar_feeds_include_check', sql`cardinality(${t.include}) > 0`),
  ],
)
