import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from '../database/columns.ts'

/**
 * The first answers to writes that came with an `Idempotency-Key`, each with the account that it is about, and others that
 * it names. The body is sealed with that key, of which the table holds only a digest.
 */
export const idempotentAnswers = pgTable(
  'idempotent_answers',
  {
    accountId: uuid('account_id').notNull(),
    keyDigest: text('key_digest').notNull(),
    requestDigest: text('request_digest').notNull(),
    status: integer('status').notNull(),
    contentType: text('content_type').notNull(),
    location: text('location'),
    recordVersion: integer('record_version'),
    body: bytes('body').notNull(),
    // @NOTE No foreign key: these are other accounts, and the body, which is sealed, cannot be asked for them.
    names: uuid('names').array(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'idempotent_answers_pkey', columns: [t.accountId, t.keyDigest] }),
    index('idempotent_answers_digest_index').on(t.keyDigest),
    index('idempotent_answers_created_index').on(t.createdAt),
    index('idempotent_answers_names_index').using('gin', t.names).where(sql`${t.names} IS NOT NULL`),
  ],
)
