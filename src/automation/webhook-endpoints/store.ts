import { and, count, eq } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { eventCounters } from '../../platform/events/table.ts'
import { webhookDeliveries } from '../webhook-deliveries/table.ts'
import { webhookEndpoints } from './table.ts'

export type EndpointRow = typeof webhookEndpoints.$inferSelect

export const store = recordStore('webhook_endpoint', webhookEndpoints)

export const countEndpoints = async (db: Db, accountId: string) => {
  const [row] = await db
    .select({ endpoints: count() })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.accountId, accountId))
  return row?.endpoints ?? 0
}

/** The number of the latest event; 0 before the first. */
export const findLastSequence = async (db: Db, accountId: string) => {
  const [counter] = await db
    .select({ last: eventCounters.last })
    .from(eventCounters)
    .where(eq(eventCounters.accountId, accountId))
  return counter?.last ?? 0
}

/** How an endpoint fares is no change of the record: the version stays. */
export const noteFailing = (db: Db, { accountId, id }: EndpointRow, failingSince: string | null) =>
  db
    .update(webhookEndpoints)
    .set({ failingSince })
    .where(and(eq(webhookEndpoints.accountId, accountId), eq(webhookEndpoints.id, id)))

/** Nothing that waits for this endpoint is sent any more. */
export const cancelDeliveries = (db: Db, accountId: string, endpointId: string, updatedAt: string) =>
  db
    .update(webhookDeliveries)
    .set({ status: 'cancelled', updatedAt })
    .where(
      and(
        eq(webhookDeliveries.accountId, accountId),
        eq(webhookDeliveries.endpointId, endpointId),
        eq(webhookDeliveries.status, 'pending'),
      ),
    )
