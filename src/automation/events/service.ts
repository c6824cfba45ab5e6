import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { sealed, unsealed } from '../../platform/lists.ts'
import { Problem } from '../../problems.ts'
import { cursorAfter, KEPT_FOR_MS, sequenceOf } from './rules.ts'
import type { EventQuery } from './schemas.ts'
import { findBounds, forgetEventsUntil, listEvents } from './store.ts'

const keptSince = ({ now }: Context) => new Date(Date.parse(now) - KEPT_FOR_MS).toISOString()

type Bounds = { first: number; last: number }

/**
 * @NOTE Clients keep cursors for weeks: one from when they were not yet bound to an account, without a dot, holds on.
 * @throws Problem `invalid_cursor`, or `events_forgotten` when something after it is no longer kept
 */
const placeOf = ({ accountId }: Context, cursor: string, { first, last }: Bounds) => {
  const place = sequenceOf(cursor.includes('.') ? unsealed(accountId, cursor) : cursor)
  if (place === undefined || place > last)
    throw new Problem('invalid_cursor', 'The value of after does not come from this feed.')
  if (place < first - 1)
    throw new Problem(
      'events_forgotten',
      'Events are kept for 90 days, and some after this cursor are older.',
    )
  return place
}

/**
 * A part of the feed, oldest first.
 *
 * @NOTE The end is read first: every event up to it is committed and none is ever added below it, so that whoever reads
 * on from there has missed nothing, whatever was being written.
 */
export const readFeed = async (ctx: Context, { after, limit, types }: z.output<typeof EventQuery>) => {
  const bounds = await findBounds(ctx.db, ctx.accountId, keptSince(ctx))
  const from = after === undefined ? bounds.first - 1 : placeOf(ctx, after, bounds)
  const rows = await listEvents(ctx.db, ctx.accountId, { from, to: bounds.last, types }, limit + 1)
  const data = rows.slice(0, limit)
  const hasMore = rows.length > limit
  const end = cursorAfter((hasMore && data.at(-1)?.sequence) || bounds.last)
  return { data, after: sealed(ctx.accountId, end), hasMore }
}

/** Forgets, in all accounts, what is kept no longer. */
export const forgetOldEvents = (ctx: Context) => forgetEventsUntil(ctx.db, keptSince(ctx))
