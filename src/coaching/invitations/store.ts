import { and, count, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { engagements } from '../engagements/table.ts'

export const store = recordStore('invitation', engagements)

const { accountId, endsAt, invitationExpiresAt, status, tokenHash } = engagements

/** What makes it an invitation that can still be accepted. */
const waits = (now: string) =>
  and(eq(status, 'invited'), gt(invitationExpiresAt, now), or(isNull(endsAt), gt(endsAt, now)))

/** The invitation that waits under a token. */
export const findWaiting = async (db: Db, hash: string, now: string) => {
  const [row] = await db
    .select()
    .from(engagements)
    .where(and(eq(tokenHash, hash), waits(now)))
  return row
}

/** How many invitations of an account wait. */
export const countWaiting = async (db: Db, inviting: string, now: string) => {
  const [row] = await db
    .select({ invitations: count() })
    .from(engagements)
    .where(and(eq(accountId, inviting), waits(now)))
  return row?.invitations ?? 0
}

/** Ends what is over between two accounts, so that it leaves room for another. */
export const endExpired = async (db: Db, clientId: string, coachId: string, now: string) => {
  const { coachAccountId, version } = engagements
  await db
    .update(engagements)
    .set({ status: 'ended', endedAt: sql`${endsAt}`, updatedAt: now, version: sql`${version} + 1` })
    .where(
      and(
        eq(accountId, clientId),
        eq(coachAccountId, coachId),
        inArray(status, ['active', 'paused']),
        lte(endsAt, now),
      ),
    )
}
