import { sql } from 'drizzle-orm'
import { check, date, foreignKey, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { instant, record } from '../../platform/database/columns.ts'
import type { Figure } from './rules.ts'

/** Addresses that show chosen figures to whoever has them. Only the digest of a token is kept. */
export const shareLinks = pgTable(
  'share_links',
  {
    ...record(),
    label: text('label'),
    figures: text('figures').array().$type<Figure[]>().notNull(),
    from: date('from'),
    to: date('to'),
    expiresOn: date('expires_on'),
    expiresAt: instant('expires_at'),
    tokenHash: text('token_hash').notNull(),
    openedCount: integer('opened_count').notNull().default(0),
    lastOpenedAt: instant('last_opened_at'),
  },
  (t) => [
    primaryKey({ name: 'share_links_pkey', columns: [t.accountId, t.id] }),
    // @NOTE It does not begin with the account: the token is what tells whose figures they are.
    unique('share_links_token_hash_key').on(t.tokenHash),
    foreignKey({
      name: 'share_links_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    check('share_links_figures_check', sql`cardinality(${t.figures}) > 0`),
    check('share_links_end_check', sql`(${t.expiresOn} IS NULL) = (${t.expiresAt} IS NULL)`),
  ],
)
