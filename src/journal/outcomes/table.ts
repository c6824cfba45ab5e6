import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, record } from '../../platform/database/columns.ts'
import { applications } from '../applications/table.ts'
import type { Evidence, ReasonGroup } from '../reasons/rules.ts'
import type { Attribution, OutcomeChange, OutcomeKind } from './rules.ts'

/** A reason with its group, so that whatever reads outcomes needs no look at the account's own reasons. */
export type StoredReason = {
  code: string
  group: ReasonGroup
  evidence: Evidence
  notes: string | null
}

/** How an application ended; at most one for each. The attribution is computed from the reasons. */
export const outcomes = pgTable(
  'outcomes',
  {
    ...record(),
    applicationId: uuid('application_id').notNull(),
    kind: text('kind').$type<OutcomeKind>().notNull(),
    decidedOn: date('decided_on'),
    learnedOn: date('learned_on'),
    reasons: jsonb('reasons').$type<StoredReason[]>().notNull(),
    employerFeedback: text('employer_feedback'),
    anythingToLearn: boolean('anything_to_learn'),
    doorOpen: boolean('door_open'),
    attribution: text('attribution').$type<Attribution>(),
  },
  (t) => [
    primaryKey({ name: 'outcomes_pkey', columns: [t.accountId, t.id] }),
    unique('outcomes_application_key').on(t.accountId, t.applicationId),
    index('outcomes_learned_index').on(
      t.accountId,
      sql`coalesce(${t.learnedOn}, ${t.decidedOn}, (${t.createdAt} AT TIME ZONE 'UTC')::date)`,
    ),
    foreignKey({
      name: 'outcomes_application_fkey',
      columns: [t.accountId, t.applicationId],
      foreignColumns: [applications.accountId, applications.id],
    }).onDelete('cascade'),
    check(
      'outcomes_kind_check',
      sql`${t.kind} IN ('offer_accepted', 'offer_declined', 'offer_rescinded', 'rejected', 'no_response', 'withdrawn', 'role_closed')`,
    ),
  ],
)

export type OutcomeSnapshot = Pick<
  typeof outcomes.$inferSelect,
  | 'kind'
  | 'decidedOn'
  | 'learnedOn'
  | 'reasons'
  | 'employerFeedback'
  | 'anythingToLearn'
  | 'doorOpen'
  | 'attribution'
>

/** What was ever recorded of how an application ended: a correction or a retraction erases nothing. */
export const outcomeChanges = pgTable(
  'outcome_changes',
  {
    accountId: uuid('account_id').notNull(),
    id: uuid('id').notNull(),
    applicationId: uuid('application_id').notNull(),
    change: text('change').$type<OutcomeChange>().notNull(),
    /** As it stood from then on; where it was retracted, as it had stood. */
    outcome: jsonb('outcome').$type<OutcomeSnapshot>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'outcome_changes_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'outcome_changes_application_fkey',
      columns: [t.accountId, t.applicationId],
      foreignColumns: [applications.accountId, applications.id],
    }).onDelete('cascade'),
    index('outcome_changes_application_index').on(t.accountId, t.applicationId, t.id),
    check('outcome_changes_change_check', sql`${t.change} IN ('recorded', 'corrected', 'retracted')`),
  ],
)
