import { and, desc, eq, lt, placeholder, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { statement } from '../../platform/database/statement.ts'
import type { Page } from '../../platform/lists.ts'
import { apiKeys } from './table.ts'

export type ApiKeyRow = typeof apiKeys.$inferSelect

const byHash = statement((db) =>
  db
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.secretHash, placeholder('secretHash')))
    .prepare('api_key_by_hash'),
)

const own = (accountId: string, id: string) => and(eq(apiKeys.accountId, accountId), eq(apiKeys.id, id))

export const findKeyByHash = async (db: Db, secretHash: string) =>
  (await byHash(db).execute({ secretHash }))[0]

export const findKey = async (db: Db, accountId: string, id: string) =>
  (await db.select().from(apiKeys).where(own(accountId, id)))[0]

export const lockKey = async (db: Db, accountId: string, id: string) =>
  (await db.select().from(apiKeys).where(own(accountId, id)).for('update'))[0]

export const listKeys = (db: Db, accountId: string, { limit, before }: Page) =>
  db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.accountId, accountId), before ? lt(apiKeys.id, before) : undefined))
    .orderBy(desc(apiKeys.id))
    .limit(limit + 1)

export const insertKey = async (db: Db, row: typeof apiKeys.$inferInsert) => {
  const [key] = await db.insert(apiKeys).values(row).returning()
  return key as ApiKeyRow
}

export const updateKey = async (db: Db, accountId: string, id: string, change: Partial<ApiKeyRow>) => {
  const set = { ...change, version: sql`${apiKeys.version} + 1` }
  const [key] = await db.update(apiKeys).set(set).where(own(accountId, id)).returning()
  return key as ApiKeyRow
}

/** Use is no change of the record: the version stays. */
export const touchKey = (db: Db, accountId: string, id: string, lastUsedAt: string) =>
  db.update(apiKeys).set({ lastUsedAt }).where(own(accountId, id))

export const deleteKey = (db: Db, accountId: string, id: string) =>
  db.delete(apiKeys).where(own(accountId, id))
