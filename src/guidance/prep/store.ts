import { type SQL, sql } from 'drizzle-orm'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { planReviews, plans } from '../../journal/plans/table.ts'
import type { Answered, QuestionKind } from '../../journal/questions/rules.ts'
import { questions } from '../../journal/questions/table.ts'
import { reflectionEntries, reflections } from '../../journal/reflections/table.ts'
import { studyItemPrompts, studyItems } from '../../journal/study-items/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import type { Fit } from './rules.ts'

/** The round to prepare for. `on` is its day, YYYY-MM-DD in UTC. */
export type Round = {
  id: string
  applicationId: string
  company: string | null
  round: number
  kind: string
  on: string | null
}

const rowsOf = async <Row>(db: Db, query: SQL) => (await db.execute(query)).rows as Row[]

/** How many interviews of a kind are looked back on, the latest ones: so that a long search costs no more than a short one. */
const SAME_KIND = 20

/** The interviews with one employer: those of the application, and of others at the same company. */
const withEmployer = (accountId: string, { applicationId, company }: Round) => sql`
  SELECT i.account_id, i.id, i.application_id, i.round,
    coalesce(i.held_on, (i.starts_at AT TIME ZONE 'UTC')::date) AS "on"
  FROM ${applications} AS a JOIN ${interviews} AS i ON i.account_id = a.account_id AND i.application_id = a.id
  WHERE a.account_id = ${accountId}
    AND (a.id = ${applicationId} OR lower(trim(a.company)) = lower(trim(${company}::text)))`

/** The latest interviews of the same kind; `other` is no kind that says something. */
const ofSameKind = (accountId: string, { id, kind }: Round) => sql`
  SELECT i.account_id, i.id FROM ${interviews} AS i
  WHERE i.account_id = ${accountId} AND i.kind = ${kind} AND i.kind <> 'other' AND i.id <> ${id}
  ORDER BY i.id DESC LIMIT ${SAME_KIND}`

type OpenPlan = { id: string; if: string; then: string; triedCount: number; helpedCount: number }

/** Plans to try: first those that never were, the oldest first; then those carried on, the longest untried first. */
export const findOpenPlans = (db: Db, accountId: string, limit: number) =>
  rowsOf<OpenPlan>(
    db,
    sql`SELECT p.id, p."if", p."then", tried.count AS "triedCount", tried.helped AS "helpedCount"
      FROM ${plans} AS p CROSS JOIN LATERAL (
        SELECT count(*)::int AS count, (count(*) FILTER (WHERE r.helped = 'yes'))::int AS helped, max(r.id::text) AS last
        FROM ${planReviews} AS r WHERE r.account_id = p.account_id AND r.plan_id = p.id AND r.tried
      ) AS tried
      WHERE p.account_id = ${accountId} AND p.status = 'open'
      ORDER BY tried.last NULLS FIRST, p.id LIMIT ${limit}`,
  )

/**
 * Study items that are not ready, or due by the day given, and fit a round: asked by this employer before, about a
 * topic of the application or of what was asked there, or asked in the latest interviews of the same kind.
 */
export const findFittingItems = (db: Db, accountId: string, round: Round, dueBy: string, limit: number) =>
  rowsOf<{ id: string; fits: Fit }>(
    db,
    sql`WITH here AS MATERIALIZED (
        SELECT q.account_id, q.prompt_digest, lower(q.topic) AS topic FROM (${withEmployer(accountId, round)}) AS i
        JOIN ${questions} AS q ON q.account_id = i.account_id AND q.interview_id = i.id
      ), topics AS (
        SELECT topic FROM here WHERE topic IS NOT NULL
        UNION SELECT lower(tag) FROM ${applications} AS a, unnest(a.tags) AS tag
        WHERE a.account_id = ${accountId} AND a.id = ${round.applicationId}
      ), fitting AS (
        SELECT p.item_id, 1 AS place FROM here
        JOIN ${studyItemPrompts} AS p ON p.account_id = here.account_id AND p.prompt_digest = here.prompt_digest
        UNION ALL
        SELECT s.id, 2 FROM topics JOIN ${studyItems} AS s ON lower(s.topic) = topics.topic WHERE s.account_id = ${accountId}
        UNION ALL
        SELECT p.item_id, 3 FROM (${ofSameKind(accountId, round)}) AS i
        JOIN ${questions} AS q ON q.account_id = i.account_id AND q.interview_id = i.id
        JOIN ${studyItemPrompts} AS p ON p.account_id = q.account_id AND p.prompt_digest = q.prompt_digest
      ), closest AS (SELECT item_id, min(place) AS place FROM fitting GROUP BY item_id)
      SELECT s.id, (ARRAY['company', 'topic', 'kind'])[closest.place] AS fits
      FROM closest JOIN ${studyItems} AS s ON s.account_id = ${accountId} AND s.id = closest.item_id
      WHERE s.state <> 'ready' OR s.scheduled_on <= ${dueBy}::date
      ORDER BY closest.place, s.state = 'ready', s.scheduled_on, s.id LIMIT ${limit}`,
  )

