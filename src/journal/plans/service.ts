import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { asksAsCoach } from '../../platform/acting.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { complete, isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { holdsScope } from '../../platform/scopes.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { keepPastInterview } from '../interviews/service.ts'
import { isIfThen, type PlanStatus } from './rules.ts'
import {
  type NewPlanReview,
  PlanFields,
  type PlanPatch,
  type PlanQuery,
  PlanReviewFields,
} from './schemas.ts'
import { countOpen, reviews, setPrivate, store } from './store.ts'

/** @throws Problem `plan_not_if_then` */
const demandIfThen = (plan: { if: string; then: string }) => {
  if (!isIfThen(plan))
    throw new Problem(
      'plan_not_if_then',
      'The two parts of the plan say the same, or one of them has no words.',
    )
}

/** @throws Problem `plan_not_if_then` */
export const createPlan = (ctx: Context, input: z.output<typeof PlanFields>) =>
  transaction(ctx, async (tx) => {
    demandIfThen(input)
    const plan = await store.insert(tx.db, {
      ...newRecord(tx),
      ...input,
      status: input.status ?? 'open',
      private: input.private ?? false,
    })
    recordEvent(tx, 'plan.created', { planId: plan.id, status: plan.status })
    return plan
  })

export const listPlans = async (ctx: Context, query: z.output<typeof PlanQuery>) => {
  const page = pageOf('plans', query)
  const filter = store.filter({ ...query, withPrivate: !asksAsCoach(ctx) })
  return toPage('plans', query, await store.list(ctx.db, ctx.accountId, page, filter))
}

export const getPlan = async (ctx: Context, id: string) => {
  const found = await store.find(ctx.db, ctx.accountId, id)
  return orNotFound(found?.private && asksAsCoach(ctx) ? undefined : found, 'plan')
}

const lockPlan = async (tx: Transaction, id: string) =>
  orNotFound(await store.lock(tx.db, tx.accountId, id), 'plan')

/** How many plans wait to be tried, of those that may be shown to who asks. */
export const countOpenPlans = async (ctx: Context) => {
  if (asksAsCoach(ctx) && !holdsScope(ctx.actor, 'reflections:read')) return 0
  return countOpen(ctx.db, ctx.accountId, !asksAsCoach(ctx))
}

type Told = { id: string; status: PlanStatus }

const noteUpdate = (tx: Transaction, before: Told, { id, status }: Told) =>
  recordEvent(tx, 'plan.updated', { planId: id, status, previousStatus: before.status })

export const updatePlan = (
  ctx: Context,
  id: string,
  patch: z.output<typeof PlanPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockPlan(tx, id)
    demand(precondition, before)
    const { status, private: isPrivate, ...parts } = patched(PlanFields, before, patch)
    const change = { ...parts, status: status ?? 'open', private: isPrivate ?? false }
    if (isUnchanged(before, change)) return before
    if (parts.if !== before.if || parts.then !== before.then) demandIfThen(parts)
    const after = await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    noteUpdate(tx, before, after)
    return after
  })

/** Plans become as private as the reflection that they came out of. */
export const setPlansPrivate = async (tx: Transaction, reflectionId: string, isPrivate: boolean) => {
  const change = { private: isPrivate, updatedAt: tx.now }
  for (const plan of await setPrivate(tx.db, tx.accountId, reflectionId, change)) noteUpdate(tx, plan, plan)
}

export const removePlan = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    demand(precondition, await lockPlan(tx, id))
    await store.remove(tx.db, tx.accountId, id)
    recordEvent(tx, 'plan.deleted', { planId: id })
  })

/**
 * Notes whether a plan was tried and helped. One that was tried is no longer open, unless it is carried on.
 * @throws Problem `interview_ahead` when the interview that it is about has not taken place yet
 */
export const reviewPlan = (
  ctx: Context,
  planId: string,
  { planStatus, ...input }: z.output<typeof NewPlanReview>,
) =>
  transaction(ctx, async (tx) => {
    if (input.interviewId) await keepPastInterview(tx, input.interviewId)
    const plan = await lockPlan(tx, planId)
    const members = complete(PlanReviewFields, input)
    const review = await reviews.insert(tx.db, { ...newRecord(tx), planId, ...members })
    const status = planStatus ?? (input.tried ? ('tried' as const) : plan.status)
    await store.update(tx.db, tx.accountId, planId, { status, updatedAt: tx.now })
    recordEvent(tx, 'plan.reviewed', { planId, tried: review.tried, helped: review.helped })
    if (status !== plan.status) noteUpdate(tx, plan, { id: planId, status })
    return review
  })

export const listPlanReviews = async (
  ctx: Context,
  planId: string,
  query: { limit: number; cursor?: string | undefined },
) => {
  await getPlan(ctx, planId)
  const path = `plans/${planId}/reviews`
  const page = pageOf(path, query)
  return toPage(path, query, await reviews.list(ctx.db, ctx.accountId, page, reviews.ofPlan(planId)))
}
