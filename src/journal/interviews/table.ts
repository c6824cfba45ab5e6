import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, record } from '../../platform/database/columns.ts'
import { applications } from '../applications/table.ts'
import { pitches } from '../pitches/table.ts'
import type { InterviewFormat, InterviewKind, InterviewResult, InterviewStatus } from './rules.ts'

/** One round. */
export const interviews = pgTable(
  'interviews',
  {
    ...record(),
    applicationId: uuid('application_id').notNull(),
    round: integer('round').notNull(),
    kind: text('kind').$type<InterviewKind>().notNull(),
    format: text('format').$type<InterviewFormat>(),
    label: text('label'),
    startsAt: instant('starts_at'),
    heldOn: date('held_on'),
    durationMinutes: integer('duration_minutes'),
    timeZone: text('time_zone'),
    location: text('location'),
    meetingUrl: text('meeting_url'),
    interviewers: jsonb('interviewers')
      .$type<{ name: string; title?: string | null | undefined }[]>()
      .notNull(),
    status: text('status').$type<InterviewStatus>().notNull(),
    result: text('result').$type<InterviewResult>().notNull(),
    heardBackOn: date('heard_back_on'),
    pitchId: uuid('pitch_id'),
    notes: text('notes'),
  },
  (t) => [
    primaryKey({ name: 'interviews_pkey', columns: [t.accountId, t.id] }),
    foreignKey({
      name: 'interviews_application_fkey',
      columns: [t.accountId, t.applicationId],
      foreignColumns: [applications.accountId, applications.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'interviews_pitch_fkey',
      columns: [t.accountId, t.pitchId],
      foreignColumns: [pitches.accountId, pitches.id],
    }),
    index('interviews_pitch_index').on(t.accountId, t.pitchId),
    index('interviews_application_index').on(t.accountId, t.applicationId, t.round),
    index('interviews_kind_index').on(t.accountId, t.kind, t.id),
    index('interviews_held_index').on(
      t.accountId,
      sql`coalesce(${t.heldOn}, (${t.startsAt} AT TIME ZONE 'UTC')::date)`,
    ),
    index('interviews_day_index').on(t.accountId, t.heldOn),
    index('interviews_start_index').on(t.accountId, t.startsAt),
    index('interviews_scheduled_index').on(t.accountId, t.startsAt).where(sql`${t.status} = 'scheduled'`),
    check('interviews_round_check', sql`${t.round} BETWEEN 1 AND 50`),
    check('interviews_day_check', sql`${t.startsAt} IS NULL OR ${t.heldOn} IS NULL`),
    check('interviews_status_check', sql`${t.status} IN ('scheduled', 'completed', 'cancelled', 'missed')`),
    check('interviews_result_check', sql`${t.result} IN ('pending', 'advanced', 'not_advanced', 'unknown')`),
  ],
)
