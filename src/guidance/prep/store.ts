import { and, asc, count, desc, eq, ne, or, type SQL, sql } from 'drizzle-orm'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { pitches } from '../../journal/pitches/table.ts'
import { planReviews, plans } from '../../journal/plans/table.ts'
import { questions } from '../../journal/questions/table.ts'
import { reflectionEntries, reflections } from '../../journal/reflections/table.ts'
import { studyItemPrompts, studyItems } from '../../journal/study-items/table.ts'
import type { Db } from '../../platform/database/pool.ts'

/** The interview to come, as far as it decides what is worth a look before it. */
export type Round = {
  interviewId: string
  applicationId: string
  company: string | null
  kind: string
  tags: string[]
  /** Its day, or today where it has none. */
  day: string
}

const total = sql<number>`count(*) OVER ()::int`
const dayOf = sql<
  string | null
>`coalesce(${interviews.heldOn}, (${interviews.startsAt} AT TIME ZONE 'UTC')::date)`

const atEmployer = ({ applicationId, company }: Round): SQL =>
  company === null
    ? sql`${applications.id} = ${applicationId}`
    : sql`(${applications.id} = ${applicationId} OR lower(trim(${applications.company})) = lower(trim(${company}::text)))`

const ofInterview = and(
  eq(interviews.accountId, questions.accountId),
  eq(interviews.id, questions.interviewId),
)
const ofApplication = and(
  eq(applications.accountId, interviews.accountId),
  eq(applications.id, interviews.applicationId),
)

/** Held before the round, as far as days are known. */
const isBefore = ({ interviewId, day }: Round) =>
  and(
    ne(interviews.id, interviewId),
    eq(interviews.status, 'completed'),
    sql`coalesce(${dayOf} <= ${day}::date, true)`,
  )

/** Open plans: those that were never reviewed first, then the oldest. */
export const findPlans = (db: Db, accountId: string, most: number) =>
  db
    .select({ id: plans.id, if: plans.if, then: plans.then, reviewCount: count(planReviews.id), total })
    .from(plans)
    .leftJoin(planReviews, and(eq(planReviews.accountId, plans.accountId), eq(planReviews.planId, plans.id)))
    .where(and(eq(plans.accountId, accountId), eq(plans.status, 'open')))
    .groupBy(plans.accountId, plans.id)
    .orderBy(sql`count(${planReviews.id}) > 0`, asc(plans.id))
    .limit(most)

/**
 * Study items that are not ready, or due by the day of the round, and fit it: asked by this employer before, on a topic
 * that the application is tagged with or that came up there, or asked in a round of this kind; the nearest fit first.
 */
export const findItems = (db: Db, accountId: string, round: Round, most: number) => {
  const employer = sql<boolean>`bool_or(${atEmployer(round)})`
  const kind = sql<boolean>`bool_or(${interviews.kind} = ${round.kind})`
  const topicsThere = db
    .select({ topic: sql`lower(${questions.topic})` })
    .from(questions)
    .innerJoin(interviews, ofInterview)
    .innerJoin(applications, ofApplication)
    .where(and(eq(questions.accountId, accountId), atEmployer(round)))
  const tags = sql.param(round.tags.map((tag) => tag.toLowerCase()))
  const fitting = db.$with('fitting').as(
    db
      .select({
        id: studyItems.id,
        scheduledOn: studyItems.scheduledOn,
        employer: sql<boolean>`coalesce(${employer}, false)`.as('employer'),
        topic: sql<boolean>`coalesce(lower(${studyItems.topic}) = ANY(${tags}::text[])
          OR lower(${studyItems.topic}) IN (${topicsThere}), false)`.as('topic'),
        kind: sql<boolean>`coalesce(${kind}, false)`.as('kind'),
      })
      .from(studyItems)
      .leftJoin(
        studyItemPrompts,
        and(eq(studyItemPrompts.accountId, studyItems.accountId), eq(studyItemPrompts.itemId, studyItems.id)),
      )
      .leftJoin(
        questions,
        and(
          eq(questions.accountId, studyItemPrompts.accountId),
          eq(questions.promptDigest, studyItemPrompts.promptDigest),
        ),
      )
      .leftJoin(interviews, and(ofInterview, ne(interviews.id, round.interviewId)))
      .leftJoin(applications, ofApplication)
      .where(
        and(
          eq(studyItems.accountId, accountId),
          or(ne(studyItems.state, 'ready'), sql`${studyItems.scheduledOn} <= ${round.day}::date`),
        ),
      )
      .groupBy(studyItems.accountId, studyItems.id),
  )
  return db
    .with(fitting)
    .select({ id: fitting.id, employer: fitting.employer, topic: fitting.topic, kind: fitting.kind, total })
    .from(fitting)
    .where(or(fitting.employer, fitting.topic, fitting.kind))
    .orderBy(desc(fitting.employer), desc(fitting.topic), asc(fitting.scheduledOn), asc(fitting.id))
    .limit(most)
}

