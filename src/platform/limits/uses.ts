import { lte, placeholder, sql } from 'drizzle-orm'
import type { Db } from '../database/pool.ts'
import { statement } from '../database/statement.ts'
import type { Share, TakeShares } from './shares.ts'
import { quotaUses } from './table.ts'
import { WINDOW_MS } from './windows.ts'

const { partition, used, endsAt } = quotaUses
const hasEnded = sql`${endsAt} <= ${placeholder('now')}`

/** @NOTE The account stands before its key in every statement: two that wait for each other's rows would wait for ever. */
const addUses = statement((db) =>
  db
    .insert(quotaUses)
    .select(
      sql`SELECT ${placeholder('accountId')}::uuid, taken.partition, taken.amount, ${placeholder('endsAt')}::timestamptz
        FROM unnest(${placeholder('partitions')}::uuid[], ${placeholder('amounts')}::int[]) AS taken (partition, amount)`,
    )
    .onConflictDoUpdate({
      target: [quotaUses.accountId, partition],
      set: {
        used: sql`CASE WHEN ${hasEnded} THEN 0 ELSE ${used} END + excluded.used`,
        endsAt: sql`CASE WHEN ${hasEnded} THEN excluded.ends_at ELSE ${endsAt} END`,
      },
    })
    .returning({ partition, used, endsAt })
    .prepare('add_quota_uses'),
)

/** How much is taken at once: a fiftieth, so that no more than that is ever missing elsewhere. */
const shareOf = (quota: number) => Math.ceil(quota / 50)

/** @NOTE More may have been taken than there is: of what was taken last, the quota holds a part or nothing. */
const toShare = (quota: number, row: { used: number; endsAt: string }): Share => ({
  own: Math.min(shareOf(quota), Math.max(0, quota - row.used + shareOf(quota))),
  common: Math.max(0, quota - row.used),
  endsAt: Date.parse(row.endsAt),
})

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

/** Takes shares of quotas that all processes on a database have in common. */
export const takeShares =
  (db: Db): TakeShares =>
  async (accountId, limits, now) => {
    const quotas = new Map(limits.map((limit) => [limit.partition, limit.quota]))
    const rows = await addUses(db).execute({
      accountId,
      partitions: [...quotas.keys()],
      amounts: [...quotas.values()].map(shareOf),
      now: iso(now),
      endsAt: iso(now + WINDOW_MS),
    })
    return new Map(rows.map((row) => [row.partition, toShare(quotas.get(row.partition) ?? 0, row)]))
  }

/** Forgets, of all accounts, what was taken in windows that are over. */
export const forgetOldUses = async ({ db, now }: { db: Db; now: string }): Promise<void> => {
  await db.delete(quotaUses).where(lte(endsAt, now))
}
