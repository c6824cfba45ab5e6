import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { outcomeChanges, outcomes } from '../outcomes/table.ts'
import { ownReasons } from './table.ts'

export type OwnReasonRow = typeof ownReasons.$inferSelect

export const store = recordStore('own_reason', ownReasons)

/** All own reasons of an account, in the order in which they were added. */
export const allOwn = (db: Db, accountId: string) =>
  db.select().from(ownReasons).where(eq(ownReasons.accountId, accountId)).orderBy(asc(ownReasons.id))

/** The own reasons with these codes, none of which can be removed before this transaction ends. */
export const keepByCode = (db: Db, accountId: string, codes: string[]) =>
  db
    .select({ code: ownReasons.code, group: ownReasons.group })
    .from(ownReasons)
    .where(and(eq(ownReasons.accountId, accountId), inArray(ownReasons.code, codes)))
    .orderBy(asc(ownReasons.id))
    .for('share')

/** The codes that outcomes ever named: their history keeps them, whatever became of the reasons. */
export const codesEverNamed = async (db: Db, accountId: string) => {
  const { rows } = await db.execute<{ code: string }>(sql`SELECT DISTINCT reason ->> 'code' AS code
    FROM ${outcomeChanges}, jsonb_array_elements(${outcomeChanges.outcome} -> 'reasons') AS reason
    WHERE ${outcomeChanges.accountId} = ${accountId}`)
  return rows.map(({ code }) => code)
}

/** An outcome that names the reason; undefined where none does. */
export const findNaming = async (db: Db, accountId: string, code: string) => {
  const names = sql`${outcomes.reasons} @> ${JSON.stringify([{ code }])}::jsonb`
  const named = and(eq(outcomes.accountId, accountId), names)
  return (await db.select({ applicationId: outcomes.applicationId }).from(outcomes).where(named).limit(1))[0]
}
