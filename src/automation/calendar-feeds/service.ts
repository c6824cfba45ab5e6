import { hash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { type Context, transaction } from '../../context.ts'
import { lockOwnAccount } from '../../identity/accounts/service.ts'
import { calendarTexts } from '../../language/say.ts'
import { type CalendarEntry, writeCalendar } from '../../platform/calendar-writing.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { holdsScope } from '../../platform/scopes.ts'
import { orNotFound, Problem } from '../../problems.ts'
import {
  beginningOf,
  CALENDAR_CONTENTS,
  type CalendarContent,
  followUpEntry,
  interviewEntry,
  MOST_FEEDS,
  sessionEntry,
} from './rules.ts'
import { type CalendarFeedPatch, NewCalendarFeed } from './schemas.ts'
import {
  countFeeds,
  type FeedRow,
  findFeedByToken,
  findFollowUps,
  findInterviews,
  findSessions,
  store,
  touchFeed,
} from './store.ts'

const MINUTE = 60_000
const digest = (token: string) => hash('sha256', token)

/** @throws Problem `scope_not_held`: an address shows what the journal holds, and a key cannot grant more than itself */
const demandReading = ({ actor }: Context) => {
  if (!holdsScope(actor, 'journal:read'))
    throw new Problem('scope_not_held', 'You do not hold journal:read yourself.')
}

const members = ({ label, include }: z.output<typeof NewCalendarFeed>) => ({
  label: label ?? null,
  include: include ?? [...CALENDAR_CONTENTS],
})

/** Makes an address, which nobody can read again. */
export const createFeed = (ctx: Context, fields: z.output<typeof NewCalendarFeed>) =>
  transaction(ctx, async (tx) => {
    demandReading(tx)
    await lockOwnAccount(tx)
    if ((await countFeeds(tx.db, tx.accountId)) >= MOST_FEEDS)
      throw new Problem('calendar_feed_limit_reached', `There are ${MOST_FEEDS} calendar feeds.`)
    const token = randomBytes(32).toString('base64url')
    const row = { ...newRecord(tx), ...members(fields), tokenHash: digest(token) }
    const feed = await store.insert(tx.db, row)
    return { ...feed, url: `${tx.settings.publicUrl}/calendar/${token}.ics` }
  })

export const listFeeds = async (ctx: Context, query: { limit: number; cursor?: string | undefined }) =>
  toPage('calendar-feeds', query, await store.list(ctx.db, ctx.accountId, pageOf('calendar-feeds', query)))

export const getFeed = async (ctx: Context, id: string) =>
  orNotFound(await store.find(ctx.db, ctx.accountId, id), 'calendar feed')

export const updateFeed = (
  ctx: Context,
  id: string,
  patch: z.output<typeof CalendarFeedPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const feed = orNotFound(await store.lock(tx.db, tx.accountId, id), 'calendar feed')
    demand(precondition, feed)
    if (patch.include !== undefined) demandReading(tx)
    const change = members(patched(NewCalendarFeed, feed, patch))
    if (isUnchanged(feed, change)) return feed
    return store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
  })

export const removeFeed = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    demand(precondition, orNotFound(await store.lock(tx.db, tx.accountId, id), 'calendar feed'))
    await store.remove(tx.db, tx.accountId, id)
  })

/** The entries of each content of a calendar; a further content takes its place here. */
const ENTRIES: Record<CalendarContent, (ctx: Context, accountId: string) => Promise<CalendarEntry[]>> = {
  interviews: async ({ db, now, language }, accountId) =>
    (await findInterviews(db, accountId, beginningOf(now))).flatMap((row) => {
      const entry = interviewEntry(row)
      const { company, roleTitle } = row.application
      const summary = calendarTexts(language).interview({ ...row, company, roleTitle })
      return entry ? [{ ...entry, summary }] : []
    }),
  follow_ups: async ({ db, now, language }, accountId) =>
    (await findFollowUps(db, accountId, beginningOf(now))).map((row) => ({
      ...followUpEntry(row),
      summary: calendarTexts(language).followUp(row),
    })),
  coaching_sessions: async ({ db, now, language }, accountId) =>
    (await findSessions(db, accountId, beginningOf(now))).map((row) => ({
      ...sessionEntry(row),
      summary: calendarTexts(language).coachingSession,
    })),
}

const noteReading = async ({ db, now }: Context, { accountId, id, lastReadAt }: FeedRow) => {
  if (!lastReadAt || Date.parse(lastReadAt) + MINUTE <= Date.parse(now))
    await touchFeed(db, accountId, id, now)
}

/** The calendar behind an address. Notes the reading once a minute. */
export const readCalendar = async (ctx: Context, token: string) => {
  const feed = await findFeedByToken(ctx.db, digest(token))
  if (!feed) throw new Problem('not_found', 'There is no calendar at this address.')
  await noteReading(ctx, feed)
  const entries: CalendarEntry[] = []
  for (const content of feed.include) entries.push(...(await ENTRIES[content](ctx, feed.accountId)))
  return { version: feed.version, text: writeCalendar(calendarTexts(ctx.language).name, entries) }
}
