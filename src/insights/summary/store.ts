import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { outcomes } from '../../journal/outcomes/table.ts'
import { plans } from '../../journal/plans/table.ts'
import { reflections } from '../../journal/reflections/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import type { ApplicationRecord } from './rules/records.ts'

const RFC3339 = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`)
const object = (members: Record<string, SQL | PgColumn>) => {
  const pairs = Object.entries(members).map(([name, value]) => sql`${sql.raw(`'${name}'`)}, ${value}`)
  return sql`json_build_object(${sql.join(pairs, sql`, `)})`
}
const listOf = <Item>(item: SQL, from: SQL) =>
  sql<Item[]>`(SELECT coalesce(json_agg(${item}), '[]') FROM ${from})`

const interview = object({
  id: interviews.id,
  round: interviews.round,
  status: interviews.status,
  result: interviews.result,
  kind: interviews.kind,
  startsAt: sql`to_char(${interviews.startsAt} AT TIME ZONE 'UTC', ${RFC3339})`,
  heldOn: sql`coalesce(${interviews.heldOn}, (${interviews.startsAt} AT TIME ZONE 'UTC')::date)`,
})
const outcome = object({
  kind: outcomes.kind,
  attribution: outcomes.attribution,
  reasons: outcomes.reasons,
  anythingToLearn: outcomes.anythingToLearn,
  decidedOn: outcomes.decidedOn,
  learnedOn: outcomes.learnedOn,
})
const reflection = object({
  id: reflections.id,
  interviewId: reflections.interviewId,
  status: reflections.status,
})

const own = (table: typeof interviews | typeof outcomes) =>
  sql`${table.accountId} = ${applications.accountId} AND ${table.applicationId} = ${applications.id}`

/** All that the summary reads of one account's applications, compact and in one query. */
export const applicationRecords = (db: Db, accountId: string): Promise<ApplicationRecord[]> =>
  db
    .select({
      applicationId: applications.id,
      createdAt: applications.createdAt,
      appliedOn: applications.appliedOn,
      stage: applications.stage,
      status: applications.status,
      outcome: sql<ApplicationRecord['outcome']>`(SELECT ${outcome} FROM ${outcomes} WHERE ${own(outcomes)})`,
      interviews: listOf<ApplicationRecord['interviews'][number]>(
        interview,
        sql`${interviews} WHERE ${own(interviews)}`,
      ),
      reflections: listOf<ApplicationRecord['reflections'][number]>(
        reflection,
        sql`${reflections} LEFT JOIN ${interviews} ON ${interviews.accountId} = ${reflections.accountId}
          AND ${interviews.id} = ${reflections.interviewId}
          WHERE ${reflections.accountId} = ${applications.accountId}
          AND coalesce(${reflections.applicationId}, ${interviews.applicationId}) = ${applications.id}`,
      ),
    })
    .from(applications)
    .where(eq(applications.accountId, accountId))

export const planRecords = (db: Db, accountId: string) =>
  db.select({ id: plans.id, status: plans.status }).from(plans).where(eq(plans.accountId, accountId))

/** The reflections about periods. */
export const lookBackRecords = (db: Db, accountId: string) =>
  db
    .select({ id: reflections.id, status: reflections.status })
    .from(reflections)
    .where(and(eq(reflections.accountId, accountId), isNotNull(reflections.from)))
