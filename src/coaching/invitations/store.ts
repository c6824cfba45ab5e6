import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { engagements } from '../engagements/table.ts'

export const store = recordStore('invitation', engagements)

/** The invitation that waits under a token. */
export const findWaiting = async (db: Db, tokenHash: string, now: string) => {
  const { status, invitationExpiresAt, endsAt } = engagements
  const [row] = await db
    .select()
    .from(engagements)
    .where(
      and(
        eq(engagements.tokenHash, tokenHash),
        eq(status, 'invited'),
        gt(invitationExpiresAt, now),
        or(isNull(endsAt), gt(endsAt, now)),
      ),
    )
  return row
}

/** Ends what is over between two accounts, so that it leaves room for another. */
export const endExpired = async (db: Db, accountId: string, coachId: string, now: string) => {
  const { coachAccountId, status, endsAt, version } = engagements
  await db
    .update(engagements)
    .set({ status: 'ended', endedAt: sql`${endsAt}`, updatedAt: now, version: sql`${version} + 1` })
    .where(
      and(
        eq(engagements.accountId, accountId),
        eq(coachAccountId, coachId),
        inArray(status, ['active', 'paused']),
        lte(endsAt, now),
      ),
    )
}
