import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { questions } from '../questions/table.ts'
import { studyItemPrompts, studyItems, studyReviews } from '../study-items/table.ts'

/** Removes items that came of missed questions alone, were never worked on, and have no such question any more. */
export const removeIdle = (db: Db, accountId: string) => {
  const missed = sql`SELECT FROM ${studyItemPrompts} JOIN ${questions}
    ON ${questions.accountId} = ${studyItemPrompts.accountId} AND ${questions.promptDigest} = ${studyItemPrompts.promptDigest}
    WHERE ${studyItemPrompts.accountId} = ${studyItems.accountId} AND ${studyItemPrompts.itemId} = ${studyItems.id} AND ${questions.answered} <> 'well'`
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

const isMissHere = sql`EXISTS (SELECT FROM ${questions} JOIN ${studyItemPrompts}
  ON ${studyItemPrompts.accountId} = ${questions.accountId} AND ${studyItemPrompts.promptDigest} = ${questions.promptDigest}
  WHERE ${questions.accountId} = ${studyReviews.accountId} AND ${questions.id} = ${studyReviews.questionId}
  AND ${questions.answered} <> 'well' AND ${studyItemPrompts.itemId} = ${studyReviews.itemId})`
const takenBack = (accountId: string) =>
  and(eq(studyReviews.accountId, accountId), isNotNull(studyReviews.questionId), sql`NOT ${isMissHere}`)

/** The items with reviews of misses that are none any more: of a question that is gone, that went well, or that is another. */
export const findTakenBack = async (db: Db, accountId: string) => {
  const { itemId } = studyReviews
  const rows = await db
    .selectDistinct({ itemId })
    .from(studyReviews)
    .where(takenBack(accountId))
    .orderBy(itemId)
  return rows.map((row) => row.itemId)
}

export const removeTakenBack = (db: Db, accountId: string) =>
  db.delete(studyReviews).where(takenBack(accountId))

/** Whether the miss of a question counts as a review of an item already. */
export const isReviewed = async (db: Db, accountId: string, itemId: string, questionId: string) => {
  const isOfBoth = and(eq(studyReviews.itemId, itemId), eq(studyReviews.questionId, questionId))
  return (await db.$count(studyReviews, and(eq(studyReviews.accountId, accountId), isOfBoth))) > 0
}
