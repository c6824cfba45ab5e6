import { sql } from 'drizzle-orm'
import { bigint, boolean, check, foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { bytes, instant, record } from '../../platform/database/columns.ts'
import type { DisabledReason, Scheme } from './rules.ts'

/** Where the events of an account are sent, and how far that is. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    ...record(),
    url: text('url').notNull(),
    eventTypes: text('event_types').array().notNull(),
    enabled: boolean('enabled').notNull(),
    description: text('description'),
    scheme: text('scheme').$type<Scheme>().notNull(),
    publicKey: text('public_key'),
    secret: bytes('secret').notNull(),
    previousSecret: bytes('previous_secret'),
    previousSecretUntil: instant('previous_secret_until'),
    disabledReason: text('disabled_reason').$type<DisabledReason>(),
    failingSince: instant('failing_since'),
    /** Deliveries were made of every event up to this number. */
    fannedOutTo: bigint('fanned_out_to', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'webhook_endpoints_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'webhook_endpoints_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    check('webhook_endpoints_scheme_check', sql`${t.scheme} IN ('v1', 'v1a')`),
    check('webhook_endpoints_reason_check', sql`${t.disabledReason} IN ('gone', 'failing')`),
  ],
)
