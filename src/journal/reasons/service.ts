import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { lockOwnAccount } from '../../identity/accounts/service.ts'
import { reasonText } from '../../language/say.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { complete, isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { groupOf, isCatalogued, MOST_OWN, ownCodeFor, REASON_CODES, REASON_GROUPS } from './rules.ts'
import { NewReason, ReasonFields, type ReasonPatch } from './schemas.ts'
import { allOwn, codesEverNamed, findNaming, keepByCode, type OwnReasonRow, store } from './store.ts'

const present = (row: OwnReasonRow) => ({ ...row, own: true as const })

/** The catalogue in the language of the answer, and then the account's own reasons, both group by group. */
export const listReasons = async ({ db, accountId, language }: Context) => {
  const catalogue = REASON_CODES.map((code) => ({
    code,
    group: groupOf(code),
    ...reasonText(language, code),
    own: false,
  }))
  const own = Map.groupBy(await allOwn(db, accountId), ({ group }) => group)
  return { data: [...catalogue, ...REASON_GROUPS.flatMap((group) => (own.get(group) ?? []).map(present))] }
}

/** Adds a reason of the account's own. One after another, so that no two get the same code. */
export const createReason = (ctx: Context, fields: z.output<typeof NewReason>) =>
  transaction(ctx, async (tx) => {
    await lockOwnAccount(tx)
    const own = await allOwn(tx.db, tx.accountId)
    if (own.length >= MOST_OWN)
      throw new Problem('reason_limit_reached', `There are ${MOST_OWN} reasons of your own.`)
    const taken = [...own.map(({ code }) => code), ...(await codesEverNamed(tx.db, tx.accountId))]
    const code = ownCodeFor(fields.title, new Set(taken))
    const row = await store.insert(tx.db, { ...newRecord(tx), code, ...complete(NewReason, fields) })
    recordEvent(tx, 'reason.created', { reasonId: row.id, group: row.group })
    return present(row)
  })

export const getReason = async (ctx: Context, id: string) =>
  present(orNotFound(await store.find(ctx.db, ctx.accountId, id), 'reason of your own'))

const lockReason = async (tx: Transaction, id: string) =>
  orNotFound(await store.lock(tx.db, tx.accountId, id), 'reason of your own')

export const updateReason = (
  ctx: Context,
  id: string,
  patch: z.output<typeof ReasonPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const before = await lockReason(tx, id)
    demand(precondition, before)
    const change = complete(ReasonFields, patched(ReasonFields, before, patch))
    if (isUnchanged(before, change)) return present(before)
    const row = await store.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    recordEvent(tx, 'reason.updated', { reasonId: id, group: row.group })
    return present(row)
  })

/** @throws Problem `reason_in_use` while an outcome names it */
export const removeReason = (ctx: Context, id: string, precondition: Precondition) =>
  transaction(ctx, async (tx) => {
    const { code, group, ...before } = await lockReason(tx, id)
    demand(precondition, before)
    const naming = await findNaming(tx.db, tx.accountId, code)
    if (naming)
      throw new Problem(
        'reason_in_use',
        `The outcome of the application ${naming.applicationId} names this reason.`,
      )
    await store.remove(tx.db, tx.accountId, id)
    recordEvent(tx, 'reason.deleted', { reasonId: id, group })
  })

/**
 * The group of each code; a code that is no reason has none.
 *
 * @NOTE Own reasons stay until the transaction ends, so that none is removed that an outcome is about to name.
 */
export const keepGroups = async (tx: Transaction, codes: string[]) => {
  const others = codes.filter((code) => !isCatalogued(code))
  const own = others.length > 0 ? await keepByCode(tx.db, tx.accountId, others) : []
  const catalogued = codes.filter(isCatalogued).map((code) => ({ code, group: groupOf(code) }))
  return new Map([...catalogued, ...own].map(({ code, group }) => [code as string, group]))
}
