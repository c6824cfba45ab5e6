import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { isAnyOf } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { Role } from '../engagements/rules.ts'
import type { AssignmentStatus } from './rules.ts'
import { assignments } from './table.ts'

export type AssignmentRow = typeof assignments.$inferSelect

type Filters = {
  status?: readonly AssignmentStatus[] | undefined
  madeBy?: readonly Role[] | undefined
  engagementId?: string | undefined
  sessionId?: string | undefined
}

/** Those made in some engagements; all where none are given. */
const madeIn = (engagementIds: string[] | undefined) =>
  engagementIds && inArray(assignments.engagementId, engagementIds)

export const store = {
  ...recordStore('assignment', assignments),
  filter: ({ status, madeBy, engagementId, sessionId }: Filters, engagementIds: string[] | undefined) =>
    and(
      madeIn(engagementIds),
      isAnyOf(assignments.status, status),
      isAnyOf(assignments.madeBy, madeBy),
      engagementId ? eq(assignments.engagementId, engagementId) : undefined,
      sessionId ? eq(assignments.sessionId, sessionId) : undefined,
    ),
}

/** The open ones that are due first; those without a day last. */
export const listOpen = (db: Db, accountId: string, engagementIds: string[] | undefined, limit: number) =>
  db
    .select()
    .from(assignments)
    .where(
      and(eq(assignments.accountId, accountId), sql`${assignments.status} = 'open'`, madeIn(engagementIds)),
    )
    .orderBy(asc(assignments.dueOn), asc(assignments.id))
    .limit(limit)
