import { and, asc, eq, gte, inArray, isNull, lt, ne } from 'drizzle-orm'
import { isAnyOf } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { events } from '../../platform/events/table.ts'
import type { DeliveryStatus } from './rules.ts'
import { webhookDeliveries } from './table.ts'

export type DeliveryRow = typeof webhookDeliveries.$inferSelect
type EventType = (typeof events.$inferSelect)['type']

export const store = {
  ...recordStore('webhook_delivery', webhookDeliveries),
  filter: (endpointId: string, status: readonly DeliveryStatus[] | undefined) =>
    and(eq(webhookDeliveries.endpointId, endpointId), isAnyOf(webhookDeliveries.status, status)),
}

const pendingAt = (accountId: string, endpointId: string) =>
  and(
    eq(webhookDeliveries.accountId, accountId),
    eq(webhookDeliveries.endpointId, endpointId),
    eq(webhookDeliveries.status, 'pending'),
  )

/** The events that wait to be sent to an endpoint. */
export const listPendingEvents = async (db: Db, accountId: string, endpointId: string) => {
  const { eventId } = webhookDeliveries
  const rows = await db.select({ eventId }).from(webhookDeliveries).where(pendingAt(accountId, endpointId))
  return rows.map((row) => row.eventId)
}

type Anew = Pick<DeliveryRow, 'tries' | 'dueAt' | 'updatedAt'>

/** Begins anew what waits to be sent to an endpoint of these events; an attempt that is being made goes on. */
export const beginAnew = (db: Db, accountId: string, endpointId: string, eventIds: string[], anew: Anew) =>
  db
    .update(webhookDeliveries)
    .set(anew)
    .where(
      and(
        pendingAt(accountId, endpointId),
        isNull(webhookDeliveries.startedAt),
        inArray(webhookDeliveries.eventId, eventIds),
      ),
    )

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
