import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../database/columns.ts'
import type { EventData, EventType } from './types.ts'

/** What happened in one account, in the order in which it was committed. Thin: no text that a person wrote. */
export const events = pgTable(
  'events',
  {
    accountId: uuid('account_id').notNull(),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
    id: uuid('id').notNull(),
    type: text('type').$type<EventType>().notNull(),
    data: jsonb('data').$type<EventData>().notNull(),
    occurredAt: instant('occurred_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'events_pkey', columns: [t.accountId, t.sequence] }),
    index('events_occurred_index').on(t.occurredAt),
  ],
)

export const eventCounters = pgTable('event_counters', {
  accountId: uuid('account_id').primaryKey(),
  last: bigint('last', { mode: 'number' }).notNull(),
})