type CameUp = {
  questionId: string
  interviewId: string
  round: number
  prompt: string
  kind: QuestionKind
  topic: string | null
  answered: Answered | null
  askedCount: number
  studyItemId: string | null
}

/**
 * What this employer asked in earlier rounds, each question once, as it was answered last: first what was not answered
 * well, then the latest.
 */
export const findCameUp = (db: Db, accountId: string, round: Round, limit: number) =>
  rowsOf<CameUp>(
    db,
    sql`SELECT asked.id AS "questionId", asked.interview_id AS "interviewId", asked.round, asked.prompt, asked.kind,
        asked.topic, asked.answered, asked.times AS "askedCount", p.item_id AS "studyItemId"
      FROM (
        SELECT DISTINCT ON (q.prompt_digest) q.*, i.round, i."on", count(*) OVER (PARTITION BY q.prompt_digest)::int AS times
        FROM (${withEmployer(accountId, round)}) AS i
        JOIN ${questions} AS q ON q.account_id = i.account_id AND q.interview_id = i.id
        WHERE i.id <> ${round.id} AND coalesce(i."on", '-infinity') <= coalesce(${round.on}::date, 'infinity')
          AND NOT (i.application_id = ${round.applicationId} AND i.round > ${round.round})
        ORDER BY q.prompt_digest, i."on" DESC NULLS LAST, q.id DESC
      ) AS asked
      LEFT JOIN ${studyItemPrompts} AS p ON p.account_id = asked.account_id AND p.prompt_digest = asked.prompt_digest
      ORDER BY coalesce(asked.answered, 'well') = 'well', asked."on" DESC NULLS LAST, asked.id DESC LIMIT ${limit}`,
  )

/**
 * What was written down as having gone well, the latest first: with this employer, then in rounds of the same kind,
 * then anywhere. An entry may come more than once.
 */
export const findWentWell = (
  db: Db,
  accountId: string,
  round: Round,
  limit: number,
  { withPrivate }: { withPrivate: boolean },
) => {
  const latest = (place: number, from: SQL, also = sql`true`) => sql`(
    SELECT ${place}::int AS place, e.id, e.text, e.reflection_id AS "reflectionId" FROM ${from}
    JOIN ${reflectionEntries} AS e ON e.account_id = r.account_id AND e.reflection_id = r.id
    WHERE r.account_id = ${accountId} AND e.step = 'went_well' AND (${withPrivate} OR NOT r.private)
      AND r.interview_id IS DISTINCT FROM ${round.id} AND ${also}
    ORDER BY e.id DESC LIMIT ${limit})`
  const about = (places: SQL) =>
    sql`(${places}) AS i JOIN ${reflections} AS r ON r.account_id = i.account_id AND r.interview_id = i.id`
  return rowsOf<{ id: string; text: string; reflectionId: string }>(
    db,
    sql`SELECT id, text, "reflectionId" FROM (
      ${latest(1, about(withEmployer(accountId, round)))} UNION ALL
      ${latest(1, sql`${reflections} AS r`, sql`r.application_id = ${round.applicationId}`)} UNION ALL
      ${latest(2, about(ofSameKind(accountId, round)))} UNION ALL
      ${latest(3, sql`${reflections} AS r`)}
    ) AS words ORDER BY place, id DESC`,
  )
}
