import type { z } from 'zod'
import { attempt, type Context, transaction } from '../../context.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { orNotFound, Problem } from '../../problems.ts'
import {
  createApplication,
  newFields,
  presentOne,
  removeApplication,
  updateApplication,
} from '../applications/service.ts'
import type { ApplicationUpsert, ExternalRefParams } from './schemas.ts'
import { findByRef, lockByRef } from './store.ts'

type Ref = z.output<typeof ExternalRefParams>

export const getApplicationByRef = async (ctx: Context, { source, id }: Ref) =>
  presentOne(ctx, orNotFound(await findByRef(ctx.db, ctx.accountId, source, id), 'application'))

/**
 * Makes the application that another system knows by this id, or changes it where it is there already.
 *
 * @NOTE Of two that make it at once, one comes second: it finds the other's and changes it.
 */
export const upsertApplication = (
  ctx: Context,
  externalRef: Ref,
  patch: z.output<typeof ApplicationUpsert>,
  precondition: Precondition,
): Promise<{ application: Awaited<ReturnType<typeof updateApplication>>; created: boolean }> =>
  transaction(ctx, async (tx) => {
    const found = await lockByRef(tx.db, tx.accountId, externalRef.source, externalRef.id)
    if (found)
      return { application: await updateApplication(tx, found.id, patch, precondition), created: false }
    demand(precondition, undefined)
    const fields = newFields(externalRef, patch)
    const made = await attempt(tx, () => createApplication(tx, fields)).catch(unlessOther)
    return made
      ? { application: made, created: true }
      : upsertApplication(tx, externalRef, patch, precondition)
  })

const unlessOther = (error: unknown) => {
  if (error instanceof Problem && error.code === 'external_ref_taken') return undefined
  throw error
}

export const removeApplicationByRef = (ctx: Context, ref: Ref, precondition: Precondition) =>
  transaction(ctx, async (tx) => removeApplication(tx, (await getApplicationByRef(tx, ref)).id, precondition))
