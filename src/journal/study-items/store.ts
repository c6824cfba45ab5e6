import { and, asc, desc, eq, getTableColumns, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
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

/** An application asks for an item when its tags or the topics asked there name the item's topic, or it was asked there. */
const asksForIt = sql`(
  EXISTS (SELECT FROM unnest(${applications.tags}) AS tag WHERE lower(tag) = lower(${studyItems.topic}))
  OR EXISTS (SELECT FROM interviews AS earlier JOIN questions AS asked
    ON asked.account_id = earlier.account_id AND asked.interview_id = earlier.id
    WHERE earlier.account_id = ${applications.accountId} AND earlier.application_id = ${applications.id}
    AND (lower(asked.topic) = lower(${studyItems.topic})
      OR asked.prompt_digest IN (SELECT ${studyItemPrompts.promptDigest} FROM ${studyItemPrompts} WHERE ${ofItem}))))`

const dayOf = sql`coalesce(${interviews.heldOn}, (${interviews.startsAt} AT TIME ZONE 'UTC')::date)`

/** The next interview that asks for an item, on this day or later. */
const nextInterview = (db: Db, today: string) =>
  db
    .select({ on: sql<string | null>`min(${dayOf})`.as('on') })
    .from(interviews)
    .innerJoin(
      applications,
      and(
        eq(applications.accountId, interviews.accountId),
        eq(applications.id, interviews.applicationId),
        eq(applications.status, 'open'),
      ),
    )
    .where(
      and(
        eq(interviews.accountId, studyItems.accountId),
        eq(interviews.status, 'scheduled'),
        sql`${dayOf} >= ${today}::date`,
        asksForIt,
      ),
    )
    .as('next_interview')

export type Filters = {
  ids?: string[] | undefined
  due?: boolean | undefined
  state?: StudyState | undefined
  topic?: string | undefined
}

/**
 * Items with what the records say of them on a day, newest first: one more than the page holds. An interview ahead
 * draws an item nearer, to the day before it, unless it was reviewed on that day already.
 */
export const listItems = (
  db: Db,
  accountId: string,
  today: string,
  { limit, after }: Page,
  filters: Filters,
) => {
  const next = nextInterview(db, today)
  const eve = sql`greatest(${next.on} - 1, ${today}::date)`
  const dueOn = sql<string>`CASE WHEN ${eve} < ${studyItems.scheduledOn}
    AND coalesce((${studyItems.schedule} ->> 'reviewedOn')::date < ${eve}, true)
    THEN ${eve} ELSE ${studyItems.scheduledOn} END`
  return db
    .select({
      ...getTableColumns(studyItems),
      nextInterviewOn: sql<string | null>`${next.on}`,
      dueOn,
      askedCount: asked(sql`true`),
      missedCount: asked(sql`${questions.answered} <> 'well'`),
    })
    .from(studyItems)
    .crossJoinLateral(next)
    .where(
      and(
        eq(studyItems.accountId, accountId),
        after ? lt(studyItems.id, after.id) : undefined,
        filters.ids ? inArray(studyItems.id, filters.ids) : undefined,
        filters.state ? eq(studyItems.state, filters.state) : undefined,
        filters.topic ? sql`lower(${studyItems.topic}) = lower(${filters.topic})` : undefined,
        filters.due === undefined ? undefined : sql`(${dueOn} <= ${today}::date) = ${filters.due}`,
      ),
    )
    .orderBy(desc(studyItems.id))
    .limit(limit + 1)
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

/** Removes items that came of missed questions alone, were never worked on, and have no such question any more. */
export const removeIdle = (db: Db, accountId: string) => {
  const missed = sql`SELECT FROM ${studyItemPrompts} JOIN ${questions}
    ON ${questions.accountId} = ${studyItemPrompts.accountId} AND ${questions.promptDigest} = ${studyItemPrompts.promptDigest}
    WHERE ${ofItem} AND ${questions.answered} <> 'well'`
  return db
    .delete(studyItems)
    .where(
      and(
        eq(studyItems.accountId, accountId),
        eq(studyItems.own, false),
        isNull(studyItems.schedule),
        isNull(studyItems.answerNotes),
        sql`NOT EXISTS (${missed})`,
      ),
    )
    .returning({ id: studyItems.id })
}
