import { eq } from 'drizzle-orm'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { offers } from '../../journal/offers/table.ts'
import { outcomes } from '../../journal/outcomes/table.ts'
import type { Db } from '../../platform/database/pool.ts'

export type Records = Awaited<ReturnType<typeof findRecords>>

/** What the records of an account say of what was done and answered. */
export const findRecords = async (db: Db, accountId: string) => ({
  applications: await db
    .select({
      id: applications.id,
      company: applications.company,
      roleTitle: applications.roleTitle,
      url: applications.url,
      source: applications.source,
      location: applications.location,
      appliedOn: applications.appliedOn,
      respondedOn: applications.respondedOn,
      stage: applications.stage,
      outcome: applications.outcome,
    })
    .from(applications)
    .where(eq(applications.accountId, accountId)),
  interviews: await db
    .select({
      applicationId: interviews.applicationId,
      startsAt: interviews.startsAt,
      heldOn: interviews.heldOn,
      status: interviews.status,
      result: interviews.result,
      heardBackOn: interviews.heardBackOn,
    })
    .from(interviews)
    .where(eq(interviews.accountId, accountId)),
  offers: await db
    .select({ applicationId: offers.applicationId, receivedOn: offers.receivedOn })
    .from(offers)
    .where(eq(offers.accountId, accountId)),
  outcomes: await db
    .select({
      applicationId: outcomes.applicationId,
      kind: outcomes.kind,
      decidedOn: outcomes.decidedOn,
      learnedOn: outcomes.learnedOn,
    })
    .from(outcomes)
    .where(eq(outcomes.accountId, accountId)),
})
