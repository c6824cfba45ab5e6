import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../platform/database/columns.ts'

/** Whoever owns a journal. The id of an account is the `account_id` of all its records. */
export const accounts = pgTable('accounts', {
  id: uuid('id').primaryKey(),
  displayName: text('display_name').notNull(),
  email: text('email'),
  timeZone: text('time_zone').notNull(),
  locale: text('locale').notNull(),
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
