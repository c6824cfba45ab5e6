import { and, asc, eq, exists, gt, sql } from 'drizzle-orm'
import { interviews } from '../../journal/interviews/table.ts'
import { reflectionEntries, reflections } from '../../journal/reflections/table.ts'
import type { Db } from '../../platform/database/pool.ts'

/** Reflections with something written in them. */
export const findWritten = (db: Db, accountId: string) =>
  db
    .select({
      id: reflections.id,
      createdAt: reflections.createdAt,
      status: reflections.status,
      applicationId: sql<string | null>`coalesce(${reflections.applicationId}, ${interviews.applicationId})`,
    })
    .from(reflections)
    .leftJoin(
      interviews,
      and(eq(interviews.accountId, reflections.accountId), eq(interviews.id, reflections.interviewId)),
    )
    .where(
      and(
        eq(reflections.accountId, accountId),
        exists(
          db
            .select({ one: sql`1` })
            .from(reflectionEntries)
            .where(
              and(
                eq(reflectionEntries.accountId, reflections.accountId),
                eq(reflectionEntries.reflectionId, reflections.id),
              ),
            ),
        ),
      ),
    )

/** The next entries behind one, by id, without those that their owner called a fact. */
export const findEntries = (db: Db, accountId: string, after: string | undefined, limit: number) => {
  const { id, reflectionId, text, selfTalkDismissed } = reflectionEntries
  return db
    .select({ id, reflectionId, text })
    .from(reflectionEntries)
    .where(
      and(
        eq(reflectionEntries.accountId, accountId),
        eq(selfTalkDismissed, false),
        after === undefined ? undefined : gt(id, after),
      ),
    )
    .orderBy(asc(id))
    .limit(limit)
}
