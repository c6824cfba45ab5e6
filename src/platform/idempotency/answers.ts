import { and, arrayContains, eq, gt, lte, sql } from 'drizzle-orm'
import type { Db } from '../database/pool.ts'
import { KEPT_FOR_MS } from './key.ts'
import { idempotentAnswers } from './table.ts'

export type AnswerRow = typeof idempotentAnswers.$inferSelect

/** Takes the key for this transaction; false while another one holds it. */
export const claimKey = async (db: Db, keyDigest: string): Promise<boolean> => {
  const lock = sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${keyDigest}, 0)) AS claimed`
  const { rows } = await db.execute<{ claimed: boolean }>(lock)
  return rows[0]?.claimed === true
}

/** Whether there is such an account, which nobody can erase until this transaction ends. */
export const keepAccount = async (db: Db, accountId: string): Promise<boolean> => {
  const { rowCount } = await db.execute(sql`SELECT 1 FROM accounts WHERE id = ${accountId} FOR KEY SHARE`)
  return rowCount === 1
}

/** The answer kept under a key, if it was given after `since`. */
export const findAnswer = async (db: Db, keyDigest: string, since: string) => {
  const [row] = await db
    .select()
    .from(idempotentAnswers)
    .where(and(eq(idempotentAnswers.keyDigest, keyDigest), gt(idempotentAnswers.createdAt, since)))
  return row
}

/** Keeps an answer, in place of an older one whose time is over. */
export const keepAnswer = async (db: Db, row: AnswerRow): Promise<void> => {
  const { accountId: _, keyDigest: __, ...set } = row
  await db
    .insert(idempotentAnswers)
    .values(row)
    .onConflictDoUpdate({ target: [idempotentAnswers.accountId, idempotentAnswers.keyDigest], set })
}

/** Forgets, in all accounts, every answer that names this one. */
export const forgetAnswersNaming = async ({
  db,
  accountId,
}: {
  db: Db
  accountId: string
}): Promise<void> => {
  await db.delete(idempotentAnswers).where(arrayContains(idempotentAnswers.names, [accountId]))
}

/** Forgets, in all accounts, every answer whose time is over. */
export const forgetOldAnswers = async ({ db, now }: { db: Db; now: string }): Promise<void> => {
  const until = new Date(Date.parse(now) - KEPT_FOR_MS).toISOString()
  await db.delete(idempotentAnswers).where(lte(idempotentAnswers.createdAt, until))
}
