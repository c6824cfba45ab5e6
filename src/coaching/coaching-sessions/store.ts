import { and, inArray, sql } from 'drizzle-orm'
import { isAnyOf } from '../../platform/database/filters.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { SessionStatus } from './rules.ts'
import { coachingSessions } from './table.ts'

export type SessionRow = typeof coachingSessions.$inferSelect

type Filters = {
  from?: string | undefined
  to?: string | undefined
  status?: readonly SessionStatus[] | undefined
}

const { startsAt } = coachingSessions

export const LATEST_FIRST = { by: startsAt }

export const store = {
  ...recordStore('coaching_session', coachingSessions),
  /** Days are in UTC; those of some engagements alone, where any list of them is given. */
  filter: ({ from, to, status }: Filters, engagementIds: string[] | undefined) =>
    and(
      engagementIds && inArray(coachingSessions.engagementId, engagementIds),
      from ? sql`${startsAt} >= ${from}::timestamp AT TIME ZONE 'UTC'` : undefined,
      to ? sql`${startsAt} < (${to}::date + 1)::timestamp AT TIME ZONE 'UTC'` : undefined,
      isAnyOf(coachingSessions.status, status),
    ),
}
