import { z } from 'zod'
import { Id, ListQuery, line } from '../../platform/schemas.ts'
import { EventData, EventName } from '../event-types/schemas.ts'

export const EventQuery = z.strictObject({
  after: line(100)
    .optional()
    .describe('`after` of the page before. From the oldest event kept, unless stated.'),
  limit: ListQuery.shape.limit,
  types: line(2_000)
    .transform((list) => list.split(','))
    .pipe(z.array(EventName))
    .optional()
    .describe('Only these types, with commas between: `outcome.recorded,interview.created`.'),
})

const Event = z
  .object({
    id: Id,
    type: EventName,
    occurredAt: z.iso.datetime({ precision: 3 }).describe('When it happened.'),
    sequence: z
      .int()
      .min(1)
      .describe('Its number within the account, in the order in which events were committed.'),
    data: EventData,
  })
  .meta({ id: 'Event', description: 'Something that happened in the account.' })

export const EventPage = z
  .object({
    data: z.array(Event).describe('The oldest first.'),
    after: z.string().describe('Where to read on. There on every page, also on an empty one.'),
    hasMore: z.boolean().describe('Whether there is more to read right now.'),
  })
  .meta({ id: 'EventPage', description: 'A part of the feed, oldest first.' })
