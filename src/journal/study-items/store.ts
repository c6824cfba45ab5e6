import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  lt,
  min,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { isAnyOf, isUpdatedFrom } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { Page } from '../../platform/lists.ts'
import { applications } from '../applications/table.ts'
import { interviews } from '../interviews/table.ts'
import { questions } from '../questions/table.ts'
import type { StudyState } from './rules.ts'
import { studyItemPrompts, studyItems, studyReviews } from './table.ts'

export type StudyItemRow = typeof studyItems.$inferSelect

export const store = recordStore('study_item', studyItems)

export const reviews = {
  ...recordStore('study_review', studyReviews),
  ofItem: (itemId: string) => eq(studyReviews.itemId, itemId),
}

const ofItem = sql`${studyItemPrompts.accountId} = ${studyItems.accountId} AND ${studyItemPrompts.itemId} = ${studyItems.id}`
const asked = (which: SQL) => sql<number>`(
  SELECT count(*) FILTER (WHERE ${which})::int FROM ${studyItemPrompts} JOIN ${questions}
  ON ${questions.accountId} = ${studyItemPrompts.accountId} AND ${questions.promptDigest} = ${studyItemPrompts.promptDigest}
  WHERE ${ofItem})`

/** Interviews to come of open applications: those of an instant or later, or of a day or later where it is all that is known. */
export const findUpcoming = (db: Db, accountId: string, { from, begins }: { from: string; begins: string }) =>
  db
    .select({
      applicationId: interviews.applicationId,
      startsAt: interviews.startsAt,
      heldOn: interviews.heldOn,
    })
    .from(interviews)
    .innerJoin(
      applications,
      and(eq(applications.accountId, interviews.accountId), eq(applications.id, interviews.applicationId)),
    )
    .where(
      and(
        eq(interviews.accountId, accountId),
        eq(interviews.status, 'scheduled'),
        eq(applications.status, 'open'),
        or(gte(interviews.startsAt, begins), gte(interviews.heldOn, from)),
      ),
    )

/** Today, and the days of the interviews to come: all as they are where the account is. */
export type Days = { today: string; upcoming: readonly { applicationId: string; on: string }[] }

/**
 * The next interview that asks for each item. An application asks for an item when its tags or the topics asked there
 * name the item's topic, or it was asked there.
 *
 * @NOTE It begins with the few interviews ahead and goes from there to the items, never from each item to the interviews.
 */
const nextInterviews = (db: Db, accountId: string, { upcoming: ahead }: Days) => {
  const upcoming = sql`SELECT ${accountId}::uuid AS account_id, application_id, min("on") AS "on"
    FROM unnest(${sql.param(ahead.map(({ applicationId }) => applicationId))}::uuid[],
      ${sql.param(ahead.map(({ on }) => on))}::date[]) AS ahead(application_id, "on")
    GROUP BY application_id`
  const asked = sql`SELECT upcoming."on", ${questions.topic}, ${questions.promptDigest} FROM upcoming
    JOIN ${interviews} ON ${interviews.accountId} = upcoming.account_id AND ${interviews.applicationId} = upcoming.application_id
    JOIN ${questions} ON ${questions.accountId} = ${interviews.accountId} AND ${questions.interviewId} = ${interviews.id}`
  const topics = sql`SELECT "on", lower(topic) AS topic FROM asked UNION SELECT upcoming."on", lower(tag) FROM upcoming
    JOIN ${applications} ON ${applications.accountId} = upcoming.account_id AND ${applications.id} = upcoming.application_id
    CROSS JOIN unnest(${applications.tags}) AS tag`
  const nearing = sql`(WITH upcoming AS MATERIALIZED (${upcoming}), asked AS MATERIALIZED (${asked}), topics AS (${topics})
    SELECT ${studyItems.id} AS item_id, "on" FROM topics JOIN ${studyItems}
      ON ${studyItems.accountId} = ${accountId} AND lower(${studyItems.topic}) = topics.topic
    UNION ALL SELECT ${studyItemPrompts.itemId}, "on" FROM asked JOIN ${studyItemPrompts}
      ON ${studyItemPrompts.accountId} = ${accountId} AND ${studyItemPrompts.promptDigest} = asked.prompt_digest) AS nearing`
  return db
    .select({
      itemId: sql<string>`item_id`.as('item_id'),
      on: sql<string | null>`min("on")`.as('on'),
    })
    .from(nearing)
    .groupBy(sql`item_id`)
    .as('next_interview')
}

