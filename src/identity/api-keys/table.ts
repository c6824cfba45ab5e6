import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { instant, record } from '../../platform/database/columns.ts'
import { accounts } from '../accounts/table.ts'

/** Keys of an account. Only the digest of a secret is kept. A rotation passes the length of life on. */
export const apiKeys = pgTable(
  'api_keys',
  {
    ...record(),
    name: text('name').notNull(),
    hint: text('hint').notNull(),
    secretHash: text('secret_hash').notNull(),
    scopes: text('scopes').array().notNull(),
    expiresAt: instant('expires_at'),
    lifeSeconds: bigint('life_seconds', { mode: 'number' }),
    lastUsedAt: instant('last_used_at'),
    replacedAt: instant('replaced_at'),
  },
  (t) => [
    primaryKey({ name: 'api_keys_pkey', columns: [t.accountId, t.id] }),
    // @NOTE The one key that does not begin with the account: the secret is what tells whose request it is.
    unique('api_keys_secret_hash_key').on(t.secretHash),
    foreignKey({
      name: 'api_keys_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    check('api_keys_scopes_check', sql`cardinality(${t.scopes}) > 0`),
  ],
)
