import { and, asc, count, eq, sql } from 'drizzle-orm'
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

type Sealed = Pick<EndpointRow, 'accountId' | 'id' | 'secret' | 'previousSecret'>

/** The secrets of all accounts, as they are kept, those after an endpoint. */
export const listSealed = (db: Db, after: Sealed | undefined, limit: number): Promise<Sealed[]> => {
  const { accountId, id, secret, previousSecret } = webhookEndpoints
  return db
    .select({ accountId, id, secret, previousSecret })
    .from(webhookEndpoints)
    .where(after && sql`(${accountId}, ${id}) > (${after.accountId}, ${after.id})`)
    .orderBy(asc(accountId), asc(id))
    .limit(limit)
}

/** Seals secrets anew, unless they were replaced meanwhile; that is no change of the record. */
export const replaceSealed = (db: Db, { accountId, id, secret }: Sealed, anew: Partial<Sealed>) =>
  db
    .update(webhookEndpoints)
    .set(anew)
    .where(
      and(
        eq(webhookEndpoints.accountId, accountId),
        eq(webhookEndpoints.id, id),
        eq(webhookEndpoints.secret, secret),
      ),
    )

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
