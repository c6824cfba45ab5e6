import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { instant, record } from '../../platform/database/columns.ts'
import { engagements } from '../engagements/table.ts'
import type { SessionStatus } from './rules.ts'

/**
 * A talk of a coach and a client; it belongs to the client.
 *
 * @NOTE Which coach it is, the engagement knows, as with assignments. Without one it is a note of the client's
 * own, or came with a journal from elsewhere.
 */
export const coachingSessions = pgTable(
  'coaching_sessions',
  {
    ...record(),
    engagementId: uuid('engagement_id'),
    startsAt: instant('starts_at').notNull(),
    durationMinutes: integer('duration_minutes'),
    timeZone: text('time_zone'),
    meetingUrl: text('meeting_url'),
    status: text('status').$type<SessionStatus>().notNull(),
    notes: text('notes'),
  },
  (t) => [
    primaryKey({ name: 'coaching_sessions_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'coaching_sessions_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'coaching_sessions_engagement_fkey',
      columns: [t.accountId, t.engagementId],
      foreignColumns: [engagements.accountId, engagements.id],
    }).onDelete('cascade'),
    index('coaching_sessions_start_index').on(t.accountId, t.startsAt, t.id),
    index('coaching_sessions_engagement_index').on(t.accountId, t.engagementId),
    check('coaching_sessions_status_check', sql`${t.status} IN ('scheduled', 'held', 'cancelled')`),
  ],
)
