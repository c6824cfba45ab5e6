import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { interviews } from '../interviews/table.ts'
import { offers } from '../offers/table.ts'
import { outcomes } from '../outcomes/table.ts'
import type { computedOf, Stage, Status } from './rules.ts'
import { applications } from './table.ts'

export type ApplicationRow = typeof applications.$inferSelect

const records = recordStore('application', applications)

type Filters = { stage?: Stage | undefined; status?: Status | undefined }

export const store = {
  ...records,
  filter: ({ stage, status }: Filters): SQL | undefined =>
    and(
      stage ? eq(applications.stage, stage) : undefined,
      status ? eq(applications.status, status) : undefined,
    ),
}

const ofApplication = (table: typeof interviews | typeof offers | typeof outcomes) =>
  sql`${table.accountId} = ${applications.accountId} AND ${table.applicationId} = ${applications.id}`
const interviewFact = <T>(expression: SQL) =>
  sql<T>`(SELECT ${expression} FROM ${interviews} WHERE ${ofApplication(interviews)})`
const held = sql`${interviews.status} = 'completed'`

/** What the records of an application say, in one query. */
export const findFacts = async (db: Db, accountId: string, id: string) => {
  const [facts] = await db
    .select({
      createdAt: applications.createdAt,
      appliedOn: applications.appliedOn,
      respondedOn: applications.respondedOn,
      interviewCount: interviewFact<number>(sql`count(*)::int`),
      heldCount: interviewFact<number>(sql`count(*) FILTER (WHERE ${held})::int`),
      lastHeldOn: interviewFact<string | null>(
        sql`max(coalesce(${interviews.heldOn}, (${interviews.startsAt} AT TIME ZONE 'UTC')::date)) FILTER (WHERE ${held})`,
      ),
      hasOffer: sql<boolean>`${offers.id} IS NOT NULL`,
      offeredOn: offers.receivedOn,
      outcome: outcomes.kind,
      decidedOn: outcomes.decidedOn,
      learnedOn: outcomes.learnedOn,
    })
    .from(applications)
    .leftJoin(offers, ofApplication(offers))
    .leftJoin(outcomes, ofApplication(outcomes))
    .where(and(eq(applications.accountId, accountId), eq(applications.id, id)))
  return facts
}

/** Stores the computed members; these are no change of the record by its owner, so the version stays. */
export const setComputed = async (
  db: Db,
  accountId: string,
  id: string,
  computed: ReturnType<typeof computedOf>,
) => {
  const [row] = await db
    .update(applications)
    .set(computed)
    .where(and(eq(applications.accountId, accountId), eq(applications.id, id)))
    .returning()
  return row as ApplicationRow
}