/** What came up before with this employer, each question once as it was asked last; those not answered well first. */
export const findEarlierQuestions = (db: Db, accountId: string, round: Round, most: number) => {
  const asked = db.$with('asked').as(
    db
      .selectDistinctOn([questions.promptDigest], {
        questionId: questions.id,
        interviewId: questions.interviewId,
        round: interviews.round,
        prompt: questions.prompt,
        kind: questions.kind,
        topic: questions.topic,
        answered: questions.answered,
        day: sql<string | null>`${dayOf}`.as('day'),
      })
      .from(questions)
      .innerJoin(interviews, ofInterview)
      .innerJoin(applications, ofApplication)
      .where(and(eq(questions.accountId, accountId), atEmployer(round), isBefore(round)))
      .orderBy(questions.promptDigest, sql`${dayOf} DESC NULLS LAST`, desc(questions.id)),
  )
  const { questionId, interviewId, prompt, kind, topic, answered } = asked
  return db
    .with(asked)
    .select({ questionId, interviewId, round: asked.round, prompt, kind, topic, answered, total })
    .from(asked)
    .orderBy(
      sql`${answered} IS NOT DISTINCT FROM 'well'`,
      sql`${asked.day} DESC NULLS LAST`,
      desc(questionId),
    )
    .limit(most)
}

/** What went well before, in the owner's words: with this employer first, then in rounds of this kind, then the latest. */
export const findWentWell = (db: Db, accountId: string, round: Round, most: number) =>
  db
    .select({
      entryId: reflectionEntries.id,
      reflectionId: reflections.id,
      text: reflectionEntries.text,
      total,
    })
    .from(reflectionEntries)
    .innerJoin(
      reflections,
      and(
        eq(reflections.accountId, reflectionEntries.accountId),
        eq(reflections.id, reflectionEntries.reflectionId),
      ),
    )
    .leftJoin(
      interviews,
      and(eq(interviews.accountId, reflections.accountId), eq(interviews.id, reflections.interviewId)),
    )
    .leftJoin(
      applications,
      and(
        eq(applications.accountId, reflections.accountId),
        sql`${applications.id} = coalesce(${reflections.applicationId}, ${interviews.applicationId})`,
      ),
    )
    .where(
      and(
        eq(reflectionEntries.accountId, accountId),
        eq(reflectionEntries.step, 'went_well'),
        sql`${reflections.interviewId} IS DISTINCT FROM ${round.interviewId}`,
      ),
    )
    .orderBy(
      sql`coalesce(${atEmployer(round)}, false) DESC`,
      sql`coalesce(${interviews.kind} = ${round.kind}, false) DESC`,
      desc(reflectionEntries.id),
    )
    .limit(most)

/** The newest pitch that was not put away. */
export const findNewestPitch = async (db: Db, accountId: string) => {
  const [row] = await db
    .select({ id: pitches.id })
    .from(pitches)
    .where(and(eq(pitches.accountId, accountId), sql`${pitches.archivedAt} IS NULL`))
    .orderBy(desc(pitches.id))
    .limit(1)
  return row?.id
}
