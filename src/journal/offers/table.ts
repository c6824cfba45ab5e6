import { date, foreignKey, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { record } from '../../platform/database/columns.ts'
import type { PayPeriod } from '../applications/rules.ts'
import { applications } from '../applications/table.ts'

/** An offer received; at most one for an application. */
export const offers = pgTable(
  'offers',
  {
    ...record(),
    applicationId: uuid('application_id').notNull(),
    receivedOn: date('received_on'),
    respondBy: date('respond_by'),
    salary: jsonb('salary').$type<{ amount: number; currency: string; period: PayPeriod }>(),
    notes: text('notes'),
  },
  (t) => [
    primaryKey({ name: 'offers_pkey', columns: [t.accountId, t.id] }),
    unique('offers_application_key').on(t.accountId, t.applicationId),
    foreignKey({
      name: 'offers_application_fkey',
      columns: [t.accountId, t.applicationId],
      foreignColumns: [applications.accountId, applications.id],
    }).onDelete('cascade'),
  ],
)
