import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { eventCounters, events } from '../../platform/events/table.ts'
import { webhookDeliveries } from '../webhook-deliveries/table.ts'
import { webhookEndpoints } from '../webhook-endpoints/table.ts'

export type DeliveryRow = typeof webhookDeliveries.$inferSelect

export const findEventsAfter = (db: Db, accountId: string, sequence: number, limit: number) =>
  db
    .select()
    .from(events)
    .where(and(eq(events.accountId, accountId), gt(events.sequence, sequence)))
    .orderBy(asc(events.sequence))
    .limit(limit)

type Most = { due: number; pending: number }

/**
 * Endpoints for which there is something new, each kept for this transaction; other workers pass over them.
 * Those for which `most` waits, right now or at all, are left for later, so that a slow one never piles up work.
 */
export const lockLagging = (db: Db, now: string, most: Most, limit: number) => {
  const { accountId, id, eventTypes, fannedOutTo, enabled } = webhookEndpoints
  const last = sql`(SELECT last FROM ${eventCounters} c WHERE c.account_id = ${accountId})`
  const waiting = sql`SELECT 1 FROM ${webhookDeliveries} d WHERE d.account_id = ${accountId}
    AND d.endpoint_id = ${id} AND d.status = 'pending'`
  const due = sql`(SELECT count(*) FROM (${waiting} AND d.due_at <= ${now} LIMIT ${most.due}) AS first)`
  const pending = sql`(SELECT count(*) FROM (${waiting} LIMIT ${most.pending}) AS first)`
  return db
    .select({ accountId, id, eventTypes, fannedOutTo })
    .from(webhookEndpoints)
    .where(
      and(
        eq(enabled, true),
        sql`${fannedOutTo} < ${last}`,
        sql`${due} < ${most.due}`,
        sql`${pending} < ${most.pending}`,
      ),
    )
    .limit(limit)
    .for('no key update', { skipLocked: true })
}

type Endpoint = { accountId: string; id: string }

export const advanceEndpoint = (db: Db, { accountId, id }: Endpoint, fannedOutTo: number) =>
  db
    .update(webhookEndpoints)
    .set({ fannedOutTo })
    .where(and(eq(webhookEndpoints.accountId, accountId), eq(webhookEndpoints.id, id)))

type Claim = {
  now: string
  /** When the attempts that begin now are taken for lost. */
  until: string
  room: number
  /** How many attempts may be made side by side at one endpoint, and at one that has failed lately. */
  atOne: number
  atFailing: number
}

/** Takes what is due; workers pass over what another one is taking. What is under way anywhere counts for its endpoint. */
export const claimDeliveries = async (db: Db, { now, until, room, atOne, atFailing }: Claim) => {
  const due = sql`WITH waiting AS (
      SELECT d.account_id, d.id, d.due_at, e.failing_since,
        row_number() OVER (PARTITION BY d.account_id, d.endpoint_id ORDER BY d.due_at <= ${now}, d.due_at) AS place
      FROM ${webhookDeliveries} d JOIN ${webhookEndpoints} e ON e.account_id = d.account_id AND e.id = d.endpoint_id
      WHERE d.status = 'pending' AND (d.due_at <= ${now} OR d.started_at IS NOT NULL)),
    free AS (SELECT account_id, id FROM waiting WHERE due_at <= ${now}
      AND place <= CASE WHEN failing_since IS NULL THEN ${atOne}::int ELSE ${atFailing}::int END
      ORDER BY due_at LIMIT ${room})
    SELECT d.account_id, d.id FROM ${webhookDeliveries} d JOIN free USING (account_id, id)
    WHERE d.status = 'pending' AND d.due_at <= ${now} FOR UPDATE OF d SKIP LOCKED`
  return db
    .update(webhookDeliveries)
    .set({ startedAt: now, dueAt: until })
    .where(sql`(${webhookDeliveries.accountId}, ${webhookDeliveries.id}) IN (${due})`)
    .returning()
}

/**
 * Notes what became of an attempt, also where the delivery was cancelled meanwhile; undefined when it is no longer the one
 * that counts.
 */
export const settleAttempt = async (db: Db, attempt: DeliveryRow, change: Partial<DeliveryRow>) => {
  const { accountId, id, status, dueAt, startedAt } = webhookDeliveries
  const [settled] = await db
    .update(webhookDeliveries)
    .set({ ...change, startedAt: null })
    .where(
      and(
        eq(accountId, attempt.accountId),
        eq(id, attempt.id),
        inArray(status, ['pending', 'cancelled']),
        eq(dueAt, attempt.dueAt),
        eq(startedAt, attempt.startedAt ?? ''),
      ),
    )
    .returning({ id })
  return settled
}
