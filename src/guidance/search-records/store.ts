import { and, eq, sql } from 'drizzle-orm'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { offers } from '../../journal/offers/table.ts'
import { outcomes } from '../../journal/outcomes/table.ts'
import { planReviews, plans } from '../../journal/plans/table.ts'
import { reflections } from '../../journal/reflections/table.ts'
import { studyReviews } from '../../journal/study-items/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import type { Rows } from './rules.ts'

const ofApplication = (table: typeof offers | typeof outcomes) =>
  and(eq(table.accountId, applications.accountId), eq(table.applicationId, applications.id))

const findApplications = (db: Db, accountId: string): Promise<Rows['applications']> =>
  db
    .select({
      applicationId: applications.id,
      createdAt: applications.createdAt,
      appliedOn: applications.appliedOn,
      respondedOn: applications.respondedOn,
      stage: applications.stage,
      status: applications.status,
      nextStep: applications.nextStep,
      archived: sql<boolean>`${applications.archivedAt} IS NOT NULL`,
      outcome: {
        kind: outcomes.kind,
        attribution: outcomes.attribution,
        reasons: outcomes.reasons,
        anythingToLearn: outcomes.anythingToLearn,
        decidedOn: outcomes.decidedOn,
        learnedOn: outcomes.learnedOn,
        createdAt: outcomes.createdAt,
      },
      // @NOTE Where the first column is null, Drizzle takes the whole object for absent: one that never is stands first.
      offer: {
        createdAt: offers.createdAt,
        receivedOn: offers.receivedOn,
        respondBy: offers.respondBy,
      },
    })
    .from(applications)
    .leftJoin(outcomes, ofApplication(outcomes))
    .leftJoin(offers, ofApplication(offers))
    .where(eq(applications.accountId, accountId))

const findInterviews = (db: Db, accountId: string): Promise<Rows['interviews']> =>
  db
    .select({
      id: interviews.id,
      applicationId: interviews.applicationId,
      createdAt: interviews.createdAt,
      round: interviews.round,
      kind: interviews.kind,
      status: interviews.status,
      result: interviews.result,
      startsAt: interviews.startsAt,
      heldOn: interviews.heldOn,
      heardBackOn: interviews.heardBackOn,
    })
    .from(interviews)
    .where(eq(interviews.accountId, accountId))

const findReflections = (db: Db, accountId: string): Promise<Rows['reflections']> =>
  db
    .select({
      id: reflections.id,
      interviewId: reflections.interviewId,
      applicationId: reflections.applicationId,
      status: reflections.status,
      completedAt: reflections.completedAt,
    })
    .from(reflections)
    .where(eq(reflections.accountId, accountId))

/** The rows of one account, compact: one query for each table, whatever the account holds. */
export const findRows = async (db: Db, accountId: string): Promise<Omit<Rows, 'reflectionsSeen'>> => ({
  applications: await findApplications(db, accountId),
  interviews: await findInterviews(db, accountId),
  reflections: await findReflections(db, accountId),
  plans: await db
    .select({ id: plans.id, status: plans.status, createdAt: plans.createdAt })
    .from(plans)
    .where(eq(plans.accountId, accountId)),
  planReviews: await db
    .select({ planId: planReviews.planId, createdAt: planReviews.createdAt })
    .from(planReviews)
    .where(eq(planReviews.accountId, accountId)),
  studyReviews: await db
    .select({
      id: studyReviews.id,
      itemId: studyReviews.itemId,
      on: studyReviews.on,
      createdAt: studyReviews.createdAt,
      rating: studyReviews.rating,
      source: studyReviews.source,
    })
    .from(studyReviews)
    .where(eq(studyReviews.accountId, accountId)),
})
