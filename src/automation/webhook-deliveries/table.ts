import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, record } from '../../platform/database/columns.ts'
import { webhookEndpoints } from '../webhook-endpoints/table.ts'
import type { Attempt, DeliveryStatus } from './rules.ts'

/**
 * A message that waits to be sent to one endpoint, or was.
 *
 * @NOTE An outbox of our own and no job library: what is to be sent is committed here together with how far the endpoint
 * is in the feed of events, so that nothing can fall between the two. That, a lease in one UPDATE and SKIP LOCKED are all
 * it takes; a library would add tables, a second pool and a schedule of its own, and would still need this one.
 */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    ...record(),
    endpointId: uuid('endpoint_id').notNull(),
    eventId: uuid('event_id').notNull(),
    eventType: text('event_type').notNull(),
    payload: text('payload').notNull(),
    status: text('status').$type<DeliveryStatus>().notNull().default('pending'),
    attempts: jsonb('attempts').$type<Attempt[]>().notNull().default([]),
    /** How many attempts were made since it was last begun. */
    tries: integer('tries').notNull().default(0),
    /** When the next attempt is due; while one is being made, when that is taken for lost. */
    dueAt: instant('due_at').notNull(),
    /** When the attempt began that is being made. */
    startedAt: instant('started_at'),
  },
  (t) => [
    primaryKey({ name: 'webhook_deliveries_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'webhook_deliveries_endpoint_fkey',
      columns: [t.accountId, t.endpointId],
      foreignColumns: [webhookEndpoints.accountId, webhookEndpoints.id],
    }).onDelete('cascade'),
    index('webhook_deliveries_endpoint_index').on(t.accountId, t.endpointId, t.id),
    index('webhook_deliveries_pending_index')
      .on(t.accountId, t.endpointId, t.dueAt)
      .where(sql`${t.status} = 'pending'`),
    index('webhook_deliveries_due_index').on(t.dueAt).where(sql`${t.status} = 'pending'`),
    index('webhook_deliveries_started_index').on(t.startedAt).where(sql`${t.startedAt} IS NOT NULL`),
    index('webhook_deliveries_settled_index').on(t.updatedAt).where(sql`${t.status} <> 'pending'`),
    check(
      'webhook_deliveries_status_check',
      sql`${t.status} IN ('pending', 'succeeded', 'failed', 'cancelled')`,
    ),
  ],
)
