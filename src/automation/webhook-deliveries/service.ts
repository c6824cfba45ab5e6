import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { newRecord, newRecords } from '../../platform/new-record.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { messageOf } from '../event-types/service.ts'
import { getEndpoint, lockEnabledEndpoint } from '../webhook-endpoints/service.ts'
import type { DeliveryQuery, NewWebhookReplay } from './schemas.ts'
import {
  beginAnew,
  type DeliveryRow,
  findEventsWithin,
  forgetDeliveriesUntil,
  listPendingEvents,
  store,
} from './store.ts'

const KEPT_FOR_MS = 30 * 86_400_000
const MOST_REPLAYED = 1_000

/** How many messages may wait for one endpoint; what is dropped with it is never more than one statement can do at once. */
export const MOST_PENDING = 1_000

type Event = Parameters<typeof messageOf>[0] & { id: string; type: string }

const present = ({ version: _, ...row }: DeliveryRow) => ({
  ...row,
  nextAttemptAt: row.status === 'pending' ? row.dueAt : null,
})

const ofEvent = (endpointId: string, dueAt: string, event: Event) => ({
  endpointId,
  eventId: event.id,
  eventType: event.type,
  payload: JSON.stringify(messageOf(event)),
  dueAt,
})

/** Leaves events to be sent to an endpoint. */
export const leaveDeliveries = (tx: Transaction, endpointId: string, events: Event[]) => {
  const rows = newRecords(tx, events).map(([begun, event]) => ({
    ...begun,
    ...ofEvent(endpointId, tx.now, event),
  }))
  return store.insertMany(tx.db, rows)
}

export const listDeliveries = async (
  ctx: Context,
  endpointId: string,
  query: z.output<typeof DeliveryQuery>,
) => {
  await getEndpoint(ctx, endpointId)
  const path = `webhook-endpoints/${endpointId}/deliveries`
  const filter = store.filter(endpointId, query.status)
  const rows = await store.list(ctx.db, ctx.accountId, pageOf(path, query), filter)
  const { data, ...next } = toPage(path, query, rows)
  return { data: data.map(present), ...next }
}

type Place = { endpointId: string; id: string }

const orNotThere = (row: DeliveryRow | undefined, endpointId: string) =>
  orNotFound(row?.endpointId === endpointId ? row : undefined, 'delivery to this endpoint')

export const getDelivery = async (ctx: Context, { endpointId, id }: Place) =>
  present(orNotThere(await store.find(ctx.db, ctx.accountId, id), endpointId))

/** @throws Problem `deliveries_pending` */
const demandRoom = (pending: number, more: number) => {
  if (pending + more > MOST_PENDING)
    throw new Problem('deliveries_pending', `Up to ${MOST_PENDING} messages may wait; ${pending} do.`)
}

const countPending = async (tx: Transaction, endpointId: string) =>
  (await listPendingEvents(tx.db, tx.accountId, endpointId)).length

/**
 * Sends a message that says nothing, to see whether it arrives.
 * @throws Problem `deliveries_pending`
 */
export const testEndpoint = (ctx: Context, endpointId: string) =>
  transaction(ctx, async (tx) => {
    await lockEnabledEndpoint(tx, endpointId)
    demandRoom(await countPending(tx, endpointId), 1)
    const data = { webhookEndpointId: endpointId }
    const event = { id: randomUUIDv7(), type: 'webhook_endpoint.test', occurredAt: tx.now, data }
    return present(await store.insert(tx.db, { ...newRecord(tx), ...ofEvent(endpointId, tx.now, event) }))
  })

const anew = ({ now }: Context) => ({ tries: 0, dueAt: now, updatedAt: now })

/**
 * Tries at once, with all retries still to come; an attempt that is being made goes on.
 * @throws Problem `deliveries_pending`
 */
export const retryDelivery = (ctx: Context, { endpointId, id }: Place) =>
  transaction(ctx, async (tx) => {
    await lockEnabledEndpoint(tx, endpointId)
    const delivery = orNotThere(await store.lock(tx.db, tx.accountId, id), endpointId)
    const waits = delivery.status === 'pending'
    if (waits && delivery.startedAt) return present(delivery)
    if (!waits) demandRoom(await countPending(tx, endpointId), 1)
    const change = { ...anew(tx), status: 'pending' as const, startedAt: null }
    return present(await store.update(tx.db, tx.accountId, id, change))
  })

/**
 * Sends events once more. What waits for a retry is sent at once; what waits at all is not sent twice, so that replays do
 * not add up.
 * @throws Problem `replay_too_large`, `deliveries_pending`
 */
export const replayEvents = (ctx: Context, endpointId: string, input: z.output<typeof NewWebhookReplay>) =>
  transaction(ctx, async (tx) => {
    const { eventTypes, fannedOutTo } = await lockEnabledEndpoint(tx, endpointId)
    const from = new Date(input.from).toISOString()
    const to = input.to ? new Date(input.to).toISOString() : undefined
    const most = MOST_REPLAYED + 1
    const events = await findEventsWithin(tx.db, tx.accountId, eventTypes, { from, to }, most)
    if (events.length > MOST_REPLAYED)
      throw new Problem('replay_too_large', `There are more than ${MOST_REPLAYED} events in this time.`)
    const pending = new Set(await listPendingEvents(tx.db, tx.accountId, endpointId))
    const others = events.filter(({ id, sequence }) => sequence <= fannedOutTo && !pending.has(id))
    demandRoom(pending.size, others.length)
    await beginAnew(
      tx.db,
      tx.accountId,
      endpointId,
      events.map(({ id }) => id),
      anew(tx),
    )
    await leaveDeliveries(tx, endpointId, others)
    return { from, to: to ?? tx.now, deliveries: events.length }
  })

/** Forgets, in all accounts, deliveries that were settled a month ago. */
export const forgetOldDeliveries = ({ db, now }: Context) =>
  forgetDeliveriesUntil(db, new Date(Date.parse(now) - KEPT_FOR_MS).toISOString())
