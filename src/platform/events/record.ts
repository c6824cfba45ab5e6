import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { insertMany } from '../database/insert-many.ts'
import type { Db } from '../database/pool.ts'
import { eventCounters, events } from './table.ts'
import type { EventData, EventType } from './types.ts'

export type NewEvent = { accountId: string; type: EventType; data: EventData }
type Recording = { events: NewEvent[]; accountId: string }

/** Notes an event of the account whose records they are; it is stored at the end of the transaction, together with its cause. */
export const recordEvent = ({ events, accountId }: Recording, type: EventType, data: EventData): void => {
  events.push({ accountId, type, data })
}

/**
 * Stores the events of one transaction, as its last statements.
 *
 * @NOTE The counter's row lock makes the sequence of an account the order of its commits, so that a reader who has
 * seen number n never meets a lower one later. It is taken last, and so never waited for while another lock is sought.
 */
export const storeEvents = async (
  db: Db,
  accountId: string,
  now: string,
  recorded: NewEvent[],
): Promise<void> => {
  if (recorded.length === 0) return
  const [counter] = await db
    .insert(eventCounters)
    .values({ accountId, last: recorded.length })
    .onConflictDoUpdate({
      target: eventCounters.accountId,
      set: { last: sql`${eventCounters.last} + ${recorded.length}` },
    })
    .returning({ last: eventCounters.last })
  const first = (counter?.last ?? 0) - recorded.length + 1
  const rows = recorded.map((event, i) => ({
    ...event,
    accountId,
    sequence: first + i,
    id: randomUUIDv7(),
    occurredAt: now,
  }))
  await insertMany(db, events, rows)
}
