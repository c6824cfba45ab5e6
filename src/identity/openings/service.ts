import type { z } from 'zod'
import { type Context, transaction } from '../../context.ts'
import { SCOPES } from '../../platform/scopes.ts'
import type { NewAccount } from '../accounts/schemas.ts'
import { addAccount, isAnyAccount } from '../accounts/service.ts'
import { issueKey } from '../api-keys/service.ts'

/** Makes an account with its first key, which holds every scope. */
export const createAccount = (ctx: Context, input: z.output<typeof NewAccount>) =>
  transaction(ctx, async (tx) => {
    const account = await addAccount(tx, input)
    const own = { ...tx, accountId: account.id }
    const apiKey = await issueKey(own, { name: 'First key', scopes: [...SCOPES], expiresAt: null })
    return { account, apiKey }
  })

/**
 * The first account of an empty database. `keep` gets the secret of its key before anything is committed, so that a
 * crash never leaves an account that nobody can enter.
 */
export const openFirstAccount = (ctx: Context, keep: (secret: string) => Promise<void>) =>
  transaction(ctx, async (tx) => {
    if (await isAnyAccount(tx)) return
    const { apiKey } = await createAccount(tx, { displayName: 'First account' })
    await keep(apiKey.secret)
  })
