import { type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { instant, record } from '../../platform/database/columns.ts'
import type { OutcomeKind } from '../outcomes/rules.ts'
import type { Channel, EmploymentType, PayPeriod, Priority, Stage, Status, WorkMode } from './rules.ts'

type Source = { channel?: Channel | null | undefined; name?: string | null | undefined }
type SalaryRange = {
  minimum?: number | null | undefined
  maximum?: number | null | undefined
  currency: string
  period: PayPeriod
}

type Maybe = string | null | undefined
type Contact = { name: string; role?: Maybe; email?: Maybe; phone?: Maybe; notes?: Maybe }

/**
 * A name as it is compared: alike in upper and lower case, however it is encoded, however wide its letters and spaces
 * are, and whether it has ß or ss, and ς or σ.
 *
 * @NOTE Cut off, because one character can stand for eighteen, and an entry of an index has its limit.
 */
export const comparedName = (name: AnyPgColumn | SQL) => {
  const small = sql`lower(trim(regexp_replace(normalize(${name}, NFKC), ' +', ' ', 'g')))`
  return sql`left(replace(translate(${small}, 'ς', 'σ'), 'ß', 'ss'), 300)`
}

/** What only counts from where somebody came, behind a `?` or `&`. */
const TRACKED = sql.raw("'(?<=[?&])(utm_|(gclid|fbclid|msclkid)(?![^=&]))[^&]*'")

/**
 * A web address as it is compared: the host in lower case, and no scheme, usual port, trailing slash, fragment, or
 * parameter that counts from where somebody came. Percent-encoded bytes are alike in upper and lower case.
 *
 * @NOTE No function of PostgreSQL changes the case of these alone: their digits stand at the end, and a `%` where each was.
 */
export const comparedAddress = (url: AnyPgColumn | SQL) => {
  const origin = sql`regexp_replace(lower(substring(${url}, '^[^/]*//[^/?#]*') COLLATE "C"), '^https?://|:(80|443)?$', '', 'g')`
  const asked = sql`regexp_replace(substring(${url}, '^[^/]*//[^/?#]*([^#]*)'), ${TRACKED}, '', 'gi')`
  const rest = sql`rtrim(regexp_replace(${asked}, '/*[?&]+', '&', 'g'), '/&')`
  const digits = sql`lower(regexp_replace(${rest}, '%([0-9a-f]{2})|.', '\\1', 'gi') COLLATE "C")`
  return sql`${origin} || regexp_replace(${rest}, '%[0-9a-f]{2}', '%', 'gi') || ${digits}`
}

/**
 * One try for one role at one company. Below the line: computed from facts, never set.
 *
 * @NOTE What was held at an instant has its day only where the account is, which may move: the days that stand here are
 * those of facts that have no instant.
 */
export const applications = pgTable(
  'applications',
  {
    ...record(),
    company: text('company'),
    roleTitle: text('role_title'),
    url: text('url'),
    location: text('location'),
    workMode: text('work_mode').$type<WorkMode>(),
    employmentType: text('employment_type').$type<EmploymentType>(),
    source: jsonb('source').$type<Source>(),
    salaryRange: jsonb('salary_range').$type<SalaryRange>(),
    priority: text('priority').$type<Priority>(),
    tags: text('tags').array().notNull().default([]),
    contacts: jsonb('contacts').$type<Contact[]>().notNull().default([]),
    nextStep: jsonb('next_step').$type<{ text: string; dueOn?: Maybe }>(),
    externalRef: jsonb('external_ref').$type<{ source: string; id: string }>(),
    resumeVersion: text('resume_version'),
    description: text('description'),
    notes: text('notes'),
    appliedOn: date('applied_on'),
    respondedOn: date('responded_on'),
    archivedAt: instant('archived_at'),

    stage: text('stage').$type<Stage>().notNull().default('saved'),
    status: text('status').$type<Status>().notNull().default('open'),
    outcome: text('outcome').$type<OutcomeKind>(),
    interviewCount: integer('interview_count').notNull().default(0),
    lastInterviewOn: date('last_interview_on'),
    lastHeldAt: instant('last_held_at'),
    lastActivityOn: date('last_activity_on'),
    lastActivityAt: instant('last_activity_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'applications_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'applications_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    uniqueIndex('applications_external_ref_key').on(
      t.accountId,
      sql`(${t.externalRef} ->> 'source')`,
      sql`(${t.externalRef} ->> 'id')`,
    ),
    index('applications_company_index').on(t.accountId, comparedName(t.company)),
    index('applications_url_index').on(t.accountId, sql`(${comparedAddress(t.url)})`),
    index('applications_stage_index').on(t.accountId, t.stage, t.id),
    index('applications_applied_index').on(
      t.accountId,
      sql`coalesce(${t.appliedOn}, '-infinity'::date)`,
      t.id,
    ),
    index('applications_activity_index').on(t.accountId, t.lastActivityAt, t.id),
    check('applications_named_check', sql`${t.company} IS NOT NULL OR ${t.roleTitle} IS NOT NULL`),
    check(
      'applications_stage_check',
      sql`${t.stage} IN ('saved', 'applied', 'responded', 'interviewed', 'offered', 'accepted')`,
    ),
    check('applications_priority_check', sql`${t.priority} IN ('low', 'medium', 'high')`),
    check('applications_status_check', sql`${t.status} IN ('open', 'closed')`),
  ],
)
