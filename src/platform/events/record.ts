import { randomUUIDv7 } from 'node:crypto'
import { placeholder, sql } from 'drizzle-orm'
import type { Db } from '../database/pool.ts'
import { statement } from '../database/statement.ts'
import { eventCounters, events } from './table.ts'
import type { EventData, EventType } from './types.ts'

export type NewEvent = { accountId: string; type: EventType; data: EventData }
type Recording = { events: NewEvent[]; accountId: string }

/** Notes an event of the account whose records they are; it is stored at the end of the transaction, together with its cause. */
export const recordEvent = ({ events, accountId }: Recording, type: EventType, data: EventData): void => {
  events.push({ accountId, type, data })
}

const counted = sql`
  INSERT INTO ${eventCounters} AS counted (account_id, last)
  VALUES (${placeholder('accountId')}, ${placeholder('count')}::int)
  ON CONFLICT (account_id) DO UPDATE SET last = counted.last + excluded.last
  RETURNING account_id, last - ${placeholder('count')}::int AS before`
const addEvents = statement((db) =>
  db
    .with(db.$with('counter', {}).as(counted))
    .insert(events)
    .select(
      sql`SELECT account_id, before + number, id, type, data, ${placeholder('now')}::timestamptz
        FROM counter, ROWS FROM (
          json_to_recordset(${placeholder('given')}::json) AS (id uuid, type text, data jsonb)
        ) WITH ORDINALITY AS given (id, type, data, number)`,
    )
    .prepare('add_events'),
)

/**
 * Stores the events of one transaction, as its last statement.
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
  const given = recorded.map(({ type, data }) => ({ id: randomUUIDv7(), type, data }))
  await addEvents(db).execute({ accountId, now, count: given.length, given: JSON.stringify(given) })
}
