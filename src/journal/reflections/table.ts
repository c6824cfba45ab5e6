import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { instant, record } from '../../platform/database/columns.ts'
import { applications } from '../applications/table.ts'
import { interviews } from '../interviews/table.ts'
import { plans } from '../plans/table.ts'
import { questions } from '../questions/table.ts'
import type { ReflectionStatus, Step } from './rules.ts'

/** The three questions about one interview, one application or one period. */
export const reflections = pgTable(
  'reflections',
  {
    ...record(),
    interviewId: uuid('interview_id'),
    applicationId: uuid('application_id'),
    from: date('period_from'),
    to: date('period_to'),
    status: text('status').$type<ReflectionStatus>().notNull(),
    private: boolean('private').notNull(),
    skipped: text('skipped').array().$type<Step[]>().notNull(),
    completedAt: instant('completed_at'),
  },
  (t) => [
    primaryKey({ name: 'reflections_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'reflections_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'reflections_interview_fkey',
      columns: [t.accountId, t.interviewId],
      foreignColumns: [interviews.accountId, interviews.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'reflections_application_fkey',
      columns: [t.accountId, t.applicationId],
      foreignColumns: [applications.accountId, applications.id],
    }).onDelete('cascade'),
    index('reflections_interview_index').on(t.accountId, t.interviewId),
    index('reflections_application_index').on(t.accountId, t.applicationId),
    check(
      'reflections_subject_check',
      sql`num_nonnulls(${t.interviewId}, ${t.applicationId}, ${t.from}) = 1`,
    ),
    check('reflections_period_check', sql`num_nonnulls(${t.from}, ${t.to}) <> 1 AND ${t.from} <= ${t.to}`),
    check('reflections_status_check', sql`${t.status} IN ('open', 'completed')`),
  ],
)

/** One answer to one of the three questions. */
export const reflectionEntries = pgTable(
  'reflection_entries',
  {
    ...record(),
    reflectionId: uuid('reflection_id').notNull(),
    step: text('step').$type<Step>().notNull(),
    text: text('text').notNull(),
    selfTalkDismissed: boolean('self_talk_dismissed').notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'reflection_entries_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'reflection_entries_reflection_fkey',
      columns: [t.accountId, t.reflectionId],
      foreignColumns: [reflections.accountId, reflections.id],
    }).onDelete('cascade'),
    index('reflection_entries_reflection_index').on(t.accountId, t.reflectionId, t.id),
    check(
      'reflection_entries_step_check',
      sql`${t.step} IN ('went_well', 'did_not_go_well', 'do_differently')`,
    ),
  ],
)

const linkColumns = () => ({ accountId: uuid('account_id').notNull(), entryId: uuid('entry_id').notNull() })

/** @NOTE A table of its own, so that a question or a plan can go while the entry stays, without SET NULL. */
export const entryQuestions = pgTable(
  'reflection_entry_questions',
  { ...linkColumns(), questionId: uuid('question_id').notNull() },
  (t) => [
    primaryKey({ name: 'reflection_entry_questions_pkey', columns: [t.accountId, t.entryId] }),
    index('reflection_entry_questions_question_index').on(t.accountId, t.questionId),
    foreignKey({
      name: 'reflection_entry_questions_entry_fkey',
      columns: [t.accountId, t.entryId],
      foreignColumns: [reflectionEntries.accountId, reflectionEntries.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'reflection_entry_questions_question_fkey',
      columns: [t.accountId, t.questionId],
      foreignColumns: [questions.accountId, questions.id],
    }).onDelete('cascade'),
  ],
)

/** The plan that came out of an entry. */
export const entryPlans = pgTable(
  'reflection_entry_plans',
  { ...linkColumns(), planId: uuid('plan_id').notNull() },
  (t) => [
    primaryKey({ name: 'reflection_entry_plans_pkey', columns: [t.accountId, t.entryId] }),
    index('reflection_entry_plans_plan_index').on(t.accountId, t.planId),
    foreignKey({
      name: 'reflection_entry_plans_entry_fkey',
      columns: [t.accountId, t.entryId],
      foreignColumns: [reflectionEntries.accountId, reflectionEntries.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'reflection_entry_plans_plan_fkey',
      columns: [t.accountId, t.planId],
      foreignColumns: [plans.accountId, plans.id],
    }).onDelete('cascade'),
  ],
)
