import { and, count, eq, ne, sql } from 'drizzle-orm'
import { isAnyOf, isUpdatedFrom } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { entryPlans, reflectionEntries } from '../reflections/table.ts'
import type { PlanStatus } from './rules.ts'
import { planReviews, plans } from './table.ts'

type Filters = {
  status?: readonly PlanStatus[] | undefined
  updatedFrom?: string | undefined
  withPrivate: boolean
}

export const store = {
  ...recordStore('plan', plans),
  filter: ({ status, updatedFrom, withPrivate }: Filters) =>
    and(
      isAnyOf(plans.status, status),
      isUpdatedFrom(plans, updatedFrom),
      withPrivate ? undefined : eq(plans.private, false),
    ),
}

const cameOf = (reflectionId: string) => sql`${plans.id} IN (SELECT ${entryPlans.planId} FROM ${entryPlans}
  JOIN ${reflectionEntries} ON ${reflectionEntries.accountId} = ${entryPlans.accountId} AND ${reflectionEntries.id} = ${entryPlans.entryId}
  WHERE ${entryPlans.accountId} = ${plans.accountId} AND ${reflectionEntries.reflectionId} = ${reflectionId})`

/** Shows what came of a reflection to coaches, or hides it. */
export const setPrivate = (
  db: Db,
  accountId: string,
  reflectionId: string,
  change: { private: boolean; updatedAt: string },
) =>
  db
    .update(plans)
    .set({ ...change, version: sql`${plans.version} + 1` })
    .where(and(eq(plans.accountId, accountId), cameOf(reflectionId), ne(plans.private, change.private)))
    .returning({ id: plans.id, status: plans.status })

export const reviews = {
  ...recordStore('plan_review', planReviews),
  ofPlan: (planId: string) => eq(planReviews.planId, planId),
}

export const countOpen = async (db: Db, accountId: string, withPrivate: boolean) => {
  const open = and(eq(plans.accountId, accountId), store.filter({ status: ['open'], withPrivate }))
  const [row] = await db.select({ open: count() }).from(plans).where(open)
  return row?.open ?? 0
}
