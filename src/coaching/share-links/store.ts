import { and, count, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { shareLinks } from './table.ts'

export type ShareLinkRow = typeof shareLinks.$inferSelect

export const store = recordStore('share_link', shareLinks)

export const countLinks = async (db: Db, accountId: string) => {
  const [row] = await db
    .select({ links: count() })
    .from(shareLinks)
    .where(eq(shareLinks.accountId, accountId))
  return row?.links ?? 0
}

const isLive = (tokenHash: string, now: string) =>
  and(eq(shareLinks.tokenHash, tokenHash), or(isNull(shareLinks.expiresAt), gt(shareLinks.expiresAt, now)))

/** The live link of a token. */
export const findLink = async (db: Db, tokenHash: string, now: string) =>
  (await db.select().from(shareLinks).where(isLive(tokenHash, now)))[0]

/**
 * The live link of a token, with this opening counted.
 *
 * @NOTE One statement, so that nothing is shown that is not counted. It is no change of the record: the version stays.
 */
export const openLink = async (db: Db, tokenHash: string, now: string) => {
  const [row] = await db
    .update(shareLinks)
    .set({ openedCount: sql`${shareLinks.openedCount} + 1`, lastOpenedAt: now })
    .where(isLive(tokenHash, now))
    .returning()
  return row
}
