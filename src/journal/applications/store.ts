import {
  and,
  arrayContains,
  desc,
  eq,
  getTableColumns,
  gte,
  isNotNull,
  isNull,
  lte,
  ne,
  or,
  placeholder,
  type SQL,
  sql,
} from 'drizzle-orm'
import { isAnyOf, isUpdatedFrom } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import { type Order, recordStore } from '../../platform/database/record-store.ts'
import { statement } from '../../platform/database/statement.ts'
import { interviews } from '../interviews/table.ts'
import { offers } from '../offers/table.ts'
import type { Attribution, OutcomeKind } from '../outcomes/rules.ts'
import { outcomes } from '../outcomes/table.ts'
import type { computedOf, Stage, Status } from './rules.ts'
import { applications, comparedAddress, comparedName } from './table.ts'

export type ApplicationRow = typeof applications.$inferSelect

const records = recordStore('application', applications)

const ofApplication = (table: typeof interviews | typeof offers | typeof outcomes) =>
  sql`${table.accountId} = ${applications.accountId} AND ${table.applicationId} = ${applications.id}`

type Filters = {
  stage?: readonly Stage[] | undefined
  status?: readonly Status[] | undefined
  outcome?: readonly OutcomeKind[] | undefined
  attribution?: readonly Attribution[] | undefined
  tag?: string | undefined
  source?: string | undefined
  appliedFrom?: string | undefined
  appliedTo?: string | undefined
  archived?: boolean | undefined
  updatedFrom?: string | undefined
}

const given = <Value>(value: Value | undefined, condition: (value: Value) => SQL | undefined) =>
  value === undefined ? undefined : condition(value)

const attributed = (attributions: readonly Attribution[]) =>
  sql`EXISTS (SELECT FROM ${outcomes} WHERE ${ofApplication(outcomes)} AND ${isAnyOf(outcomes.attribution, attributions)})`
const from = (source: string) =>
  or(
    sql`lower(${applications.source} ->> 'name') = lower(${source})`,
    sql`${applications.source} ->> 'channel' = ${source}`,
  )

/** A text as it is searched: without case, accents and width, and with one letter for those that few keyboards have. */
const searched = (text: SQL) => {
  const bare = sql`lower(regexp_replace(normalize(${text}, NFKD), '[\\u0300-\\u036f]+', '', 'g'))`
  return sql`replace(translate(${bare}, 'ıłøđς', 'ilodσ'), 'ß', 'ss')`
}
const pattern = (word: string) =>
  sql`'%' || regexp_replace(${searched(sql`${word}::text`)}, '([\\\\%_])', '\\\\\\1', 'g') || '%'`
/** @NOTE One comparison with all patterns, so that each text is made plain but once. */
const contain = (words: string[]) => {
  const text = searched(sql`concat_ws(E'\\n', ${applications.company}, ${applications.roleTitle})`)
  return sql`${text} LIKE ALL (ARRAY[${sql.join(words.map(pattern), sql`, `)}])`
}

const appliedOn = sql`coalesce(${applications.appliedOn}, '-infinity'::date)`
const ORDERS: Record<string, Order> = {
  appliedOn: { by: appliedOn },
  lastActivityAt: { by: applications.lastActivityAt },
}

export const store = {
  ...records,
  filter: (words: string[], filters: Filters): SQL | undefined =>
    and(
      isAnyOf(applications.stage, filters.stage),
      isAnyOf(applications.status, filters.status),
      isAnyOf(applications.outcome, filters.outcome),
      given(filters.attribution, attributed),
      given(filters.tag, (tag) => arrayContains(applications.tags, [tag])),
      given(filters.source, from),
      given(filters.appliedFrom, (day) => gte(applications.appliedOn, day)),
      given(filters.appliedTo, (day) => lte(applications.appliedOn, day)),
      given(filters.archived, (archived) => (archived ? isNotNull : isNull)(applications.archivedAt)),
      isUpdatedFrom(applications, filters.updatedFrom),
      words.length > 0 ? contain(words) : undefined,
    ),
  /** `-appliedOn` and the like: `-` puts the latest first. */
  order: (sort: string): Order => ({ ...ORDERS[sort.replace('-', '')], ascending: !sort.startsWith('-') }),
}

