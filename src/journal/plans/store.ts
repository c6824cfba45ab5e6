import { and, count, eq, not, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { entryPlans, reflectionEntries, reflections } from '../reflections/table.ts'
import type { PlanStatus } from './rules.ts'
import { planReviews, plans } from './table.ts'

/** Came out of a private reflection. */
const isPrivate = sql`EXISTS (SELECT FROM ${entryPlans}
  JOIN ${reflectionEntries} ON ${reflectionEntries.accountId} = ${entryPlans.accountId} AND ${reflectionEntries.id} = ${entryPlans.entryId}
  JOIN ${reflections} ON ${reflections.accountId} = ${reflectionEntries.accountId} AND ${reflections.id} = ${reflectionEntries.reflectionId}
  WHERE ${entryPlans.accountId} = ${plans.accountId} AND ${entryPlans.planId} = ${plans.id} AND ${reflections.private})`

type Filters = { status?: PlanStatus | undefined; withPrivate: boolean }

export const store = {
  ...recordStore('plan', plans),
  filter: ({ status, withPrivate }: Filters) =>
    and(status ? eq(plans.status, status) : undefined, withPrivate ? undefined : not(isPrivate)),
}

/** Whether a plan came out of a private reflection. */
export const cameOfPrivate = async (db: Db, accountId: string, id: string) => {
  const one = and(eq(plans.accountId, accountId), eq(plans.id, id), isPrivate)
  return (await db.select({ id: plans.id }).from(plans).where(one)).length > 0
}

export const reviews = {
  ...recordStore('plan_review', planReviews),
  ofPlan: (planId: string) => eq(planReviews.planId, planId),
}

export const countOpen = async (db: Db, accountId: string, withPrivate: boolean) => {
  const open = and(eq(plans.accountId, accountId), store.filter({ status: 'open', withPrivate }))
  const [row] = await db.select({ open: count() }).from(plans).where(open)
  return row?.open ?? 0
}
