import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../platform/database/columns.ts'
import { engagements } from '../engagements/table.ts'

/**
 * What each coach did in an account, and when.
 *
 * @NOTE Who it was, the engagement knows: so a coach who is erased is no longer named here either.
 */
export const accessLog = pgTable(
  'access_log',
  {
    accountId: uuid('account_id').notNull(),
    id: uuid('id').notNull(),
    engagementId: uuid('engagement_id').notNull(),
    operation: text('operation').notNull(),
    recordId: uuid('record_id'),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'access_log_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'access_log_engagement_fkey',
      columns: [t.accountId, t.engagementId],
      foreignColumns: [engagements.accountId, engagements.id],
    }).onDelete('cascade'),
    index('access_log_engagement_index').on(t.accountId, t.engagementId),
  ],
)
