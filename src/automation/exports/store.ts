import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { offers } from '../../journal/offers/table.ts'
import { outcomes } from '../../journal/outcomes/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import type { Page } from '../../platform/lists.ts'

export type ApplicationRow = typeof applications.$inferSelect
export type InterviewRow = typeof interviews.$inferSelect
export type OfferRow = typeof offers.$inferSelect
export type OutcomeRow = typeof outcomes.$inferSelect

/** One application more than the page holds, in the order in which they were recorded. */
export const listApplications = (db: Db, accountId: string, { limit, after }: Page) =>
  db
    .select()
    .from(applications)
    .where(and(eq(applications.accountId, accountId), after && gt(applications.id, after.id)))
    .orderBy(asc(applications.id))
    .limit(limit + 1)

/** What stands beneath these applications; the interviews in the order of their rounds. */
export const listBeneath = async (db: Db, accountId: string, ids: string[]) => {
  const beneath = <Table extends typeof interviews | typeof offers | typeof outcomes>(table: Table) =>
    and(eq(table.accountId, accountId), inArray(table.applicationId, ids))
  return {
    interviews: await db
      .select()
      .from(interviews)
      .where(beneath(interviews))
      .orderBy(asc(interviews.round), asc(interviews.id)),
    offers: await db.select().from(offers).where(beneath(offers)),
    outcomes: await db.select().from(outcomes).where(beneath(outcomes)),
  }
}

/** What these applications are called. */
export const listNames = (db: Db, accountId: string, ids: string[]) =>
  db
    .select({ id: applications.id, company: applications.company, roleTitle: applications.roleTitle })
    .from(applications)
    .where(and(eq(applications.accountId, accountId), inArray(applications.id, ids)))
