import { and, asc, eq, gte, inArray, lte, max, ne, or } from 'drizzle-orm'
import { isAnyOf, isDuring, isUpdatedFrom } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { Window } from '../../platform/lists.ts'
import type { InterviewResult, InterviewStatus } from './rules.ts'
import { interviews } from './table.ts'

export type InterviewRow = typeof interviews.$inferSelect

type Filters = {
  applicationId?: string | undefined
  status?: readonly InterviewStatus[] | undefined
  result?: readonly InterviewResult[] | undefined
  updatedFrom?: string | undefined
}

const { startsAt, heldOn } = interviews

/** Those of some days, by their instants, or else by their days. */
const isWithin = (window: Window) =>
  or(
    isDuring(startsAt, window),
    and(window.from ? gte(heldOn, window.from) : undefined, window.to ? lte(heldOn, window.to) : undefined),
  )

export const store = {
  ...recordStore('interview', interviews),
  filter: ({ applicationId, status, result, updatedFrom }: Filters, window: Window) =>
    and(
      applicationId ? eq(interviews.applicationId, applicationId) : undefined,
      isWithin(window),
      isAnyOf(interviews.status, status),
      isAnyOf(interviews.result, result),
      isUpdatedFrom(interviews, updatedFrom),
    ),
}

/** The interviews of a period. */
export const interviewsWithin = (db: Db, accountId: string, period: Window) =>
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
    .where(and(eq(interviews.accountId, accountId), isWithin(period)))
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
