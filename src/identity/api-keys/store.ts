import { and, eq, placeholder } from 'drizzle-orm'
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
