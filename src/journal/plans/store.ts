import { and, count, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { PlanStatus } from './rules.ts'
import { planReviews, plans } from './table.ts'

type Filters = { status?: PlanStatus | undefined; withPrivate: boolean }

export const store = {
  ...recordStore('plan', plans),
  filter: ({ status, withPrivate }: Filters) =>
    and(status ? eq(plans.status, status) : undefined, withPrivate ? undefined : eq(plans.private, false)),
}

/** Shows plans to coaches, or hides them. */
export const setPrivate = (
  db: Db,
  accountId: string,
  ids: string[],
  change: { private: boolean; updatedAt: string },
) =>
  db
    .update(plans)
    .set({ ...change, version: sql`${plans.version} + 1` })
    .where(and(eq(plans.accountId, accountId), inArray(plans.id, ids), ne(plans.private, change.private)))

export const reviews = {
  ...recordStore('plan_review', planReviews),
  ofPlan: (planId: string) => eq(planReviews.planId, planId),
}

export const countOpen = async (db: Db, accountId: string, withPrivate: boolean) => {
  const open = and(eq(plans.accountId, accountId), store.filter({ status: 'open', withPrivate }))
  const [row] = await db.select({ open: count() }).from(plans).where(open)
  return row?.open ?? 0
}
