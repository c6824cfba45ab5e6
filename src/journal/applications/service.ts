import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { complete, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { orNotFound } from '../../problems.ts'
import { computedOf, type Facts } from './rules.ts'
import { ApplicationFields, type ApplicationPatch, type ApplicationQuery } from './schemas.ts'
import { findFacts, setComputed, store } from './store.ts'

export const createApplication = (ctx: Context, input: z.output<typeof ApplicationFields>) =>
  transaction(ctx, async (tx) => {
    const row = { ...newRecord(tx), ...complete(ApplicationFields, input), lastActivityAt: tx.now }
    const { id } = await store.insert(tx.db, row)
    const application = await recompute(tx, id)
    recordEvent(tx, 'application.created', {
      applicationId: id,
      stage: application.stage,
      status: application.status,
    })
    return application
  })

export const listApplications = async (ctx: Context, query: z.output<typeof ApplicationQuery>) => {
  const page = pageOf('applications', query)
  return toPage('applications', query, await store.list(ctx.db, ctx.accountId, page, store.filter(query)))
}

export const getApplication = async (ctx: Context, id: string) =>
  orNotFound(await store.find(ctx.db, ctx.accountId, id), 'application')

/** The application, kept for this transaction: writes beneath one application happen one after another. */
export const lockApplication = async (tx: Transaction, id: string) =>
  orNotFound(await store.lock(tx.db, tx.accountId, id), 'application')

export const updateApplication = (
  ctx: Context,
  id: string,
  patch: z.output<typeof ApplicationPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockApplication(tx, id)
    demand(precondition, before)
    const change = complete(ApplicationFields, patched(ApplicationFields, before, patch))
    await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    const after = await recompute(tx, id)
    const previous = { previousStage: before.stage, previousStatus: before.status }
    recordEvent(tx, 'application.updated', {
      applicationId: id,
      stage: after.stage,
      status: after.status,
      ...previous,
    })
    return after
  })

export const removeApplication = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    const { stage, status, ...before } = await lockApplication(tx, id)
    demand(precondition, before)
    await store.remove(tx.db, tx.accountId, id)
    recordEvent(tx, 'application.deleted', {
      applicationId: id,
      previousStage: stage,
      previousStatus: status,
    })
  })

/** Computes stage, status and the rest from the records anew; whoever changes a record beneath calls it. */
export const recompute = async (tx: Transaction, id: string) => {
  const facts = orNotFound(await findFacts(tx.db, tx.accountId, id), 'application')
  return setComputed(tx.db, tx.accountId, id, computedOf(facts as Facts))
}
