import { and, count, eq, gte, lte } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { Page } from '../../platform/lists.ts'
import { wins } from './table.ts'

type Days = { from?: string | undefined; to?: string | undefined }
export type WinRow = typeof wins.$inferSelect

export const store = recordStore('win', wins)

/** Those added by hand, the latest day first: one more than the page holds. */
export const listAdded = (db: Db, accountId: string, page: Page) =>
  store.list(db, accountId, page, undefined, { by: wins.on })

/** How many were added by hand for the days of a period. */
export const countAdded = async (db: Db, accountId: string, { from, to }: Days) => {
  const [row] = await db
    .select({ added: count() })
    .from(wins)
    .where(
      and(
        eq(wins.accountId, accountId),
        from ? gte(wins.on, from) : undefined,
        to ? lte(wins.on, to) : undefined,
      ),
    )
  return row?.added ?? 0
}
