import { type Context, transaction } from '../../context.ts'
import type { AccessToken, VerifyToken } from '../../platform/access-tokens.ts'
import type { Authenticate } from '../../platform/authentication.ts'
import { isTaken } from '../../platform/database/failures.ts'
import { accountErased } from '../../problems.ts'
import { addAccount } from '../accounts/service.ts'
import { findAccountId, insertIdentity } from './store.ts'

type Identity = Pick<AccessToken, 'issuer' | 'subject'>

/** Whose token this is, and what it may do. Whoever comes for the first time gets an account. */
export const authenticateToken =
  (verify: VerifyToken): Authenticate =>
  async (ctx, token) => {
    const { scopes, expiresAt, ...identity } = await verify(token, ctx.now)
    const accountId = (await find(ctx, identity)) ?? (await open(ctx, identity))
    return { kind: 'account', accountId, keyId: null, scopes, expiresAt }
  }

const find = ({ db }: Context, { issuer, subject }: Identity) => findAccountId(db, issuer, subject)

/** @NOTE Of two first requests at once one makes the account, and the other finds it. */
const open = async (ctx: Context, identity: Identity): Promise<string> => {
  try {
    return await makeAccount(ctx, identity)
  } catch (error) {
    if (!isTaken(error, 'oidc_identities_subject_key')) throw error
    const accountId = await find(ctx, identity)
    if (accountId) return accountId
    throw accountErased(error)
  }
}

/** An account that is called nothing yet: of what a token says about a person, nothing is taken over. */
const makeAccount = (ctx: Context, { issuer, subject }: Identity) =>
  transaction(ctx, async (tx) => {
    const { id } = await addAccount(tx, { displayName: 'New account' })
    await insertIdentity(tx.db, { accountId: id, issuer, subject, createdAt: tx.now })
    return id
  })
