import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { events } from '../../platform/events/table.ts'

type EventType = (typeof events.$inferSelect)['type']

export const findLatest = (db: Db, accountId: string, type: EventType, limit: number) =>
  db
    .select()
    .from(events)
    .where(and(eq(events.accountId, accountId), eq(events.type, type)))
    .orderBy(desc(events.sequence))
    .limit(limit)
