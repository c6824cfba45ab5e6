import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { questions } from '../../journal/questions/table.ts'
import { instant, record } from '../../platform/database/columns.ts'
import { coachingSessions } from '../coaching-sessions/table.ts'
import type { Role } from '../engagements/rules.ts'
import { engagements } from '../engagements/table.ts'
import type { AssignmentStatus } from './rules.ts'

/**
 * Something to do that a coach and a client agreed on; it belongs to the client.
 *
 * @NOTE Which coach it was, the engagement knows: so a coach who is erased is no longer named here either. Without one
 * it is the client's own, or came with a journal from elsewhere.
 */
export const assignments = pgTable(
  'assignments',
  {
    ...record(),
    engagementId: uuid('engagement_id'),
    applicationId: uuid('application_id'),
    interviewId: uuid('interview_id'),
    questionId: uuid('question_id'),
    sessionId: uuid('session_id'),
    text: text('text').notNull(),
    dueOn: date('due_on'),
    status: text('status').$type<AssignmentStatus>().notNull().default('open'),
    madeBy: text('made_by').$type<Role>().notNull(),
    completedBy: text('completed_by').$type<Role>(),
    completedAt: instant('completed_at'),
  },
  (t) => [
    primaryKey({ name: 'assignments_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'assignments_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'assignments_engagement_fkey',
      columns: [t.accountId, t.engagementId],
      foreignColumns: [engagements.accountId, engagements.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'assignments_application_fkey',
      columns: [t.accountId, t.applicationId],
      foreignColumns: [applications.accountId, applications.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'assignments_interview_fkey',
      columns: [t.accountId, t.interviewId],
      foreignColumns: [interviews.accountId, interviews.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'assignments_question_fkey',
      columns: [t.accountId, t.questionId],
      foreignColumns: [questions.accountId, questions.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'assignments_session_fkey',
      columns: [t.accountId, t.sessionId],
      foreignColumns: [coachingSessions.accountId, coachingSessions.id],
    }).onDelete('cascade'),
    index('assignments_open_index').on(t.accountId, t.dueOn, t.id).where(sql`${t.status} = 'open'`),
    index('assignments_engagement_index').on(t.accountId, t.engagementId, t.id),
    index('assignments_application_index').on(t.accountId, t.applicationId),
    index('assignments_interview_index').on(t.accountId, t.interviewId),
    index('assignments_question_index').on(t.accountId, t.questionId),
    index('assignments_session_index').on(t.accountId, t.sessionId),
    check(
      'assignments_subject_check',
      sql`num_nonnulls(${t.applicationId}, ${t.interviewId}, ${t.questionId}) <= 1`,
    ),
    check('assignments_status_check', sql`${t.status} IN ('open', 'done', 'withdrawn')`),
    check(
      'assignments_roles_check',
      sql`${t.madeBy} IN ('coach', 'client') AND ${t.completedBy} IN ('coach', 'client')`,
    ),
    check(
      'assignments_completion_check',
      sql`num_nonnulls(${t.completedBy}, ${t.completedAt}) = CASE ${t.status} WHEN 'done' THEN 2 ELSE 0 END`,
    ),
  ],
)
