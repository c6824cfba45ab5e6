import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { record } from '../../platform/database/columns.ts'
import { interviews } from '../interviews/table.ts'
import type { Answered, QuestionKind } from './rules.ts'

/** Something asked in an interview, and how it was answered. */
export const questions = pgTable(
  'questions',
  {
    ...record(),
    interviewId: uuid('interview_id').notNull(),
    prompt: text('prompt').notNull(),
    /** Equal where the same was asked: leads to the study item. */
    promptDigest: text('prompt_digest').notNull(),
    kind: text('kind').$type<QuestionKind>().notNull(),
    topic: text('topic'),
    answered: text('answered').$type<Answered>(),
    notes: text('notes'),
  },
  (t) => [
    primaryKey({ name: 'questions_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'questions_interview_fkey',
      columns: [t.accountId, t.interviewId],
      foreignColumns: [interviews.accountId, interviews.id],
    }).onDelete('cascade'),
    index('questions_interview_index').on(t.accountId, t.interviewId, t.id),
    index('questions_prompt_index').on(t.accountId, t.promptDigest),
    index('questions_missed_index')
      .on(t.accountId, t.promptDigest, t.id)
      .where(sql`${t.answered} IN ('did_not_know', 'knew_but_could_not_show')`),
    check(
      'questions_answered_check',
      sql`${t.answered} IN ('well', 'partly', 'did_not_know', 'knew_but_could_not_show')`,
    ),
  ],
)
