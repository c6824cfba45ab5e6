import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { applications } from '../applications/table.ts'
import { interviews } from '../interviews/table.ts'
import { outcomes } from '../outcomes/table.ts'
import { reflections } from '../reflections/table.ts'

export const interviewsOf = (db: Db, accountId: string, applicationId: string) =>
  db
    .select({
      round: interviews.round,
      status: interviews.status,
      startsAt: interviews.startsAt,
      heldOn: interviews.heldOn,
    })
    .from(interviews)
    .where(and(eq(interviews.accountId, accountId), eq(interviews.applicationId, applicationId)))

/**
 * Contested processes of the account that ended without an offer, as `endedWithoutOffer` has it, and its offers.
 * That a process was held, and that an offer was made, shows in the stage.
 */
export const countProcesses = async (db: Db, accountId: string) => {
  const sameApplication = and(
    eq(outcomes.accountId, applications.accountId),
    eq(outcomes.applicationId, applications.id),
  )
  const contested = and(
    eq(applications.stage, 'interviewed'),
    inArray(outcomes.kind, ['rejected', 'no_response', 'role_closed']),
    ne(outcomes.attribution, 'not_about_you'),
  )
  const offered = inArray(applications.stage, ['offered', 'accepted'])
  const [row] = await db
    .select({
      endedWithoutOffer: sql<number>`count(*) FILTER (WHERE ${contested})`.mapWith(Number),
      offers: sql<number>`count(*) FILTER (WHERE ${offered})`.mapWith(Number),
    })
    .from(applications)
    .leftJoin(outcomes, sameApplication)
    .where(eq(applications.accountId, accountId))
  return row ?? { endedWithoutOffer: 0, offers: 0 }
}

/** The reflections about an application or one of its interviews. */
export const reflectionsOf = (db: Db, accountId: string, applicationId: string) => {
  const sameInterview = and(
    eq(interviews.accountId, reflections.accountId),
    eq(interviews.id, reflections.interviewId),
  )
  return db
    .select({
      id: reflections.id,
      status: reflections.status,
      private: reflections.private,
      interviewId: reflections.interviewId,
    })
    .from(reflections)
    .leftJoin(interviews, sameInterview)
    .where(
      and(
        eq(reflections.accountId, accountId),
        or(eq(reflections.applicationId, applicationId), eq(interviews.applicationId, applicationId)),
      ),
    )
    .orderBy(asc(reflections.id))
}

/** The next interview of an open application, by its instant or else its day; one without either comes last. */
export const findNextInterview = async (
  db: Db,
  accountId: string,
  { now, today, daysBegin }: { now: string; today: string; daysBegin: number },
) => {
  const sameApplication = and(
    eq(applications.accountId, interviews.accountId),
    eq(applications.id, interviews.applicationId),
  )
  const [row] = await db
    .select({ id: interviews.id, startsAt: interviews.startsAt })
    .from(interviews)
    .innerJoin(applications, sameApplication)
    .where(
      and(
        eq(interviews.accountId, accountId),
        eq(interviews.status, 'scheduled'),
        eq(applications.status, 'open'),
        sql`coalesce(${interviews.startsAt} >= ${now}, ${interviews.heldOn} >= ${today}, true)`,
      ),
    )
    .orderBy(
      sql`coalesce(${interviews.startsAt}, ${interviews.heldOn}::timestamp AT TIME ZONE 'UTC' + ${daysBegin} * interval '1 ms')`,
      asc(interviews.id),
    )
    .limit(1)
  return row ?? null
}
