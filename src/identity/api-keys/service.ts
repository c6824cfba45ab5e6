import { hash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { type Context, type Transaction, takeTurn, transaction } from '../../context.ts'
import { demand, type Precondition } from '../../platform/http/conditional-requests.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { isUnchanged, patched } from '../../platform/merge-patch.ts'
import { newRecord } from '../../platform/new-record.ts'
import { demandScope } from '../../platform/scopes.ts'
import { invalidToken, orNotFound, Problem } from '../../problems.ts'
import { keepOwnAccount } from '../accounts/service.ts'
import { hasIdentity } from '../oidc-identities/service.ts'
import { isLive, isWellFormedSecret, MOST_KEYS, spellSecret } from './rules.ts'
import { type ApiKeyPatch, NewApiKey } from './schemas.ts'
import { type ApiKeyRow, anyManager, countLive, findKeyByHash, keys, touchKey } from './store.ts'

type NewKey = z.output<typeof NewApiKey>

const MINUTE = 60_000
const DAY_SECONDS = 86_400
const digest = (secret: string) => hash('sha256', secret)
const isoAfter = (now: string, milliseconds: number) => new Date(Date.parse(now) + milliseconds).toISOString()

/** Whose key this is, and what it may do; undefined unless it is live. Notes its use once a minute. */
export const authenticateKey = async (ctx: Context, secret: string) => {
  if (!isWellFormedSecret(secret)) return undefined
  const key = await findKeyByHash(ctx.db, digest(secret))
  if (!key || !isLive(key, ctx.now)) return undefined
  const { accountId, id, scopes, expiresAt, lastUsedAt } = key
  if (!lastUsedAt || isoAfter(lastUsedAt, MINUTE) <= ctx.now) await touchKey(ctx.db, accountId, id, ctx.now)
  return { kind: 'account' as const, accountId, keyId: id, scopes, expiresAt }
}

/**
 * Writes to the keys of an account one after the other, each with what the key that asks may do by then: it may have been
 * narrowed, removed or replaced while its request waited. One that was replaced may still remove itself.
 *
 * @NOTE They wait for no other write of the account: a key is to be removed while a long import runs.
 * @throws Problem `unauthenticated`, `insufficient_scope`, `key_replaced`
 */
const manage = <T>(ctx: Context, work: (tx: Transaction) => Promise<T>, removes?: string) =>
  transaction(ctx, async (tx) => {
    await keepOwnAccount(tx)
    await takeTurn(tx, `keys of ${tx.accountId}`)
    const { actor } = tx
    if (actor.kind !== 'account' || actor.keyId === null) return work(tx)
    const own = await keys.find(tx.db, tx.accountId, actor.keyId)
    if (!own || !isLive(own, tx.now)) throw invalidToken('The key was removed or came to its end meanwhile.')
    const acting = { ...actor, scopes: own.scopes, expiresAt: own.expiresAt }
    demandScope(acting, 'account:manage')
    if (own.replacedAt && own.id !== removes)
      throw new Problem('key_replaced', `Your key was replaced at ${own.replacedAt}.`)
    return work({ ...tx, actor: acting })
  })

/** @throws Problem `last_managing_key` where nobody could manage the account from now on */
const demandManager = async (tx: Transaction) => {
  if ((await anyManager(tx.db, tx.accountId, tx.now)) || (await hasIdentity(tx))) return
  throw new Problem('last_managing_key', 'No other live key of this account holds account:manage.')
}

/** A key, or a token, gives no more scopes than it has. @throws Problem `scope_not_held` */
const demandScopesHeld = ({ actor }: Context, scopes: readonly string[]) => {
  if (actor.kind === 'operator') return
  const missing = scopes.filter((scope) => !actor.scopes.includes(scope))
  if (missing.length > 0)
    throw new Problem('scope_not_held', `You do not hold ${missing.join(', ')} yourself.`)
}

/** Nor any more time. @throws Problem `life_not_held` */
const demandLifeHeld = ({ actor }: Context, expiresAt: string | null) => {
  if (actor.kind === 'operator') return
  if (actor.expiresAt && (!expiresAt || expiresAt > actor.expiresAt))
    throw new Problem('life_not_held', `Your own credential ends at ${actor.expiresAt}.`)
}

/** @throws Problem `key_limit_reached` where there are too many by now */
const demandRoom = async (tx: Transaction) => {
  if ((await countLive(tx.db, tx.accountId, tx.now)) > MOST_KEYS)
    throw new Problem('key_limit_reached', `There are ${MOST_KEYS} live keys.`)
}

/** Stores a new key and answers with its secret, which nobody can read again. */
export const issueKey = async (tx: Transaction, { name, scopes, expiresAt }: NewKey) => {
  const secret = spellSecret(randomBytes(64))
  const row = { ...newRecord(tx), name, scopes, ...endOf(tx, expiresAt) }
  const key = await keys.insert(tx.db, { ...row, hint: secret.slice(-4), secretHash: digest(secret) })
  await demandRoom(tx)
  return { ...key, secret }
}

/** When a key ends, and how long it lives from now on: what a rotation passes on. Null: until it is removed. */
const endOf = ({ now }: Context, given: string | null | undefined) => {
  if (!given) return { expiresAt: null, lifeSeconds: null }
  const expiresAt = new Date(given).toISOString()
  return { expiresAt, lifeSeconds: Math.max(0, Math.ceil((Date.parse(expiresAt) - Date.parse(now)) / 1000)) }
}

/** A key that is ended passes on the length of life that it had. */
const changedEnd = (ctx: Context, { lifeSeconds }: ApiKeyRow, given: string | null | undefined) => {
  const end = endOf(ctx, given)
  return end.lifeSeconds === 0 ? { ...end, lifeSeconds } : end
}

export const createApiKey = (ctx: Context, input: NewKey) =>
  manage(ctx, async (tx) => {
    const { expiresAt } = endOf(tx, input.expiresAt)
    if (expiresAt && expiresAt <= tx.now) throw new Problem('end_behind', 'The end of the key lies behind.')
    demandScopesHeld(tx, input.scopes)
    demandLifeHeld(tx, expiresAt)
    return issueKey(tx, input)
  })

export const listApiKeys = async (ctx: Context, query: { limit: number; cursor?: string | undefined }) =>
  toPage('api-keys', query, await keys.list(ctx.db, ctx.accountId, pageOf('api-keys', query)))

export const getApiKey = async (ctx: Context, id: string) =>
  orNotFound(await keys.find(ctx.db, ctx.accountId, id), 'key')

export const updateApiKey = (
  ctx: Context,
  id: string,
  patch: z.output<typeof ApiKeyPatch>,
  precondition: Precondition,
) =>
  manage(ctx, async (tx) => {
    const key = orNotFound(await keys.lock(tx.db, tx.accountId, id), 'key')
    demand(precondition, key)
    const { name, scopes, expiresAt } = patched(NewApiKey, key, patch)
    const end = patch.expiresAt === undefined ? undefined : changedEnd(tx, key, expiresAt)
    const ends = end?.expiresAt === key.expiresAt ? undefined : end
    const change = { name, scopes, ...ends }
    if (isUnchanged(key, change)) return key
    const gains = scopes.some((scope) => !key.scopes.includes(scope))
    if (ends || patch.scopes) demandScopesHeld(tx, scopes)
    if (ends || gains) demandLifeHeld(tx, ends ? ends.expiresAt : key.expiresAt)
    const changed = await keys.update(tx.db, tx.accountId, id, { ...change, updatedAt: tx.now })
    await demandManager(tx)
    if (ends) await demandRoom(tx)
    return changed
  })

/**
 * A new secret with the same rights and the same length of life; the old one works on for the overlap.
 *
 * @NOTE A key that rotates itself begins its life anew. One that rotates another passes on no more time than it has.
 */
export const rotateApiKey = (ctx: Context, id: string, overlapSeconds: number = DAY_SECONDS) =>
  manage(ctx, async (tx) => {
    const old = orNotFound(await keys.lock(tx.db, tx.accountId, id), 'key')
    const renewed = old.lifeSeconds === null ? null : isoAfter(tx.now, old.lifeSeconds * 1000)
    demandScopesHeld(tx, old.scopes)
    if (!renewed || !isItself(tx, id)) demandLifeHeld(tx, renewed)
    const end = isoAfter(tx.now, overlapSeconds * 1000)
    const expiresAt = old.expiresAt && end > old.expiresAt ? old.expiresAt : end
    const replacedAt = old.replacedAt ?? tx.now
    await keys.update(tx.db, tx.accountId, id, { expiresAt, replacedAt, updatedAt: tx.now })
    const { name, scopes } = old
    return issueKey(tx, { name, scopes: scopes as NewKey['scopes'], expiresAt: renewed })
  })

const isItself = ({ actor }: Context, id: string) => actor.kind === 'account' && actor.keyId === id

export const removeApiKey = (ctx: Context, id: string, precondition: Precondition) =>
  manage(
    ctx,
    async (tx) => {
      demand(precondition, orNotFound(await keys.lock(tx.db, tx.accountId, id), 'key'))
      await keys.remove(tx.db, tx.accountId, id)
      await demandManager(tx)
    },
    id,
  )
