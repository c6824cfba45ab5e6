import { and, count, desc, eq, gte, isNull, or, placeholder, sql } from 'drizzle-orm'
import { coachingSessions } from '../../coaching/coaching-sessions/table.ts'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { statement } from '../../platform/database/statement.ts'
import { calendarFeeds } from './table.ts'

export type FeedRow = typeof calendarFeeds.$inferSelect

/** How many entries of a kind a calendar holds, the latest days first. */
const MOST = 2_000

export const store = recordStore('calendar_feed', calendarFeeds)

const byToken = statement((db) =>
  db
    .select()
    .from(calendarFeeds)
    .where(eq(calendarFeeds.tokenHash, placeholder('tokenHash')))
    .prepare('calendar_feed_by_token'),
)

export const findFeedByToken = async (db: Db, tokenHash: string) =>
  (await byToken(db).execute({ tokenHash }))[0]

export const countFeeds = async (db: Db, accountId: string) => {
  const [row] = await db
    .select({ feeds: count() })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.accountId, accountId))
  return row?.feeds ?? 0
}

/** Reading is no change of the record: the version stays. */
export const touchFeed = (db: Db, accountId: string, id: string, lastReadAt: string) =>
  db
    .update(calendarFeeds)
    .set({ lastReadAt })
    .where(and(eq(calendarFeeds.accountId, accountId), eq(calendarFeeds.id, id)))

const place = { company: applications.company, roleTitle: applications.roleTitle }

/** Interviews with a time or a day that is not before the beginning. */
export const findInterviews = (db: Db, accountId: string, begins: { instant: string; day: string }) =>
  db
    .select({
      id: interviews.id,
      version: interviews.version,
      updatedAt: interviews.updatedAt,
      round: interviews.round,
      kind: interviews.kind,
      label: interviews.label,
      startsAt: interviews.startsAt,
      heldOn: interviews.heldOn,
      durationMinutes: interviews.durationMinutes,
      location: interviews.location,
      meetingUrl: interviews.meetingUrl,
      status: interviews.status,
      application: { ...place, version: applications.version, updatedAt: applications.updatedAt },
    })
    .from(interviews)
    .innerJoin(
      applications,
      and(eq(applications.accountId, interviews.accountId), eq(applications.id, interviews.applicationId)),
    )
    .where(
      and(
        eq(interviews.accountId, accountId),
        or(gte(interviews.startsAt, begins.instant), gte(interviews.heldOn, begins.day)),
      ),
    )
    .orderBy(
      desc(sql`coalesce(${interviews.startsAt}, ${interviews.heldOn}::timestamp AT TIME ZONE 'UTC')`),
      desc(interviews.id),
    )
    .limit(MOST)

const dueOn = sql<string>`(${applications.nextStep} ->> 'dueOn')`

/** Next steps with a day, of applications that are open and not put away. */
export const findFollowUps = (db: Db, accountId: string, begins: { day: string }) =>
  db
    .select({
      id: applications.id,
      version: applications.version,
      updatedAt: applications.updatedAt,
      text: sql<string>`(${applications.nextStep} ->> 'text')`,
      dueOn,
      url: applications.url,
      ...place,
    })
    .from(applications)
    .where(
      and(
        eq(applications.accountId, accountId),
        eq(applications.status, 'open'),
        isNull(applications.archivedAt),
        gte(dueOn, begins.day),
      ),
    )
    .orderBy(desc(dueOn), desc(applications.id))
    .limit(MOST)

export const findSessions = (db: Db, accountId: string, begins: { instant: string }) =>
  db
    .select()
    .from(coachingSessions)
    .where(and(eq(coachingSessions.accountId, accountId), gte(coachingSessions.startsAt, begins.instant)))
    .orderBy(desc(coachingSessions.startsAt), desc(coachingSessions.id))
    .limit(MOST)
