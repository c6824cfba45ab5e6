import { type SQL, sql } from 'drizzle-orm'
import { accounts } from '../../identity/accounts/table.ts'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { offers } from '../../journal/offers/table.ts'
import { outcomes } from '../../journal/outcomes/table.ts'
import { pauses } from '../../journal/pauses/table.ts'
import { questions } from '../../journal/questions/table.ts'
import { reflections } from '../../journal/reflections/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import type { Page } from '../../platform/lists.ts'
import { engagements } from '../engagements/table.ts'
import type { AttentionCode, ClientRow, ClientStatus, Counts, Days, Sort, Terms } from './rules.ts'

const rfc3339 = (instant: SQL) => sql`to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

type Reason = {
  code: AttentionCode
  application?: SQL
  interview?: SQL
  question?: SQL
  /** The day of what it is about, or else the instant. */
  on?: SQL
  at?: SQL
  from: SQL
  only: SQL
}

/** The latest record of one kind that is worth a word; of the client `c`, on the days `d` that it is there. */
const latest = ({ code, application, interview, question, on, at, from, only }: Reason) => sql`(
  SELECT ${code}::text AS code, ${on ?? sql`NULL`}::date AS "on", ${at ?? sql`NULL`}::timestamptz AS "at",
    ${application ?? sql`NULL`}::uuid AS "applicationId", ${interview ?? sql`NULL`}::uuid AS "interviewId",
    ${question ?? sql`NULL`}::uuid AS "questionId"
  FROM ${from} WHERE ${only}
  ORDER BY coalesce(${on ?? sql`NULL`}::date, (${at ?? sql`NULL`}::timestamptz + d.ahead * interval '1 ms')::date) DESC NULLS LAST, 3 DESC NULLS LAST, 6 DESC, 5 DESC, 4 DESC LIMIT 1)`

/** Whether there is a record of one kind: that is found much sooner than the latest. */
const isThere = ({ from, only }: Reason) => sql`EXISTS (SELECT FROM ${from} WHERE ${only})`

const heldOn = sql`coalesce(i.held_on, (i.starts_at AT TIME ZONE 'UTC')::date)`
const learnedOn = sql`coalesce(o.learned_on, o.decided_on, (o.created_at AT TIME ZONE 'UTC')::date)`

const pausesNow = sql`${pauses} AS p WHERE p.account_id = c.account_id AND p."from" <= d.today AND coalesce(p."to" >= d.today, true)`

/**
 * @NOTE Days of UTC lead to the records by an index, with one more at either end: which of them lie within the days that
 * it is where the client is, the instants at which those begin say.
 */
const reasonsOf = (terms: Terms): readonly Reason[] => [
  {
    code: 'near_miss',
    application: sql`o.application_id`,
    on: sql`coalesce(o.learned_on, o.decided_on)`,
    at: sql`CASE WHEN coalesce(o.learned_on, o.decided_on) IS NULL THEN o.created_at END`,
    from: sql`${outcomes} AS o`,
    only: sql`o.account_id = c.account_id AND ${learnedOn} BETWEEN d.today - ${terms.nearMiss}::int - 1 AND d.today + 1
      AND coalesce(coalesce(o.learned_on, o.decided_on) >= d.today - ${terms.nearMiss}::int, o.created_at >= d."nearMiss")
      AND (o.kind = 'offer_rescinded' OR o.kind IN ('rejected', 'no_response', 'role_closed') AND EXISTS (
        SELECT FROM ${interviews} AS i WHERE i.account_id = o.account_id AND i.application_id = o.application_id
          AND i.status = 'completed' AND (i.kind = 'final' OR i.round >= ${terms.lateRound}::int)))`,
  },
  {
    code: 'offer',
    application: sql`f.application_id`,
    on: sql`f.received_on`,
    at: sql`CASE WHEN f.received_on IS NULL THEN f.created_at END`,
    from: sql`${offers} AS f JOIN ${applications} AS a ON a.account_id = f.account_id AND a.id = f.application_id`,
    only: sql`f.account_id = c.account_id AND a.status = 'open'`,
  },
  {
    code: 'interview_soon',
    application: sql`i.application_id`,
    interview: sql`i.id`,
    on: sql`i.held_on`,
    at: sql`i.starts_at`,
    from: sql`${interviews} AS i JOIN ${applications} AS a ON a.account_id = i.account_id AND a.id = i.application_id`,
    only: sql`i.account_id = c.account_id AND i.status = 'scheduled' AND a.status = 'open'
      AND ${heldOn} BETWEEN d.today - 1 AND d.today + ${terms.interviewSoon}::int + 1 AND coalesce(
        i.starts_at >= d.now AND i.starts_at < d.soon, i.held_on BETWEEN d.today AND d.today + ${terms.interviewSoon}::int)`,
  },
  {
    code: 'reflection_overdue',
    application: sql`i.application_id`,
    interview: sql`i.id`,
    on: sql`i.held_on`,
    at: sql`i.starts_at`,
    from: sql`${interviews} AS i`,
    only: sql`'reflections:read' = ANY(c.scopes) AND i.account_id = c.account_id AND i.status = 'completed'
      AND ${heldOn} BETWEEN d.today - ${terms.reflectionForgotten}::int - 1 AND d.today - ${terms.reflectionOverdue}::int
      AND coalesce(i.starts_at >= d.forgotten AND i.starts_at < d.overdue,
        i.held_on >= d.today - ${terms.reflectionForgotten}::int AND i.held_on < d.today - ${terms.reflectionOverdue}::int)
      AND NOT EXISTS (SELECT FROM ${reflections} AS r WHERE r.account_id = i.account_id AND r.status = 'completed'
        AND NOT r.private AND r.interview_id = i.id)
      AND NOT EXISTS (SELECT FROM ${reflections} AS r WHERE r.account_id = i.account_id AND r.status = 'completed'
        AND NOT r.private AND r.application_id = i.application_id)
      AND NOT EXISTS (SELECT FROM ${pausesNow})`,
  },
  {
    code: 'repeated_miss',
    interview: sql`q.interview_id`,
    question: sql`q.id`,
    at: sql`q.created_at`,
    from: sql`(
      SELECT q.id, q.interview_id, q.created_at, row_number() OVER (PARTITION BY q.prompt_digest ORDER BY q.id) AS time
      FROM ${questions} AS q
      WHERE q.account_id = c.account_id AND q.answered IN ('did_not_know', 'knew_but_could_not_show')) AS q`,
    only: sql`q.time > 1`,
  },
  {
    code: 'quiet',
    on: sql`q.last_on`,
    at: sql`q.last_at`,
    from: sql`(
      SELECT max(a.last_activity_on) AS last_on,
        max(coalesce(a.last_held_at, CASE WHEN a.last_activity_on IS NULL THEN a.created_at END)) AS last_at
      FROM ${applications} AS a WHERE a.account_id = c.account_id) AS q`,
    only: sql`c.open > 0 AND c.last <= d.today - ${terms.quiet}::int + 2 AND NOT EXISTS (SELECT FROM ${pausesNow})
      AND coalesce(q.last_on <= d.today - ${terms.quiet}::int, true) AND coalesce(q.last_at < d.quiet, true)`,
  },
]

/** What is counted of the journal of one account. */
const figuresOf = (accountId: SQL) => sql`
  SELECT count(*)::int AS applications, (count(*) FILTER (WHERE a.status = 'open'))::int AS open,
    coalesce(sum(a.interview_count), 0)::int AS interviews,
    (count(*) FILTER (WHERE a.stage IN ('offered', 'accepted')))::int AS offers,
    (count(*) FILTER (WHERE a.outcome IN ('rejected', 'no_response', 'role_closed') AND a.stage NOT IN ('offered', 'accepted')))::int AS ended,
    max(a.last_activity_at) AS last
  FROM ${applications} AS a WHERE a.account_id = ${accountId}`

/**
 * The clients of a coach whose engagement is active, each with the figures of those who let the journal be read.
 *
 * @NOTE Of those who paused it nothing is seen: they have no scopes here.
 */
const clientsOf = (coachId: string, now: string, status: ClientStatus = 'active') => sql`
  SELECT c.*, figures.*
  FROM (
    SELECT e.id, e.account_id, e.status, e.accepted_at, e.ends_on, a.display_name,
      ${status === 'active' ? sql`e.scopes, a.time_zone, a.locale` : sql`'{}'::text[] AS scopes, NULL AS time_zone, NULL AS locale`}
    FROM ${engagements} AS e JOIN ${accounts} AS a ON a.id = e.account_id
    WHERE e.coach_account_id = ${coachId} AND e.status = ${status} AND coalesce(e.ends_at > ${now}::timestamptz, true)
  ) AS c
  LEFT JOIN LATERAL (
    ${figuresOf(sql`c.account_id`)}
  ) AS figures ON 'journal:read' = ANY(c.scopes)`

/** What time it is, what counts as late, soon and quiet, and on which days that is where clients are. */
type At = { now: string; terms: Terms; days: Days[] }

/** @NOTE A database may not know every time zone that an account may have. */
const daysOfClient = ({ days }: At) => sql`
  LEFT JOIN jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS d("timeZone" text, now timestamptz, today date, ahead int,
    "nearMiss" timestamptz, soon timestamptz, overdue timestamptz, forgotten timestamptz, quiet timestamptz)
    ON d."timeZone" = c.time_zone`

/** The same clients with what may be worth a word, of those who let the journal be read. */
const withAttention = (clients: SQL, at: At) => sql`
  SELECT c.*, noted.attention, paused.pause FROM (${clients}) AS c ${daysOfClient(at)}
  LEFT JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('code', n.code, 'on', n.on, 'at', ${rfc3339(sql`n.at`)}, 'subject', json_build_object(
      'applicationId', n."applicationId", 'interviewId', n."interviewId", 'questionId', n."questionId"))), '[]') AS attention
    FROM (${sql.join(reasonsOf(at.terms).map(latest), sql` UNION ALL `)}) AS n
  ) AS noted ON 'journal:read' = ANY(c.scopes)
  LEFT JOIN LATERAL (
    SELECT json_build_object('from', p."from", 'to', p."to") AS pause FROM ${pausesNow} ORDER BY p.id DESC LIMIT 1
  ) AS paused ON 'journal:read' = ANY(c.scopes)`

const MEMBERS = sql`id, account_id AS "accountId", display_name AS "displayName", time_zone AS "timeZone", locale,
  status, scopes, ${rfc3339(sql`accepted_at`)} AS since,
  ends_on::text AS "endsOn", CASE WHEN applications IS NOT NULL THEN json_build_object('applications', applications, 'open', open,
    'interviews', interviews, 'offers', offers, 'endedWithoutOffer', ended, 'lastActivityAt', ${rfc3339(sql`last`)}) END AS figures, pause,
  coalesce(attention, '[]') AS attention`

/** What the list is sorted by before the id. */
const placeOf = (sort: Exclude<Sort, '-since'>, { terms }: At) =>
  sort === 'displayName'
    ? { value: sql`left(display_name, ${terms.sortedLetters}::int) COLLATE "und-x-icu"`, type: sql`text` }
    : { value: sql`coalesce(last, '-infinity')`, type: sql`timestamptz` }

const orderOf = (sort: Sort, { after }: Page, at: At) => {
  if (sort === '-since') return { by: sql`id DESC`, only: after && sql`id < ${after.id}` }
  const { value, type } = placeOf(sort, at)
  const [direction, follows] = sort.startsWith('-') ? [sql`DESC`, sql`<`] : [sql`ASC`, sql`>`]
  return {
    by: sql`${value} ${direction}, id ${direction}`,
    only: after && sql`(${value}, id) ${follows} (${after.value ?? null}::${type}, ${after.id}::uuid)`,
  }
}

type Asked = { sort: Sort; status: ClientStatus; attention?: readonly AttentionCode[] | undefined }

/** Whether there is a record of any of these kinds, with a client who lets the journal be read. */
const isAsked = (codes: readonly AttentionCode[], { terms }: At) => {
  const kinds = reasonsOf(terms).filter(({ code }) => codes.includes(code))
  return sql`'journal:read' = ANY(c.scopes) AND (${sql.join(kinds.map(isThere), sql` OR `)})`
}

/**
 * One client more than the page holds.
 *
 * @NOTE The page is cut out before anybody looks for all that is worth a word; what decides who is on it is only looked
 * for until it is found.
 */
export const listClientRows = async (db: Db, coachId: string, page: Page, asked: Asked, at: At) => {
  const order = orderOf(asked.sort, page, at)
  const only = [order.only ?? sql`true`, ...(asked.attention ? [isAsked(asked.attention, at)] : [])]
  const cut = sql`SELECT c.* FROM (${clientsOf(coachId, at.now, asked.status)}) AS c ${daysOfClient(at)}
    WHERE ${sql.join(only, sql` AND `)} ORDER BY ${order.by} LIMIT ${page.limit + 1}`
  const rows = withAttention(cut, at)
  return (await db.execute<ClientRow>(sql`SELECT ${MEMBERS} FROM (${rows}) AS rows ORDER BY ${order.by}`))
    .rows
}

export const findClientRow = async (db: Db, coachId: string, accountId: string, at: At) => {
  const one = sql`SELECT * FROM (${clientsOf(coachId, at.now)}) AS clients WHERE account_id = ${accountId}`
  const { rows } = await db.execute<ClientRow>(
    sql`SELECT ${MEMBERS} FROM (${withAttention(one, at)}) AS rows`,
  )
  return rows[0]
}

/** What may be worth a word in one account, which is where the days are, as far as some scopes reach. */
export const findAttention = async (db: Db, accountId: string, scopes: readonly string[], at: At) => {
  const one = sql`SELECT ${accountId}::uuid AS account_id, ${sql.param(scopes)}::text[] AS scopes,
      ${at.days[0]?.timeZone}::text AS time_zone, figures.*
    FROM (${figuresOf(sql`${accountId}`)}) AS figures`
  const { rows } = await db.execute<Pick<ClientRow, 'attention'>>(
    sql`SELECT coalesce(attention, '[]') AS attention FROM (${withAttention(one, at)}) AS rows`,
  )
  return rows[0]?.attention ?? []
}

/** All clients together, and how many of them each kind of attention is about. */
export const countClients = async (db: Db, coachId: string, at: At) => {
  const reasons = reasonsOf(at.terms)
  const found = reasons.map((reason) => sql`${isThere(reason)} AS ${sql.identifier(reason.code)}`)
  const counted = reasons.map(
    ({ code }) => sql`${code}::text, count(*) FILTER (WHERE noted.${sql.identifier(code)})`,
  )
  const { rows } = await db.execute<Counts>(sql`
    SELECT count(*)::int AS clients, count(applications)::int AS seen, coalesce(sum(applications), 0)::int AS applications,
      coalesce(sum(open), 0)::int AS open, coalesce(sum(interviews), 0)::int AS interviews,
      coalesce(sum(offers), 0)::int AS offers, coalesce(sum(ended), 0)::int AS "endedWithoutOffer",
      json_build_object(${sql.join(counted, sql`, `)}) AS attention,
      coalesce(json_agg(json_build_object('id', c.id, 'accountId', c.account_id)) FILTER (WHERE applications IS NOT NULL), '[]') AS looks
    FROM (${clientsOf(coachId, at.now)}) AS c ${daysOfClient(at)}
    LEFT JOIN LATERAL (SELECT ${sql.join(found, sql`, `)}) AS noted ON 'journal:read' = ANY(c.scopes)`)
  return rows[0] as Counts
}
