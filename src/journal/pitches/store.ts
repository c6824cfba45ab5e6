import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { interviews } from '../interviews/table.ts'
import { pitches } from './table.ts'

export type PitchRow = typeof pitches.$inferSelect

export const store = {
  ...recordStore('pitch', pitches),
  filter: ({ archived }: { archived?: boolean | undefined }) =>
    archived === undefined ? undefined : (archived ? isNotNull : isNull)(pitches.archivedAt),
}

/** How often pitches were used in interviews that were held, and what came of these. */
export const countUses = (db: Db, accountId: string, ids: string[]) =>
  db
    .select({
      id: sql<string>`${interviews.pitchId}`,
      used: sql<number>`count(*) FILTER (WHERE ${interviews.status} = 'completed')::int`,
      ledOn: sql<number>`count(*) FILTER (WHERE ${interviews.status} = 'completed' AND ${interviews.result} = 'advanced')::int`,
      notLedOn: sql<number>`count(*) FILTER (WHERE ${interviews.status} = 'completed' AND ${interviews.result} = 'not_advanced')::int`,
    })
    .from(interviews)
    .where(and(eq(interviews.accountId, accountId), inArray(interviews.pitchId, ids)))
    .groupBy(interviews.pitchId)

/** The course of the interviews that name a pitch. */
export const coursesNaming = (db: Db, accountId: string, id: string) =>
  db
    .select({ status: interviews.status, startsAt: interviews.startsAt, heldOn: interviews.heldOn })
    .from(interviews)
    .where(and(eq(interviews.accountId, accountId), eq(interviews.pitchId, id)))

/** A version that names this one as the one before it. */
export const findNext = async (db: Db, accountId: string, id: string) => {
  const [row] = await db
    .select({ id: pitches.id })
    .from(pitches)
    .where(and(eq(pitches.accountId, accountId), eq(pitches.previousId, id)))
    .limit(1)
  return row
}
