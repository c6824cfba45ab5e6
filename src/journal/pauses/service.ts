import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { complete, isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { orNotFound } from '../../problems.ts'
import { PauseFields, type PausePatch, type PauseQuery } from './schemas.ts'
import { type PauseRow, store } from './store.ts'

const keyFields = ({ id, from, to }: PauseRow) => ({ pauseId: id, from, to })

/** Pauses may overlap: as they count for nothing, no day can count twice. */
export const createPause = (ctx: Context, fields: z.output<typeof PauseFields>) =>
  transaction(ctx, async (tx) => {
    const pause = await store.insert(tx.db, { ...newRecord(tx), ...complete(PauseFields, fields) })
    recordEvent(tx, 'pause.created', keyFields(pause))
    return pause
  })

export const listPauses = async (ctx: Context, query: z.output<typeof PauseQuery>) => {
  const page = pageOf('pauses', query)
  return toPage('pauses', query, await store.list(ctx.db, ctx.accountId, page, store.filter(query)))
}

export const getPause = async (ctx: Context, id: string) =>
  orNotFound(await store.find(ctx.db, ctx.accountId, id), 'pause')

const lockPause = async (tx: Transaction, id: string) =>
  orNotFound(await store.lock(tx.db, tx.accountId, id), 'pause')

export const updatePause = (
  ctx: Context,
  id: string,
  patch: z.output<typeof PausePatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockPause(tx, id)
    demand(precondition, before)
    const change = complete(PauseFields, patched(PauseFields, before, patch))
    if (isUnchanged(before, change)) return before
    const after = await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    const previous = { previousFrom: before.from, previousTo: before.to }
    recordEvent(tx, 'pause.updated', { ...keyFields(after), ...previous })
    return after
  })

export const removePause = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    const before = await lockPause(tx, id)
    demand(precondition, before)
    await store.remove(tx.db, tx.accountId, id)
    recordEvent(tx, 'pause.deleted', keyFields(before))
  })
