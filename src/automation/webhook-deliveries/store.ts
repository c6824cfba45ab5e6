import { and, asc, eq, gte, inArray, lt, ne } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { events } from '../../platform/events/table.ts'
import type { DeliveryStatus } from './rules.ts'
import { webhookDeliveries } from './table.ts'

export type DeliveryRow = typeof webhookDeliveries.$inferSelect
type EventType = (typeof events.$inferSelect)['type']

export const store = {
  ...recordStore('webhook_delivery', webhookDeliveries),
  filter: (endpointId: string, status: DeliveryStatus | undefined) =>
    and(
      eq(webhookDeliveries.endpointId, endpointId),
      status ? eq(webhookDeliveries.status, status) : undefined,
    ),
}

type Range = { from: string; to: string | undefined }

/** Events of one account that happened within a time, of these types or of all. */
export const findEventsWithin = (
  db: Db,
  accountId: string,
  types: string[],
  { from, to }: Range,
  limit: number,
) =>
  db
    .select()
    .from(events)
    .where(
      and(
        eq(events.accountId, accountId),
        gte(events.occurredAt, from),
        to ? lt(events.occurredAt, to) : undefined,
        types.length > 0 ? inArray(events.type, types as EventType[]) : undefined,
      ),
    )
    .orderBy(asc(events.sequence))
    .limit(limit)

export const forgetDeliveriesUntil = async (db: Db, until: string): Promise<void> => {
  await db
    .delete(webhookDeliveries)
    .where(and(ne(webhookDeliveries.status, 'pending'), lt(webhookDeliveries.updatedAt, until)))
}
