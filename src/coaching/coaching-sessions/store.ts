import { and, inArray } from 'drizzle-orm'
import { isAnyOf, isDuring } from '../../platform/database/filters.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { Window } from '../../platform/lists.ts'
import type { SessionStatus } from './rules.ts'
import { coachingSessions } from './table.ts'

export type SessionRow = typeof coachingSessions.$inferSelect

const { startsAt } = coachingSessions

export const LATEST_FIRST = { by: startsAt }

export const store = {
  ...recordStore('coaching_session', coachingSessions),
  /** Those of some engagements alone, where any list of them is given. */
  filter: (
    status: readonly SessionStatus[] | undefined,
    window: Window,
    engagementIds: string[] | undefined,
  ) =>
    and(
      engagementIds && inArray(coachingSessions.engagementId, engagementIds),
      isDuring(startsAt, window),
      isAnyOf(coachingSessions.status, status),
    ),
}
