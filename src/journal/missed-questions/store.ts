import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { questions } from '../questions/table.ts'
import { studyItemPrompts, studyItems } from '../study-items/table.ts'

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
