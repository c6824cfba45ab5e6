import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { record } from '../../platform/database/columns.ts'
import { applications } from '../applications/table.ts'
import { interviews } from '../interviews/table.ts'
import type { Visibility } from './rules.ts'

/** A note on an application, on an interview, or on the journal as a whole. */
export const notes = pgTable(
  'notes',
  {
    ...record(),
    applicationId: uuid('application_id'),
    interviewId: uuid('interview_id'),
    // @NOTE No foreign key: who writes into a journal may be another account than the one that owns it, and may be erased.
    authorId: uuid('author_id'),
    text: text('text').notNull(),
    visibility: text('visibility').$type<Visibility>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'notes_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'notes_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'notes_application_fkey',
      columns: [t.accountId, t.applicationId],
      foreignColumns: [applications.accountId, applications.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'notes_interview_fkey',
      columns: [t.accountId, t.interviewId],
      foreignColumns: [interviews.accountId, interviews.id],
    }).onDelete('cascade'),
    index('notes_application_index').on(t.accountId, t.applicationId, t.id),
    index('notes_interview_index').on(t.accountId, t.interviewId, t.id),
    check('notes_subject_check', sql`num_nonnulls(${t.applicationId}, ${t.interviewId}) <= 1`),
    check('notes_visibility_check', sql`${t.visibility} IN ('author', 'shared')`),
  ],
)
