import { and, asc, between, eq, gte, inArray, lt, lte, max, ne, or, sql } from 'drizzle-orm'
import { isAnyOf, isUpdatedFrom } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { InterviewResult, InterviewStatus } from './rules.ts'
import { interviews } from './table.ts'

export type InterviewRow = typeof interviews.$inferSelect

type Filters = {
  applicationId?: string | undefined
  from?: string | undefined
  to?: string | undefined
  status?: readonly InterviewStatus[] | undefined
  result?: readonly InterviewResult[] | undefined
  updatedFrom?: string | undefined
}

const day = sql<string>`coalesce(${interviews.heldOn}, (${interviews.startsAt} AT TIME ZONE 'UTC')::date)`

export const store = {
  ...recordStore('interview', interviews),
  filter: ({ applicationId, from, to, status, result, updatedFrom }: Filters) =>
    and(
      applicationId ? eq(interviews.applicationId, applicationId) : undefined,
      from ? gte(day, from) : undefined,
      to ? lte(day, to) : undefined,
      isAnyOf(interviews.status, status),
      isAnyOf(interviews.result, result),
      isUpdatedFrom(interviews, updatedFrom),
    ),
}

type Period = { from: string; to: string; begins: string; ends: string }

/** The interviews of a period, by their instants, or else by their days. */
export const interviewsWithin = (db: Db, accountId: string, { from, to, begins, ends }: Period) =>
  db
    .select({
      id: interviews.id,
      round: interviews.round,
      status: interviews.status,
      result: interviews.result,
      startsAt: interviews.startsAt,
      heldOn: interviews.heldOn,
    })
    .from(interviews)
    .where(
      and(
        eq(interviews.accountId, accountId),
        or(
          and(gte(interviews.startsAt, begins), lt(interviews.startsAt, ends)),
          between(interviews.heldOn, from, to),
        ),
      ),
    )
    .orderBy(asc(interviews.id))

/** Those of these interviews that were called off, or missed. */
export const notHeldAmong = async (db: Db, accountId: string, ids: string[]) => {
  const rows = await db
    .select({ id: interviews.id })
    .from(interviews)
    .where(
      and(
        eq(interviews.accountId, accountId),
        inArray(interviews.id, ids),
        inArray(interviews.status, ['cancelled', 'missed']),
      ),
    )
  return rows.map(({ id }) => id)
}

/** The highest round of an application, 0 without one; `except` is left out of account. */
export const lastRound = async (db: Db, accountId: string, applicationId: string, except: string) => {
  const [row] = await db
    .select({ round: max(interviews.round) })
    .from(interviews)
    .where(
      and(
        eq(interviews.accountId, accountId),
        eq(interviews.applicationId, applicationId),
        ne(interviews.id, except),
      ),
    )
  return row?.round ?? 0
}
