import { randomUUIDv7 } from 'node:crypto'
import type { z } from 'zod'
import { type Context, transaction } from '../../context.ts'
import { SCOPES } from '../../platform/scopes.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { patched } from '../../platform/merge-patch.ts'
import { Problem } from '../../problems.ts'
import { issueKey } from '../api-keys/service.ts'
import { type AccountPatch, NewAccount } from './schemas.ts'
import * as store from './store.ts'

const members = (account: z.output<typeof NewAccount>) => ({
  displayName: account.displayName,
  email: account.email ?? null,
  timeZone: account.timeZone ?? 'UTC',
  locale: account.locale ?? 'en',
})

/** Makes an account with its first key, which holds every scope. */
export const createAccount = (ctx: Context, input: z.output<typeof NewAccount>) => {
  const id = randomUUIDv7()
  return transaction({ ...ctx, accountId: id }, async (tx) => {
    const row = { id, ...members(input), createdAt: tx.now, updatedAt: tx.now }
    const account = await store.insertAccount(tx.db, row)
    const apiKey = await issueKey(tx, { name: 'First key', scopes: [...SCOPES], expiresAt: null })
    return { account, apiKey }
  })
}

/** The account that the caller acts for. */
export const getOwnAccount = async (ctx: Context) => {
  const account = await store.findAccount(ctx.db, ctx.accountId)
  if (!account) throw new Problem('not_found', 'The account no longer exists.')
  return account
}

export const updateOwnAccount = (
  ctx: Context,
  patch: z.output<typeof AccountPatch>,
  precondition: Precondition,
) =>
  transaction(ctx, async (tx) => {
    const account = await store.lockAccount(tx.db, tx.accountId)
    if (!account) throw new Problem('not_found', 'The account no longer exists.')
    demand(precondition, account)
    const change = members(patched(NewAccount, account, patch))
    return store.updateAccount(tx.db, tx.accountId, { ...change, updatedAt: tx.now })
  })

/** The first account of an empty database; answers with its key's secret, or with nothing when there is one already. */
export const openFirstAccount = async (ctx: Context) => {
  if (await store.anyAccount(ctx.db)) return undefined
  const { apiKey } = await createAccount(ctx, { displayName: 'First account' })
  return apiKey.secret
}
