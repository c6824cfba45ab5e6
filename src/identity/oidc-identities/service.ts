import { hash } from 'node:crypto'
import { type Context, type Transaction, transaction } from '../../context.ts'
import type { AccessToken, VerifyToken } from '../../platform/access-tokens.ts'
import type { Authenticate } from '../../platform/authentication.ts'
import { isTaken } from '../../platform/database/failures.ts'
import { accountErased, invalidToken } from '../../problems.ts'
import { addAccount } from '../accounts/service.ts'
import { findByAccount, findBySubject, insertErasure, insertIdentity, removeErasures } from './store.ts'

type Identity = Pick<AccessToken, 'issuer' | 'subject'>
type Visitor = Identity & Pick<AccessToken, 'issuedAt'>

/** How old a token may be that opens an account, and so how long an erasure has to be remembered. */
const OLDEST_MS = 30 * 86_400_000

/** Whose token this is, and what it may do. Whoever comes for the first time gets an account. */
export const authenticateToken =
  (verify: VerifyToken): Authenticate =>
  async (ctx, token) => {
    const { scopes, expiresAt, ...visitor } = await verify(token, ctx.now)
    const accountId = (await find(ctx, visitor)) ?? (await open(ctx, visitor))
    return { kind: 'account', accountId, keyId: null, scopes, expiresAt }
  }

/** The account of a visitor. @throws Problem `unauthenticated` where the token is from before an erasure */
const find = async ({ db }: Context, { issuer, subject, issuedAt }: Visitor) => {
  const found = await findBySubject(db, { issuer, subject, digest: digestOf({ issuer, subject }) })
  if (found?.erasedAt && issuedAt <= found.erasedAt)
    throw invalidToken('The account of this access token was erased.')
  return found?.accountId
}

/** @NOTE Of two first requests at once one makes the account, and the other finds it. */
const open = async (ctx: Context, visitor: Visitor): Promise<string> => {
  if (visitor.issuedAt <= oldestAt(ctx.now))
    throw invalidToken('The access token is too old to open an account: see its iat.')
  try {
    return await makeAccount(ctx, visitor)
  } catch (error) {
    if (!isTaken(error, 'oidc_identities_subject_key')) throw error
    const accountId = await find(ctx, visitor)
    if (accountId) return accountId
    throw accountErased(error)
  }
}

/**
 * An account that is called nothing yet: of what a token says about a person, nothing is taken over.
 *
 * @NOTE Whether there was an erasure is seen once the identity is taken: until then, another token may open and erase one.
 */
const makeAccount = (ctx: Context, visitor: Visitor) =>
  transaction(ctx, async (tx) => {
    const { issuer, subject } = visitor
    const { id } = await addAccount(tx, { displayName: 'New account' })
    await insertIdentity(tx.db, { accountId: id, issuer, subject, createdAt: tx.now })
    await find(tx, visitor)
    return id
  })

const oldestAt = (now: string) => new Date(Date.parse(now) - OLDEST_MS).toISOString()

const digestOf = ({ issuer, subject }: Identity) => hash('sha256', `${issuer} ${subject}`)

/** Whether a provider knows somebody as the owner of this account. */
export const hasIdentity = async ({ db, accountId }: Context) =>
  (await findByAccount(db, accountId)) !== undefined

/** Remembers that whoever a provider knows as the owner of this account erases it. */
export const noteErasure = async (tx: Transaction) => {
  const identity = await findByAccount(tx.db, tx.accountId)
  if (identity) await insertErasure(tx.db, { digest: digestOf(identity), erasedAt: tx.now })
}

/** Forgets erasures from before the oldest token that may still open an account. */
export const forgetOldErasures = ({ db, now }: Pick<Context, 'db' | 'now'>) =>
  removeErasures(db, oldestAt(now))
