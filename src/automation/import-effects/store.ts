import { and, desc, eq, inArray } from 'drizzle-orm'
import { interviews } from '../../journal/interviews/table.ts'
import { offers } from '../../journal/offers/table.ts'
import { outcomes } from '../../journal/outcomes/table.ts'
import type { Db } from '../../platform/database/pool.ts'

const beneath = (
  table: typeof interviews | typeof offers | typeof outcomes,
  accountId: string,
  ids: string[],
) => and(eq(table.accountId, accountId), inArray(table.applicationId, ids))

export const findInterviews = (db: Db, accountId: string, ids: string[]) =>
  db
    .select()
    .from(interviews)
    .where(beneath(interviews, accountId, ids))
    .orderBy(desc(interviews.id))

export const findOffers = (db: Db, accountId: string, ids: string[]) =>
  db
    .select()
    .from(offers)
    .where(beneath(offers, accountId, ids))

export const findOutcomes = (db: Db, accountId: string, ids: string[]) =>
  db
    .select()
    .from(outcomes)
    .where(beneath(outcomes, accountId, ids))

export type OfferRow = typeof offers.$inferSelect
