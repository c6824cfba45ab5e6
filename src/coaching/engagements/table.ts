import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { instant, record } from '../../platform/database/columns.ts'
import type { Role, Stored } from './rules.ts'

/**
 * A coach and a client, from the invitation to the end; it belongs to the client, who alone says what the coach may do.
 *
 * @NOTE An invitation lives with whoever made it: that of a coach belongs to the coach until a client accepts it.
 */
export const engagements = pgTable(
  'engagements',
  {
    ...record(),
    // @NOTE No foreign key: the account of the coach is another one, and may be erased. Null: not known yet, or erased.
    coachAccountId: uuid('coach_account_id'),
    invitedBy: text('invited_by').$type<Role>().notNull(),
    status: text('status').$type<Stored>().notNull(),
    scopes: text('scopes').array().notNull(),
    message: text('message'),
    tokenHash: text('token_hash'),
    invitationExpiresAt: instant('invitation_expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    endsOn: date('ends_on'),
    endsAt: instant('ends_at'),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by').$type<Role>(),
  },
  (t) => [
    primaryKey({ name: 'engagements_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'engagements_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    uniqueIndex('engagements_live_key')
      .on(t.accountId, t.coachAccountId)
      .where(sql`${t.status} IN ('active', 'paused')`),
    // @NOTE Two that do not begin with the account: a token tells whose it is, and a coach is found among all clients.
    unique('engagements_token_hash_key').on(t.tokenHash),
    index('engagements_coach_index').on(t.coachAccountId, t.id),
    check('engagements_status_check', sql`${t.status} IN ('invited', 'active', 'paused', 'ended')`),
    check(
      'engagements_roles_check',
      sql`${t.invitedBy} IN ('coach', 'client') AND ${t.endedBy} IN ('coach', 'client')`,
    ),
    check(
      'engagements_coach_check',
      sql`${t.status} NOT IN ('active', 'paused') OR ${t.coachAccountId} <> ${t.accountId}`,
    ),
    check('engagements_end_check', sql`(${t.status} = 'ended') = (${t.endedAt} IS NOT NULL)`),
  ],
)
