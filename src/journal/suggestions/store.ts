import { and, between, count, eq, inArray, lt, max, ne, notInArray, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { applications } from '../applications/table.ts'
import { interviews } from '../interviews/table.ts'
import { offers } from '../offers/table.ts'
import { outcomes } from '../outcomes/table.ts'
import { questions } from '../questions/table.ts'

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

/** How many questions were answered well in these interviews. */
export const countAnsweredWell = async (db: Db, accountId: string, interviewIds: string[]) => {
  const [row] = await db
    .select({ questions: count() })
    .from(questions)
    .where(
      and(
        eq(questions.accountId, accountId),
        inArray(questions.interviewId, interviewIds),
        eq(questions.answered, 'well'),
      ),
    )
  return row?.questions ?? 0
}

/** What came of the interviews of an application that were not called off, nor missed: the highest rounds reached and won, and questions answered well. */
export const findInterviewsOf = async (db: Db, accountId: string, applicationId: string) => {
  const answeredWell = sql<number>`(SELECT count(*) FROM ${questions}
    WHERE ${questions.accountId} = ${interviews.accountId} AND ${questions.interviewId} = ${interviews.id}
    AND ${questions.answered} = 'well')`
  const [row] = await db
    .select({
      reached: sql<number>`coalesce(max(${interviews.round}), 0)`,
      won: sql<number>`coalesce(max(${interviews.round}) FILTER (WHERE ${interviews.result} = 'advanced'), 0)`,
      answeredWell: sql<number>`coalesce(sum(${answeredWell}), 0)::int`,
    })
    .from(interviews)
    .where(
      and(
        eq(interviews.accountId, accountId),
        eq(interviews.applicationId, applicationId),
        notInArray(interviews.status, ['cancelled', 'missed']),
      ),
    )
  return row ?? { reached: 0, won: 0, answeredWell: 0 }
}

/** How many offers came in a period. */
export const countOffersWithin = async (
  db: Db,
  accountId: string,
  { from, to }: { from: string; to: string },
) => {
  const [row] = await db
    .select({ offers: count() })
    .from(offers)
    .where(and(eq(offers.accountId, accountId), between(offers.receivedOn, from, to)))
  return row?.offers ?? 0
}
