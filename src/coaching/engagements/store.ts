import { and, asc, desc, eq, getTableColumns, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { accounts } from '../../identity/accounts/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import type { Page } from '../../platform/lists.ts'
import type { EngagementStatus, Role } from './rules.ts'
import { engagements } from './table.ts'

export type EngagementRow = typeof engagements.$inferSelect

const { coachAccountId, endsAt, id, invitationExpiresAt, status } = engagements

export const store = recordStore('engagement', engagements)

const asClient = (accountId: string) =>
  and(eq(engagements.accountId, accountId), sql`${coachAccountId} IS DISTINCT FROM ${engagements.accountId}`)
const asCoach = (accountId: string) => eq(coachAccountId, accountId)

/** Those that an account is part of, on either side or on one. */
const partOf = (accountId: string, roles?: readonly Role[]): SQL | undefined => {
  if (!roles) return or(eq(engagements.accountId, accountId), asCoach(accountId))
  return or(...roles.map((role) => (role === 'client' ? asClient(accountId) : asCoach(accountId))))
}

/** @NOTE The same as `statusOf`; `least` passes over a null. */
const isOver = (now: string) =>
  sql`coalesce(CASE ${status} WHEN 'invited' THEN least(${invitationExpiresAt}, ${endsAt}) WHEN 'ended' THEN NULL ELSE ${endsAt} END <= ${now}, false)`

const hasStatus = (wanted: EngagementStatus, now: string) =>
  wanted === 'expired' ? isOver(now) : and(eq(status, wanted), sql`NOT ${isOver(now)}`)

type Filters = { role?: readonly Role[] | undefined; status?: readonly EngagementStatus[] | undefined }

/** One more than the page holds, newest first. */
export const listEngagementsOf = (
  db: Db,
  accountId: string,
  { limit, after }: Page,
  { role, status: wanted }: Filters,
  now: string,
) =>
  db
    .select()
    .from(engagements)
    .where(
      and(
        partOf(accountId, role),
        or(...(wanted ?? []).map((each) => hasStatus(each, now))),
        after ? lt(id, after.id) : undefined,
      ),
    )
    .orderBy(desc(id))
    .limit(limit + 1)

export const findEngagementOf = async (db: Db, accountId: string, engagementId: string) =>
  (
    await db
      .select()
      .from(engagements)
      .where(and(partOf(accountId), eq(id, engagementId)))
  )[0]

/** What a coach has to do with one client. */
export const listCoachedIn = (db: Db, accountId: string, coachId: string) =>
  db
    .select()
    .from(engagements)
    .where(and(eq(engagements.accountId, accountId), asCoach(coachId)))

/** Engagements with those on their other side, whom nobody can erase until this transaction ends. */
const keepOthers = (db: Db, other: typeof engagements.accountId | typeof coachAccountId, which?: SQL) =>
  db
    .select(getTableColumns(engagements))
    .from(engagements)
    .innerJoin(accounts, eq(accounts.id, other))
    .where(which)
    .orderBy(asc(accounts.id))
    .for('key share', { of: accounts })

/** Everything that an account has to do with as a coach. */
export const keepCoachedBy = (db: Db, coachId: string) =>
  keepOthers(db, engagements.accountId, asCoach(coachId))

/** Where an account is coached, and it has not ended. */
export const keepCoachesOf = (db: Db, accountId: string) =>
  keepOthers(db, coachAccountId, and(asClient(accountId), ne(status, 'ended')))

/** Where those are whom a coach coaches now. */
export const findTimeZones = async (db: Db, coachId: string) => {
  const rows = await db
    .selectDistinct({ timeZone: accounts.timeZone })
    .from(engagements)
    .innerJoin(accounts, eq(accounts.id, engagements.accountId))
    .where(and(asCoach(coachId), eq(status, 'active')))
  return rows.map(({ timeZone }) => timeZone)
}
