import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import { type Context, type Transaction, transaction } from '../../context.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import type { Window } from '../../platform/lists.ts'
import { isUnchanged, patched } from '../../platform/merge-patch.ts'
import { dayIn, windowIn } from '../../platform/time-zones.ts'
import { accountErased, Problem } from '../../problems.ts'
import { type AccountPatch, NewAccount } from './schemas.ts'
import * as store from './store.ts'

const members = (account: z.output<typeof NewAccount>) => ({
  displayName: account.displayName,
  email: account.email ?? null,
  timeZone: account.timeZone ?? 'UTC',
  locale: account.locale ?? 'en',
})

/** Makes an account that nothing opens yet. */
export const addAccount = (tx: Transaction, input: z.output<typeof NewAccount>) =>
  store.insertAccount(tx.db, {
    id: randomUUIDv7(),
    ...members(input),
    createdAt: tx.now,
    updatedAt: tx.now,
  })

const orErased = (account: store.AccountRow | undefined) => {
  if (!account) throw accountErased()
  return account
}

/** The account that the caller acts for. */
export const getOwnAccount = async (ctx: Context) => orErased(await store.findAccount(ctx.db, ctx.accountId))

/** The day that it is where the account is, `YYYY-MM-DD`. */
export const todayOf = async (ctx: Context) => dayIn((await getOwnAccount(ctx)).timeZone, ctx.now)

/** The days that a list is asked for, as they are where the account is. */
export const windowOf = async (ctx: Context, days: Pick<Window, 'from' | 'to'>): Promise<Window> =>
  days.from || days.to ? windowIn((await getOwnAccount(ctx)).timeZone, days) : {}

/** The account, kept for this transaction: what must not happen twice at once begins with it. */
export const lockOwnAccount = async (tx: Transaction) =>
  orErased(await store.lockAccount(tx.db, tx.accountId))

/** The account is there, and nobody can erase it until this transaction ends; whatever else is written meanwhile. */
export const keepOwnAccount = async (tx: Transaction) => {
  const kept = await store.keepAccounts(tx.db, [tx.accountId])
  if (kept.length === 0) throw accountErased()
}

/** The account that acts, kept for this transaction: what holds its id must not be written while it is erased. */
export const keepActor = async (tx: Transaction) => {
  if (tx.actor.kind !== 'account' || tx.actor.accountId === tx.accountId) return
  const kept = await store.keepAccounts(tx.db, [tx.actor.accountId])
  if (kept.length === 0) throw accountErased()
}

/** The accounts, kept for this transaction; @throws Problem `not_found` when one of them was erased */
export const keepAccounts = async (tx: Transaction, ids: string[]) => {
  const kept = await store.keepAccounts(tx.db, ids)
  if (kept.length < ids.length) throw new Problem('not_found', 'One of the accounts was erased.')
  return new Map(kept.map((account) => [account.id, account]))
}

/** What people call themselves, by the ids of their accounts. */
export const namesOf = async (ctx: Context, ids: string[]) => {
  const found = await store.findNames(ctx.db, ids)
  return new Map(found.map(({ id, displayName }) => [id, displayName]))
}

export const updateOwnAccount = (
  ctx: Context,
  patch: z.output<typeof AccountPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const account = await lockOwnAccount(tx)
    demand(precondition, account)
    const change = members(patched(NewAccount, account, patch))
    if (isUnchanged(account, change)) return account
    return store.updateAccount(tx.db, tx.accountId, { ...change, updatedAt: tx.now })
  })

/** Removes the account with everything that belongs to it; the foreign keys of all tables lead here. */
export const removeOwnAccount = (tx: Transaction) => store.removeAccount(tx.db, tx.accountId)

/** Whether anybody has an account. */
export const isAnyAccount = async ({ db }: Context) => (await store.anyAccount(db)) !== undefined
