import { and, asc, eq, gt, gte, inArray, lt, lte } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { eventCounters, events } from '../../platform/events/table.ts'

type EventType = (typeof events.$inferSelect)['type']

/** The first number that is kept, and the last that was given: one more than it, where none is kept. */
export const findBounds = async (db: Db, accountId: string, since: string) => {
  const [counter] = await db
    .select({ last: eventCounters.last })
    .from(eventCounters)
    .where(eq(eventCounters.accountId, accountId))
  const last = counter?.last ?? 0
  const [kept] = await db
    .select({ first: events.sequence })
    .from(events)
    .where(and(eq(events.accountId, accountId), gte(events.occurredAt, since)))
    .orderBy(asc(events.sequence))
    .limit(1)
  return { first: Math.min(kept?.first ?? last + 1, last + 1), last }
}

type Range = { from: number; to: number; types: EventType[] | undefined }

/** Events after a number and up to another, in their order. */
export const listEvents = (db: Db, accountId: string, { from, to, types }: Range, limit: number) =>
  db
    .select()
    .from(events)
    .where(
      and(
        eq(events.accountId, accountId),
        gt(events.sequence, from),
        lte(events.sequence, to),
        types && inArray(events.type, types),
      ),
    )
    .orderBy(asc(events.sequence))
    .limit(limit)

export const forgetEventsUntil = async (db: Db, until: string): Promise<void> => {
  await db.delete(events).where(lt(events.occurredAt, until))
}
