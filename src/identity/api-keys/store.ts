import { and, arrayContains, count, eq, gt, isNull, or, placeholder } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { statement } from '../../platform/database/statement.ts'
import { apiKeys } from './table.ts'

export const keys = recordStore('api_key', apiKeys)
export type ApiKeyRow = typeof apiKeys.$inferSelect

const byHash = statement((db) =>
  db
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.secretHash, placeholder('secretHash')))
    .prepare('api_key_by_hash'),
)

export const findKeyByHash = async (db: Db, secretHash: string) =>
  (await byHash(db).execute({ secretHash }))[0]

/** Use is no change of the record: the version stays. */
export const touchKey = (db: Db, accountId: string, id: string, lastUsedAt: string) =>
  db
    .update(apiKeys)
    .set({ lastUsedAt })
    .where(and(eq(apiKeys.accountId, accountId), eq(apiKeys.id, id)))

const live = (accountId: string, now: string) =>
  and(eq(apiKeys.accountId, accountId), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)))

/** How many keys of an account work. */
export const countLive = async (db: Db, accountId: string, now: string) => {
  const [row] = await db.select({ keys: count() }).from(apiKeys).where(live(accountId, now))
  return row?.keys ?? 0
}

/** Whether some key that works, and was not replaced, may manage the account. */
export const anyManager = async (db: Db, accountId: string, now: string) => {
  const manages = and(isNull(apiKeys.replacedAt), arrayContains(apiKeys.scopes, ['account:manage']))
  const found = await db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(live(accountId, now), manages))
    .limit(1)
  return found.length > 0
}
