import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { record } from '../../platform/database/columns.ts'
import { interviews } from '../interviews/table.ts'
import type { Helped, PlanStatus } from './rules.ts'

/** An if-then plan. It belongs to the account and outlives what it came out of. */
export const plans = pgTable(
  'plans',
  {
    ...record(),
    if: text('if').notNull(),
    then: text('then').notNull(),
    status: text('status').$type<PlanStatus>().notNull(),
    private: boolean('private').notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'plans_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'plans_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    index('plans_status_index').on(t.accountId, t.status, t.id),
    check('plans_status_check', sql`${t.status} IN ('open', 'tried', 'dropped')`),
  ],
)

/** Whether a plan was tried, and whether it helped. */
export const planReviews = pgTable(
  'plan_reviews',
  {
    ...record(),
    planId: uuid('plan_id').notNull(),
    interviewId: uuid('interview_id'),
    tried: boolean('tried').notNull(),
    helped: text('helped').$type<Helped>(),
    notes: text('notes'),
  },
  (t) => [
    primaryKey({ name: 'plan_reviews_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'plan_reviews_plan_fkey',
      columns: [t.accountId, t.planId],
      foreignColumns: [plans.accountId, plans.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'plan_reviews_interview_fkey',
      columns: [t.accountId, t.interviewId],
      foreignColumns: [interviews.accountId, interviews.id],
    }).onDelete('cascade'),
    index('plan_reviews_plan_index').on(t.accountId, t.planId),
    index('plan_reviews_interview_index').on(t.accountId, t.interviewId),
    check('plan_reviews_helped_check', sql`${t.helped} IN ('yes', 'no', 'unsure')`),
  ],
)
