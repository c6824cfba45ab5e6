import { and, eq } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { interviews } from '../interviews/table.ts'
import type { Answered, QuestionKind } from './rules.ts'
import { questions } from './table.ts'

export type QuestionRow = typeof questions.$inferSelect

type Filters = {
  interviewId?: string | undefined
  kind?: QuestionKind | undefined
  answered?: Answered | undefined
  topic?: string | undefined
}

export const store = {
  ...recordStore('question', questions),
  filter: ({ interviewId, kind, answered, topic }: Filters) =>
    and(
      interviewId ? eq(questions.interviewId, interviewId) : undefined,
      kind ? eq(questions.kind, kind) : undefined,
      answered ? eq(questions.answered, answered) : undefined,
      topic ? eq(questions.topic, topic) : undefined,
    ),
}

type Subject = { interviewId: string | null; applicationId: string | null }

/** The questions asked in one interview, or in all interviews of one application, in the order of recording; or the one with this id. */
export const questionsOf = async (db: Db, accountId: string, subject: Subject, id?: string) => {
  const { interviewId, applicationId } = subject
  const inInterview = and(
    eq(interviews.accountId, questions.accountId),
    eq(interviews.id, questions.interviewId),
  )
  const rows = await db
    .select({ question: questions })
    .from(questions)
    .innerJoin(interviews, inInterview)
    .where(
      and(
        eq(questions.accountId, accountId),
        id ? eq(questions.id, id) : undefined,
        interviewId ? eq(questions.interviewId, interviewId) : undefined,
        applicationId ? eq(interviews.applicationId, applicationId) : undefined,
      ),
    )
    .orderBy(questions.id)
    .limit(200)
  return rows.map(({ question }) => question)
}
