import { eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { offers } from '../../journal/offers/table.ts'
import { outcomes } from '../../journal/outcomes/table.ts'
import { pauses } from '../../journal/pauses/table.ts'
import { pitches } from '../../journal/pitches/table.ts'
import { planReviews, plans } from '../../journal/plans/table.ts'
import { questions } from '../../journal/questions/table.ts'
import { entryPlans, reflectionEntries, reflections } from '../../journal/reflections/table.ts'
import { studyItemPrompts, studyItems, studyReviews } from '../../journal/study-items/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import type { Rows, Section } from './rules/rows.ts'

type Members<Name extends Section> = Record<Exclude<keyof Rows[Name][number], 'createdOn'>, SQL | PgColumn>
type Owned = { accountId: PgColumn }

/** All of an account's records of one kind, as one array. @NOTE Rows as JSON: cheaper than `json_build_object`. */
const all = <Name extends Section>(table: Owned, members: Members<Name>) => {
  const columns = Object.entries<SQL | PgColumn>(members).map(
    ([name, value]) => sql`${value} AS ${sql.identifier(name)}`,
  )
  return (accountId: string) =>
    sql`(SELECT coalesce(json_agg(record), '[]') FROM
      (SELECT ${sql.join(columns, sql`, `)} FROM ${table} WHERE ${eq(table.accountId, accountId)}) AS record)`
}

const ofReflection = sql`${reflectionEntries.accountId} = ${reflections.accountId}
  AND ${reflectionEntries.reflectionId} = ${reflections.id}`
const sameEntry = sql`${entryPlans.accountId} = ${reflectionEntries.accountId} AND ${entryPlans.entryId} = ${reflectionEntries.id}`

const SECTIONS: { [Name in Section]: (accountId: string) => SQL } = {
  applications: all<'applications'>(applications, {
    applicationId: applications.id,
    createdAt: applications.createdAt,
    appliedOn: applications.appliedOn,
    stage: applications.stage,
    status: applications.status,
    tags: applications.tags,
    source: applications.source,
    roleTitle: applications.roleTitle,
    resumeVersion: applications.resumeVersion,
  }),
  outcomes: all<'outcomes'>(outcomes, {
    applicationId: outcomes.applicationId,
    kind: outcomes.kind,
    attribution: outcomes.attribution,
    reasons: outcomes.reasons,
    anythingToLearn: outcomes.anythingToLearn,
    decidedOn: outcomes.decidedOn,
    learnedOn: outcomes.learnedOn,
  }),
  offers: all<'offers'>(offers, { applicationId: offers.applicationId, receivedOn: offers.receivedOn }),
  interviews: all<'interviews'>(interviews, {
    id: interviews.id,
    applicationId: interviews.applicationId,
    createdAt: interviews.createdAt,
    round: interviews.round,
    status: interviews.status,
    result: interviews.result,
    kind: interviews.kind,
    startsAt: interviews.startsAt,
    heldOn: interviews.heldOn,
    heardBackOn: interviews.heardBackOn,
    pitchId: interviews.pitchId,
  }),
  reflections: all<'reflections'>(reflections, {
    id: reflections.id,
    applicationId: reflections.applicationId,
    interviewId: reflections.interviewId,
    from: reflections.from,
    status: reflections.status,
    private: reflections.private,
    plans: sql`(SELECT count(*) FROM ${reflectionEntries} JOIN ${entryPlans} ON ${sameEntry} WHERE ${ofReflection})`,
  }),
  plans: all<'plans'>(plans, {
    id: plans.id,
    createdAt: plans.createdAt,
    status: plans.status,
    private: plans.private,
    reflectionId: sql`(SELECT ${reflectionEntries.reflectionId} FROM ${entryPlans} JOIN ${reflectionEntries} ON ${sameEntry}
      WHERE ${entryPlans.accountId} = ${plans.accountId} AND ${entryPlans.planId} = ${plans.id}
      ORDER BY ${entryPlans.entryId} LIMIT 1)`,
  }),
  planReviews: all<'planReviews'>(planReviews, {
    planId: planReviews.planId,
    interviewId: planReviews.interviewId,
    createdAt: planReviews.createdAt,
    tried: planReviews.tried,
    helped: planReviews.helped,
  }),
  questions: all<'questions'>(questions, {
    id: questions.id,
    interviewId: questions.interviewId,
    createdAt: questions.createdAt,
    promptDigest: questions.promptDigest,
    kind: questions.kind,
    topic: questions.topic,
    answered: questions.answered,
  }),
  studyItems: all<'studyItems'>(studyItems, {
    id: studyItems.id,
    prompt: studyItems.prompt,
    topic: studyItems.topic,
    state: studyItems.state,
    createdAt: studyItems.createdAt,
    promptDigests: sql`(SELECT coalesce(json_agg(${studyItemPrompts.promptDigest}), '[]') FROM ${studyItemPrompts}
      WHERE ${studyItemPrompts.accountId} = ${studyItems.accountId} AND ${studyItemPrompts.itemId} = ${studyItems.id})`,
  }),
  studyReviews: all<'studyReviews'>(studyReviews, {
    id: studyReviews.id,
    itemId: studyReviews.itemId,
    rating: studyReviews.rating,
    source: studyReviews.source,
    on: studyReviews.on,
    createdAt: studyReviews.createdAt,
  }),
  pitches: all<'pitches'>(pitches, {
    id: pitches.id,
    title: pitches.title,
    previousId: pitches.previousId,
    archivedAt: pitches.archivedAt,
  }),
  pauses: all<'pauses'>(pauses, { from: pauses.from, to: pauses.to }),
}

const INSTANTS = ['createdAt', 'startsAt', 'archivedAt']

/** An instant as JSON has it, `2026-03-17T13:00:00.5+00:00`, in the form of all others. */
const rfc3339 = (at: string): string =>
  `${at.slice(0, 19)}.${/\.(\d{1,3})/.exec(at)?.[1]?.padEnd(3, '0') ?? '000'}Z`

/** @NOTE Here and not by `to_char`, which costs more than all the rest of the query. The session speaks UTC. */
const writeInstants = (row: Record<string, unknown>): void => {
  for (const name of INSTANTS) {
    const at = row[name]
    if (typeof at === 'string') row[name] = rfc3339(at)
  }
}

type DayOf = (instant: string) => string

/** @NOTE Not in the query either: a database may not know every time zone that an account may have. */
const writeDays = (row: Record<string, unknown>, dayOf: DayOf): void => {
  const { createdAt, startsAt, heldOn } = row
  if (typeof createdAt === 'string') row.createdOn = dayOf(createdAt)
  if (typeof startsAt === 'string' && heldOn === null) row.heldOn = dayOf(startsAt)
}

const timeZoneOf = (accountId: string) =>
  sql`(SELECT ${accounts.timeZone} FROM ${accounts} WHERE ${eq(accounts.id, accountId)}) AS "timeZone"`

/**
 * Some kinds of an account's records, compact and in one query, with the time zone that it lives in.
 * @param dayReader tells days in a time zone
 */
export const findRows = async <Name extends Section>(
  db: Db,
  accountId: string,
  names: readonly Name[],
  dayReader: (timeZone: string) => DayOf,
): Promise<{ rows: Pick<Rows, Name>; timeZone: string }> => {
  const columns = names.map((name) => sql`${SECTIONS[name](accountId)} AS ${sql.identifier(name)}`)
  const { rows: found } = await db.execute(
    sql`SELECT ${sql.join([timeZoneOf(accountId), ...columns], sql`, `)}`,
  )
  const { timeZone, ...rows } = found[0] as { timeZone: string } & Record<Name, Record<string, unknown>[]>
  const dayOf = dayReader(timeZone)
  for (const row of names.flatMap((name) => (rows as Record<Name, Record<string, unknown>[]>)[name])) {
    writeInstants(row)
    writeDays(row, dayOf)
  }
  return { rows: rows as unknown as Pick<Rows, Name>, timeZone }
}
