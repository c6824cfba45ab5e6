import { and, eq, inArray, ne, type SQL } from 'drizzle-orm'
import { isAnyOf, isUpdatedFrom } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { interviews } from '../interviews/table.ts'
import type { Answered, QuestionKind } from './rules.ts'
import { questions } from './table.ts'

export type QuestionRow = typeof questions.$inferSelect

type Filters = {
  interviewId?: string | undefined
  kind?: readonly QuestionKind[] | undefined
  answered?: readonly Answered[] | undefined
  topic?: string | undefined
  updatedFrom?: string | undefined
}

export const store = {
  ...recordStore('question', questions),
  filter: ({ interviewId, kind, answered, topic, updatedFrom }: Filters) =>
    and(
      interviewId ? eq(questions.interviewId, interviewId) : undefined,
      isAnyOf(questions.kind, kind),
      isAnyOf(questions.answered, answered),
      topic ? eq(questions.topic, topic) : undefined,
      isUpdatedFrom(questions, updatedFrom),
    ),
}

/** Some interviews, or all those of an application. */
export type Place = { interviewIds: string[] } | { applicationId: string }

const at = (place: Place): SQL | undefined =>
  'interviewIds' in place
    ? inArray(questions.interviewId, place.interviewIds)
    : eq(interviews.applicationId, place.applicationId)

const askedAt = async (db: Db, accountId: string, place: Place, which: SQL) => {
  const inInterview = and(
    eq(interviews.accountId, questions.accountId),
    eq(interviews.id, questions.interviewId),
  )
  const rows = await db
    .select({ question: questions })
    .from(questions)
    .innerJoin(interviews, inInterview)
    .where(and(eq(questions.accountId, accountId), at(place), which))
    .orderBy(questions.id)
    .limit(200)
  return rows.map(({ question }) => question)
}

/** The first 200 questions asked there that were answered, but not well, in the order of recording. */
export const missedAt = (db: Db, accountId: string, place: Place) =>
  askedAt(db, accountId, place, ne(questions.answered, 'well'))

/** The question with this id, if it was asked there. */
export const findAt = async (db: Db, accountId: string, place: Place, id: string) =>
  (await askedAt(db, accountId, place, eq(questions.id, id)))[0]
