import { and, count, eq } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { PlanStatus } from './rules.ts'
import { planReviews, plans } from './table.ts'

export const store = {
  ...recordStore('plan', plans),
  filter: ({ status }: { status?: PlanStatus | undefined }) =>
    status ? eq(plans.status, status) : undefined,
}

export const reviews = {
  ...recordStore('plan_review', planReviews),
  ofPlan: (planId: string) => eq(planReviews.planId, planId),
}

export const countOpen = async (db: Db, accountId: string) => {
  const open = and(eq(plans.accountId, accountId), eq(plans.status, 'open'))
  const [row] = await db.select({ open: count() }).from(plans).where(open)
  return row?.open ?? 0
}
