import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { singletonStore } from '../../platform/database/singleton-store.ts'
import type { OutcomeChange } from './rules.ts'
import { outcomeChanges, outcomes } from './table.ts'

export type OutcomeRow = typeof outcomes.$inferSelect

export const store = { ...recordStore('outcome', outcomes), ...singletonStore('outcome', outcomes) }

type ChangeRow = { id: string; change: OutcomeChange; createdAt: string; outcome: OutcomeRow }

/** Notes what became of outcomes, with all that they say. */
export const insertChanges = async (db: Db, changes: ChangeRow[]): Promise<void> => {
  if (changes.length === 0) return
  const rows = changes.map(({ outcome, ...change }) => {
    const {
      accountId,
      applicationId,
      id: _,
      version: __,
      createdAt: ___,
      updatedAt: ____,
      ...snapshot
    } = outcome
    return { accountId, applicationId, ...change, outcome: snapshot }
  })
  await db.insert(outcomeChanges).values(rows)
}