const alike = (column: typeof applications.company | typeof applications.roleTitle, text: string) =>
  eq(comparedName(column), comparedName(sql`${text}::text`))

/** Others with the same address, or open ones with the same company and role; the newest first. */
export const findLookalikes = async (
  db: Db,
  { accountId, id, url, company, roleTitle }: ApplicationRow,
  limit: number,
) => {
  const sameRole =
    company && roleTitle
      ? and(
          eq(applications.status, 'open'),
          alike(applications.company, company),
          alike(applications.roleTitle, roleTitle),
        )
      : undefined
  const sameUrl = url ? eq(comparedAddress(applications.url), comparedAddress(sql`${url}::text`)) : undefined
  if (!sameRole && !sameUrl) return []
  const rows = await db
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.accountId, accountId), ne(applications.id, id), or(sameRole, sameUrl)))
    .orderBy(desc(applications.id))
    .limit(limit)
  return rows.map((row) => row.id)
}

const interviewFact = <T>(expression: SQL) =>
  sql<T>`(SELECT ${expression} FROM ${interviews} WHERE ${ofApplication(interviews)})`
const held = sql`${interviews.status} = 'completed'`

const factsOf = statement((db) =>
  db
    .select({
      id: applications.id,
      createdAt: applications.createdAt,
      appliedOn: applications.appliedOn,
      respondedOn: applications.respondedOn,
      interviewCount: interviewFact<number>(sql`count(*)::int`),
      heldCount: interviewFact<number>(sql`count(*) FILTER (WHERE ${held})::int`),
      lastHeldOn: interviewFact<string | null>(sql`max(${interviews.heldOn}) FILTER (WHERE ${held})`),
      lastHeldAt: interviewFact<string | null>(
        sql`max(${interviews.startsAt}) FILTER (WHERE ${held})`,
      ).mapWith(interviews.startsAt),
      lastHeardOn: interviewFact<string | null>(sql`max(${interviews.heardBackOn})`),
      hasOffer: sql<boolean>`${offers.id} IS NOT NULL`,
      offeredOn: offers.receivedOn,
      outcome: outcomes.kind,
      decidedOn: outcomes.decidedOn,
      learnedOn: outcomes.learnedOn,
    })
    .from(applications)
    .leftJoin(offers, ofApplication(offers))
    .leftJoin(outcomes, ofApplication(outcomes))
    .where(
      and(
        eq(applications.accountId, placeholder('accountId')),
        sql`${applications.id} = ANY(${placeholder('ids')}::uuid[])`,
      ),
    )
    .prepare('application_facts'),
)

/** What the records of these applications say, in one query. */
export const findFacts = (db: Db, accountId: string, ids: string[]) => factsOf(db).execute({ accountId, ids })

type Computed = ReturnType<typeof computedOf> & { id: string }

const computed = sql`jsonb_to_recordset(${placeholder('computed')}::jsonb) AS computed(id uuid, stage text, status text,
  outcome text, "interviewCount" int, "lastInterviewOn" date,
  "lastHeldAt" timestamptz, "lastActivityOn" date, "lastActivityAt" timestamptz)`
const storeComputed = statement((db) =>
  db
    .update(applications)
    .set({
      stage: sql`computed.stage`,
      status: sql`computed.status`,
      outcome: sql`computed.outcome`,
      interviewCount: sql`computed."interviewCount"`,
      lastInterviewOn: sql`computed."lastInterviewOn"`,
      lastHeldAt: sql`computed."lastHeldAt"`,
      lastActivityOn: sql`computed."lastActivityOn"`,
      lastActivityAt: sql`computed."lastActivityAt"`,
    })
    .from(computed)
    .where(and(eq(applications.accountId, placeholder('accountId')), sql`${applications.id} = computed.id`))
    .returning(getTableColumns(applications))
    .prepare('store_computed_members'),
)

/** Stores the computed members; these are no change of the records by their owner, so the version stays. */
export const setComputed = async (db: Db, accountId: string, members: Computed[]) => {
  const rows = await storeComputed(db).execute({ accountId, computed: JSON.stringify(members) })
  return rows as ApplicationRow[]
}
