import { type SQL, sql } from 'drizzle-orm'
import { applications, comparedName } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { outcomes } from '../../journal/outcomes/table.ts'
import { planReviews, plans } from '../../journal/plans/table.ts'
import type { Answered, QuestionKind } from '../../journal/questions/rules.ts'
import { questions } from '../../journal/questions/table.ts'
import { reflectionEntries, reflections } from '../../journal/reflections/table.ts'
import { studyItemPrompts, studyItems } from '../../journal/study-items/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import type { Fit, PitchCourse } from './rules.ts'

/** The interview to come, as far as it decides what is worth a look before it. */
export type Round = {
  interviewId: string
  applicationId: string
  company: string | null
  round: number
  kind: string
  tags: string[]
  /** Its day, or today where it has none, as it is where the account is. */
  day: { to: string; begins: string; ends: string }
}

const total = sql`count(*) OVER ()::int AS total`

const rowsOf = async <Row>(db: Db, query: SQL) => (await db.execute(query)).rows as Row[]

/** How many interviews of a kind are looked back on, the latest ones: so that a long search costs no more than a short one. */
const SAME_KIND = 20

/** The interviews with one employer: those of the application, and of others at the same company. */
const withEmployer = (accountId: string, { applicationId, company }: Round) => sql`
  SELECT i.account_id, i.id, i.application_id, i.round, i.held_on, i.starts_at,
    coalesce(i.starts_at, i.held_on::timestamp AT TIME ZONE 'UTC') AS "at"
  FROM ${applications} AS a JOIN ${interviews} AS i ON i.account_id = a.account_id AND i.application_id = a.id
  WHERE a.account_id = ${accountId}
    AND (a.id = ${applicationId} OR ${comparedName(sql`a.company`)} = ${comparedName(sql`${company}::text`)})`

/** The latest interviews of the same kind; `other` is no kind that says something. */
const ofSameKind = (accountId: string, { interviewId, kind }: Round) => sql`
  SELECT i.account_id, i.id FROM ${interviews} AS i
  WHERE i.account_id = ${accountId} AND i.kind = ${kind} AND i.kind <> 'other' AND i.id <> ${interviewId}
  ORDER BY i.id DESC LIMIT ${SAME_KIND}`

type PrepPlan = {
  id: string
  if: string
  then: string
  reviewCount: number
  triedCount: number
  total: number
}

/** Open plans: those that were never tried first, the oldest of them first; then those carried on, the longest untried first. */
export const findPlans = (
  db: Db,
  accountId: string,
  most: number,
  { withPrivate }: { withPrivate: boolean },
) =>
  rowsOf<PrepPlan>(
    db,
    sql`SELECT p.id, p."if", p."then", past.reviews AS "reviewCount", past.tried AS "triedCount", ${total}
      FROM ${plans} AS p CROSS JOIN LATERAL (
        SELECT count(*)::int AS reviews, (count(*) FILTER (WHERE r.tried))::int AS tried,
          max(r.id::text) FILTER (WHERE r.tried) AS last
        FROM ${planReviews} AS r WHERE r.account_id = p.account_id AND r.plan_id = p.id
      ) AS past
      WHERE p.account_id = ${accountId} AND p.status = 'open' AND (${withPrivate} OR NOT p.private)
      ORDER BY past.last NULLS FIRST, p.id LIMIT ${most}`,
  )

/**
 * Study items that are not ready, or due by the day given, and fit a round: asked by this employer before, about a
 * topic of the application or of what was asked there, or asked in the latest interviews of the same kind.
 */
export const findItems = (db: Db, accountId: string, round: Round, most: number) =>
  rowsOf<{ id: string; because: Fit[]; total: number }>(
    db,
    sql`WITH here AS MATERIALIZED (
        SELECT q.account_id, q.prompt_digest, lower(q.topic) AS topic FROM (${withEmployer(accountId, round)}) AS i
        JOIN ${questions} AS q ON q.account_id = i.account_id AND q.interview_id = i.id
      ), topics AS (
        SELECT topic FROM here WHERE topic IS NOT NULL
        UNION SELECT lower(tag) FROM unnest(${sql.param(round.tags)}::text[]) AS tag
      ), fitting AS (
        SELECT p.item_id, 1 AS place FROM here
        JOIN ${studyItemPrompts} AS p ON p.account_id = here.account_id AND p.prompt_digest = here.prompt_digest
        UNION ALL
        SELECT s.id, 2 FROM topics JOIN ${studyItems} AS s ON lower(s.topic) = topics.topic WHERE s.account_id = ${accountId}
        UNION ALL
        SELECT p.item_id, 3 FROM (${ofSameKind(accountId, round)}) AS i
        JOIN ${questions} AS q ON q.account_id = i.account_id AND q.interview_id = i.id
        JOIN ${studyItemPrompts} AS p ON p.account_id = q.account_id AND p.prompt_digest = q.prompt_digest
      ), fits AS (SELECT item_id, array_agg(DISTINCT place) AS places FROM fitting GROUP BY item_id)
      SELECT s.id, ARRAY(SELECT (ARRAY['employer', 'topic', 'kind'])[place] FROM unnest(fits.places) AS place) AS because, ${total}
      FROM fits JOIN ${studyItems} AS s ON s.account_id = ${accountId} AND s.id = fits.item_id
      WHERE s.state <> 'ready' OR s.scheduled_on <= ${round.day.to}::date
      ORDER BY fits.places[1], s.state = 'ready', s.scheduled_on, s.id LIMIT ${most}`,
  )

