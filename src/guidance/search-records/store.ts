import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { offers } from '../../journal/offers/table.ts'
import { outcomes } from '../../journal/outcomes/table.ts'
import { reflections } from '../../journal/reflections/table.ts'
import type { Db } from '../../platform/database/pool.ts'

const ofApplication = (table: typeof offers | typeof outcomes) =>
  and(eq(table.accountId, applications.accountId), eq(table.applicationId, applications.id))

/** What guidance reads of each application beside what insights do. */
export const findExtras = (db: Db, accountId: string) =>
  db
    .select({
      applicationId: applications.id,
      respondedOn: applications.respondedOn,
      nextStep: applications.nextStep,
      archived: sql<boolean>`${applications.archivedAt} IS NOT NULL`,
      respondBy: offers.respondBy,
      offerCreatedAt: offers.createdAt,
      outcomeCreatedAt: outcomes.createdAt,
    })
    .from(applications)
    .leftJoin(outcomes, ofApplication(outcomes))
    .leftJoin(offers, ofApplication(offers))
    .where(eq(applications.accountId, accountId))

/** The finished reflections; those about an interview with its application. */
export const findFinished = (db: Db, accountId: string, withPrivate: boolean) =>
  db
    .select({
      id: reflections.id,
      interviewId: reflections.interviewId,
      applicationId: sql<string | null>`coalesce(${reflections.applicationId}, ${interviews.applicationId})`,
      completedAt: sql<string>`${reflections.completedAt}`.mapWith(reflections.completedAt),
    })
    .from(reflections)
    .leftJoin(
      interviews,
      and(eq(interviews.accountId, reflections.accountId), eq(interviews.id, reflections.interviewId)),
    )
    .where(
      and(
        eq(reflections.accountId, accountId),
        isNotNull(reflections.completedAt),
        withPrivate ? undefined : eq(reflections.private, false),
      ),
    )
