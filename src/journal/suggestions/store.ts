import { and, between, count, eq, inArray, lt, max, ne, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { applications } from '../applications/table.ts'
import { outcomes } from '../outcomes/table.ts'

/**
 * How many times an employer had said no before a day, as far as days are on record. Silence is left out: it is no
 * answer. So is a wish whose role closed before it was sent.
 * @param day YYYY-MM-DD
 */
export const countNosBefore = async (db: Db, accountId: string, day: string): Promise<number> => {
  const [row] = await db
    .select({ nos: count() })
    .from(outcomes)
    .innerJoin(
      applications,
      and(eq(applications.accountId, outcomes.accountId), eq(applications.id, outcomes.applicationId)),
    )
    .where(
      and(
        eq(outcomes.accountId, accountId),
        inArray(outcomes.kind, ['rejected', 'role_closed', 'offer_rescinded']),
        ne(applications.stage, 'saved'),
        lt(sql`coalesce(${outcomes.learnedOn}, ${outcomes.decidedOn})`, day),
      ),
    )
  return row?.nos ?? 0
}

/** How many applications were sent in a period, and the last day of it on which one was. */
export const findSentWithin = async (
  db: Db,
  accountId: string,
  { from, to }: { from: string; to: string },
) => {
  const [row] = await db
    .select({ applications: count(), lastSentOn: max(applications.appliedOn) })
    .from(applications)
    .where(and(eq(applications.accountId, accountId), between(applications.appliedOn, from, to)))
  return row ?? { applications: 0, lastSentOn: null }
}