type EarlierQuestion = {
  questionId: string
  interviewId: string
  round: number
  prompt: string
  kind: QuestionKind
  topic: string | null
  answered: Answered | null
  askedCount: number
  studyItemId: string | null
  total: number
}

/**
 * What this employer asked in earlier rounds, each question once as it was asked last; those not answered well first.
 * Which round is earlier the days tell, and where they do not, the number of the round.
 */
export const findEarlierQuestions = (db: Db, accountId: string, round: Round, most: number) => {
  const { to, begins, ends } = round.day
  return rowsOf<EarlierQuestion>(
    db,
    sql`SELECT asked.id AS "questionId", asked.interview_id AS "interviewId", asked.round, asked.prompt, asked.kind,
        asked.topic, asked.answered, asked.times AS "askedCount", p.item_id AS "studyItemId", ${total}
      FROM (
        SELECT DISTINCT ON (q.prompt_digest) q.*, i.round, i."at", count(*) OVER (PARTITION BY q.prompt_digest)::int AS times
        FROM (${withEmployer(accountId, round)}) AS i
        JOIN ${questions} AS q ON q.account_id = i.account_id AND q.interview_id = i.id
        WHERE i.id <> ${round.interviewId} AND coalesce(i.starts_at < ${ends}, i.held_on <= ${to}::date, true)
          AND NOT (i.application_id = ${round.applicationId} AND i.round > ${round.round}
            AND coalesce(i.starts_at >= ${begins}, i.held_on = ${to}::date, true))
        ORDER BY q.prompt_digest, i."at" DESC NULLS LAST, q.id DESC
      ) AS asked
      LEFT JOIN ${studyItemPrompts} AS p ON p.account_id = asked.account_id AND p.prompt_digest = asked.prompt_digest
      ORDER BY asked.answered IS NOT DISTINCT FROM 'well', asked.answered IS NULL, asked."at" DESC NULLS LAST, asked.id DESC
      LIMIT ${most}`,
  )
}

/**
 * What was written down as having gone well, the latest first: with this employer, then in rounds of the same kind,
 * then anywhere. An entry may come more than once.
 */
export const findWentWell = (
  db: Db,
  accountId: string,
  round: Round,
  most: number,
  { withPrivate }: { withPrivate: boolean },
) => {
  const latest = (place: number, from: SQL, also = sql`true`) => sql`(
    SELECT ${place}::int AS place, e.id AS "entryId", e.text, e.reflection_id AS "reflectionId" FROM ${from}
    JOIN ${reflectionEntries} AS e ON e.account_id = r.account_id AND e.reflection_id = r.id
    WHERE r.account_id = ${accountId} AND e.step = 'went_well' AND (${withPrivate} OR NOT r.private)
      AND r.interview_id IS DISTINCT FROM ${round.interviewId} AND ${also}
    ORDER BY e.id DESC LIMIT ${most})`
  const about = (places: SQL) =>
    sql`(${places}) AS i JOIN ${reflections} AS r ON r.account_id = i.account_id AND r.interview_id = i.id`
  return rowsOf<{ entryId: string; text: string; reflectionId: string }>(
    db,
    sql`SELECT "entryId", text, "reflectionId" FROM (
      ${latest(1, about(withEmployer(accountId, round)))} UNION ALL
      ${latest(1, sql`${reflections} AS r`, sql`r.application_id = ${round.applicationId}`)} UNION ALL
      ${latest(2, about(ofSameKind(accountId, round)))} UNION ALL
      ${latest(3, sql`${reflections} AS r`)}
    ) AS words ORDER BY place, "entryId" DESC`,
  )
}

/** The applications in whose interviews a pitch was used, with what tells how these went on. */
export const findPitchUses = (db: Db, accountId: string, pitchId: string) =>
  rowsOf<PitchCourse>(
    db,
    sql`SELECT a.stage, CASE WHEN o.kind IS NOT NULL THEN json_build_object('kind', o.kind) END AS outcome, json_agg(json_build_object('round', i.round, 'status', i.status,
        'result', i.result, 'pitchId', i.pitch_id)) AS interviews
      FROM ${applications} AS a
      JOIN ${interviews} AS i ON i.account_id = a.account_id AND i.application_id = a.id
      LEFT JOIN ${outcomes} AS o ON o.account_id = a.account_id AND o.application_id = a.id
      WHERE a.account_id = ${accountId} AND a.id IN (
        SELECT u.application_id FROM ${interviews} AS u WHERE u.account_id = ${accountId} AND u.pitch_id = ${pitchId})
      GROUP BY a.id, a.stage, o.kind`,
  )
