import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { type PgColumn, unionAll } from 'drizzle-orm/pg-core'
import type { Db } from '../../platform/database/pool.ts'
import type { Page } from '../../platform/lists.ts'
import { applications } from '../applications/table.ts'
import { interviews } from '../interviews/table.ts'
import { offers } from '../offers/table.ts'
import { outcomeChanges, outcomes } from '../outcomes/table.ts'
import type { InterviewEntry, OutcomeEntry, TimelineKind } from './rules.ts'

type Table = typeof applications | typeof interviews | typeof offers | typeof outcomes | typeof outcomeChanges
type Part = {
  kind: TimelineKind
  from: Table
  /** The day it happened on, where that is known. */
  on?: SQL
  /** The instant it happened at, where that is known. */
  at?: SQL
  /** Where it stands when neither is known. */
  else?: SQL
  only?: SQL
  interview?: SQL
  outcome?: SQL
}

const interview = sql`json_build_object('id', ${interviews.id}, 'round', ${interviews.round}, 'kind', ${interviews.kind},
  'label', ${interviews.label}, 'status', ${interviews.status}, 'result', ${interviews.result})`
const outcome = sql`json_build_object('kind', ${outcomes.kind}, 'decidedOn', ${outcomes.decidedOn}, 'learnedOn', ${outcomes.learnedOn},
  'attribution', ${outcomes.attribution}, 'reasons', ${outcomes.reasons})`

const changed = (change: 'recorded' | 'corrected' | 'retracted'): Part => ({
  kind: `outcome_${change}`,
  from: outcomeChanges,
  at: sql`${outcomeChanges.createdAt}`,
  only: sql`${outcomeChanges.change} = ${change}`,
  outcome: sql`${outcomeChanges.outcome}::json`,
})

/** @NOTE In the order in which they come on one day: the place of each in this list counts as so many milliseconds. */
const PARTS: [Part, Part, ...Part[]] = [
  { kind: 'application_recorded', from: applications, at: sql`${applications.createdAt}` },
  { kind: 'applied', from: applications, on: sql`${applications.appliedOn}` },
  { kind: 'responded', from: applications, on: sql`${applications.respondedOn}` },
  {
    kind: 'interview',
    from: interviews,
    on: sql`${interviews.heldOn}`,
    at: sql`${interviews.startsAt}`,
    else: sql`${interviews.createdAt}`,
    interview,
  },
  { kind: 'heard_back', from: interviews, on: sql`${interviews.heardBackOn}`, interview },
  { kind: 'offer_received', from: offers, on: sql`${offers.receivedOn}`, else: sql`${offers.createdAt}` },
  { kind: 'ended', from: outcomes, on: sql`coalesce(${outcomes.learnedOn}, ${outcomes.decidedOn})`, outcome },
  changed('recorded'),
  changed('corrected'),
  changed('retracted'),
  { kind: 'archived', from: applications, at: sql`${applications.archivedAt}` },
]

/**
 * The same entry has the same id: a UUID of version 8 that begins like the id of its record.
 *
 * @NOTE So of what happened on one day, such as the rounds of a long day on site, what was recorded first comes first.
 */
const idOf = (recordId: PgColumn, kind: TimelineKind) =>
  sql<string>`(left(${recordId}::text, 14) || '8' || substr(${recordId}::text, 16, 9)
    || left(md5(${recordId}::text || ${kind}), 12))::uuid`

const applicationOf = (from: Table) => ('applicationId' in from ? from.applicationId : from.id)

/** Whose entries: of one application, or of all; and how many milliseconds after midnight in UTC their days begin. */
type Of = { accountId: string; applicationId?: string | undefined; daysBegin: number }

const entriesOf = (db: Db, { accountId, applicationId, daysBegin }: Of, part: Part, rank: number) => {
  const { kind, from, at = sql`NULL::timestamptz`, on = sql`NULL::date` } = part
  const begin = sql`${on}::timestamp AT TIME ZONE 'UTC' + ${daysBegin} * interval '1 ms'`
  const known = sql`coalesce(${at}, ${begin}, ${part.else ?? sql`NULL`})`
  const place = sql`${known} + ${rank} * interval '1 ms'`
  return db
    .select({
      id: idOf(from.id, kind).as('id'),
      kind: sql<TimelineKind>`${kind}::text`.as('kind'),
      applicationId: sql<string>`${applicationOf(from)}`.as('application_id'),
      on: sql<string | null>`${on}`.as('on'),
      at: sql<string | null>`${at}`.mapWith(applications.createdAt).as('at'),
      place: sql<string>`${place}`.mapWith(applications.createdAt).as('place'),
      interview: sql<InterviewEntry | null>`${part.interview ?? sql`NULL::json`}`.as('interview'),
      outcome: sql<OutcomeEntry | null>`${part.outcome ?? sql`NULL::json`}`.as('outcome'),
    })
    .from(from)
    .where(
      and(
        eq(from.accountId, accountId),
        applicationId ? eq(applicationOf(from), applicationId) : undefined,
        part.only,
        sql`${place} IS NOT NULL`,
      ),
    )
}

/** One entry more than the page holds, the oldest first. */
export const listEntries = (db: Db, of: Of, { limit, after }: Page) => {
  const part = (each: Part, rank: number) => entriesOf(db, of, each, rank)
  const [first, second, ...others] = PARTS
  const entries = unionAll(part(first, 0), part(second, 1), ...others.map((each, i) => part(each, i + 2))).as(
    'entries',
  )
  const follows = after && sql`(${entries.place}, ${entries.id}) > (${after.value ?? null}, ${after.id})`
  return db
    .select()
    .from(entries)
    .where(follows)
    .orderBy(asc(entries.place), asc(entries.id))
    .limit(limit + 1)
}