/**
 * When an item is worth a review. An interview ahead draws it nearer, to the day before it, unless it was reviewed on
 * that day already.
 */
const dueOnOf = (next: ReturnType<typeof nextInterviews>, { today }: Days) => {
  const eve = sql`greatest(${next.on} - 1, ${today}::date)`
  // @NOTE Without an interview, greatest() would pass over the null and make it today.
  return sql<string>`CASE WHEN ${next.on} IS NOT NULL AND ${eve} < ${studyItems.scheduledOn}
    AND coalesce((${studyItems.schedule} ->> 'reviewedOn')::date < ${eve}, true)
    THEN ${eve} ELSE ${studyItems.scheduledOn} END`
}

export type Filters = {
  ids?: string[] | undefined
  due?: boolean | undefined
  state?: readonly StudyState[] | undefined
  topic?: string | undefined
  updatedFrom?: string | undefined
}

/** Items with what the records say of them on a day, newest first: one more than the page holds. */
export const listItems = (
  db: Db,
  accountId: string,
  days: Days,
  { limit, after }: Page,
  filters: Filters,
) => {
  const next = nextInterviews(db, accountId, days)
  const dueOn = dueOnOf(next, days)
  return db
    .select({
      ...getTableColumns(studyItems),
      nextInterviewOn: sql<string | null>`${next.on}`,
      dueOn,
      askedCount: asked(sql`true`),
      missedCount: asked(sql`${questions.answered} <> 'well'`),
    })
    .from(studyItems)
    .leftJoin(next, eq(next.itemId, studyItems.id))
    .where(
      and(
        eq(studyItems.accountId, accountId),
        after ? lt(studyItems.id, after.id) : undefined,
        filters.ids ? inArray(studyItems.id, filters.ids) : undefined,
        isAnyOf(studyItems.state, filters.state),
        isUpdatedFrom(studyItems, filters.updatedFrom),
        filters.topic ? sql`lower(${studyItems.topic}) = lower(${filters.topic})` : undefined,
        filters.due === undefined ? undefined : sql`(${dueOn} <= ${days.today}::date) = ${filters.due}`,
      ),
    )
    .orderBy(desc(studyItems.id))
    .limit(limit + 1)
}

/** How many items are due on a day or before, since when the first of them is, and which one it is where it is alone. */
export const countDue = async (db: Db, accountId: string, days: Days) => {
  const next = nextInterviews(db, accountId, days)
  const dueOn = dueOnOf(next, days)
  const [row] = await db
    .select({
      items: count(),
      since: min(dueOn),
      only: sql<string | null>`CASE WHEN count(*) = 1 THEN min(${studyItems.id}::text) END`,
    })
    .from(studyItems)
    .leftJoin(next, eq(next.itemId, studyItems.id))
    .where(and(eq(studyItems.accountId, accountId), sql`${dueOn} <= ${days.today}::date`))
  return row ?? { items: 0, since: null, only: null }
}

/** The items that wordings lead to. */
export const findByPrompts = (db: Db, accountId: string, promptDigests: string[]) =>
  db
    .select({ promptDigest: studyItemPrompts.promptDigest, itemId: studyItemPrompts.itemId })
    .from(studyItemPrompts)
    .where(
      and(eq(studyItemPrompts.accountId, accountId), inArray(studyItemPrompts.promptDigest, promptDigests)),
    )

/** Leads a wording to an item; false when it leads to another one already. */
export const leadTo = async (db: Db, accountId: string, itemId: string, promptDigest: string) => {
  const rows = await db
    .insert(studyItemPrompts)
    .values({ accountId, itemId, promptDigest })
    .onConflictDoNothing()
    .returning({ itemId: studyItemPrompts.itemId })
  return rows.length > 0
}

/** Gives all wordings and reviews of one item to another. */
export const handOver = async (db: Db, accountId: string, from: string, to: string) => {
  for (const table of [studyItemPrompts, studyReviews])
    await db
      .update(table)
      .set({ itemId: to })
      .where(and(eq(table.accountId, accountId), eq(table.itemId, from)))
}

/** All reviews of an item, in the order in which they count. */
export const reviewsOf = (db: Db, accountId: string, itemId: string) =>
  db
    .select({ rating: studyReviews.rating, on: studyReviews.on })
    .from(studyReviews)
    .where(and(eq(studyReviews.accountId, accountId), eq(studyReviews.itemId, itemId)))
    .orderBy(asc(studyReviews.on), asc(studyReviews.createdAt), asc(studyReviews.id))
