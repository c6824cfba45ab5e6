import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { Page } from '../../platform/lists.ts'
import { wins } from './table.ts'

export type WinRow = typeof wins.$inferSelect

export const store = recordStore('win', wins)

/** Those added by hand, the latest day first: one more than the page holds. */
export const listAdded = (db: Db, accountId: string, page: Page) =>
  store.list(db, accountId, page, undefined, { by: wins.on })
