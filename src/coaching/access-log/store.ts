import { and, desc, eq, lt, sql } from 'drizzle-orm'
import { accounts } from '../../identity/accounts/table.ts'
import { isDuring } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import type { Page, Window } from '../../platform/lists.ts'
import { engagements } from '../engagements/table.ts'
import { accessLog } from './table.ts'

type Errand = {
  id: string
  accountId: string
  coachId: string
  needs: readonly string[]
  or: string | undefined
  operation: string
  recordId: string | null
  now: string
}

/**
 * What a client lets a coach do now, if that holds all that is needed; and the note of it in the log.
 *
 * @NOTE One statement, so that nothing is shown that is not in the log, and the log costs no trip of its own.
 */
export const admit = async (db: Db, errand: Errand) => {
  const { id, accountId, coachId, needs, or, operation, recordId, now } = errand
  const { rows } = await db.execute<{ scopes: string[] }>(sql`
    WITH granted AS (
      SELECT e.account_id, e.id, e.scopes FROM ${engagements} AS e
      WHERE e.account_id = ${accountId} AND e.coach_account_id = ${coachId} AND e.status = 'active'
        AND coalesce(e.ends_at > ${now}, true)
        AND (e.scopes @> ${sql.param(needs)}::text[] OR ${or ?? null}::text = ANY(e.scopes))
    ), logged AS (
      INSERT INTO ${accessLog} (account_id, id, engagement_id, operation, record_id, at)
      SELECT account_id, ${id}, id, ${operation}, ${recordId}::uuid, ${now}::timestamptz FROM granted
    )
    SELECT scopes FROM granted`)
  return rows[0]?.scopes
}

type Look = { id: string; accountId: string; engagementId: string }

/** @NOTE Under engagements that are there yet: a client who is erased meanwhile takes the log along. */
export const insertLooks = async (db: Db, looks: Look[], operation: string, now: string) => {
  await db.execute(sql`
    INSERT INTO ${accessLog} (account_id, id, engagement_id, operation, at)
    SELECT e.account_id, look.id, e.id, ${operation}, ${now}::timestamptz
    FROM json_to_recordset(${JSON.stringify(looks)}) AS look(id uuid, "accountId" uuid, "engagementId" uuid)
    JOIN ${engagements} AS e ON e.account_id = look."accountId" AND e.id = look."engagementId"
    FOR KEY SHARE OF e`)
}

/** One entry more than the page holds, newest first. */
export const listEntries = (
  db: Db,
  accountId: string,
  { limit, after }: Page,
  coachId: string | undefined,
  window: Window,
) =>
  db
    .select({
      id: accessLog.id,
      at: accessLog.at,
      engagementId: accessLog.engagementId,
      operation: accessLog.operation,
      recordId: accessLog.recordId,
      coachId: accounts.id,
      coachName: accounts.displayName,
    })
    .from(accessLog)
    .innerJoin(
      engagements,
      and(eq(engagements.accountId, accessLog.accountId), eq(engagements.id, accessLog.engagementId)),
    )
    .leftJoin(accounts, eq(accounts.id, engagements.coachAccountId))
    .where(
      and(
        eq(accessLog.accountId, accountId),
        after && lt(accessLog.id, after.id),
        coachId ? eq(engagements.coachAccountId, coachId) : undefined,
        isDuring(accessLog.at, window),
      ),
    )
    .orderBy(desc(accessLog.id))
    .limit(limit + 1)
