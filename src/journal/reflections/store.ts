import { and, asc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm'
import { isAnyOf, isUpdatedFrom } from '../../platform/database/filters.ts'
import type { Db } from '../../platform/database/pool.ts'
import { recordStore } from '../../platform/database/record-store.ts'
import { interviews } from '../interviews/table.ts'
import type { ReflectionStatus } from './rules.ts'
import { entryPlans, entryQuestions, reflectionEntries, reflections } from './table.ts'

export type ReflectionRow = typeof reflections.$inferSelect

type Filters = {
  interviewId?: string | undefined
  applicationId?: string | undefined
  from?: string | undefined
  to?: string | undefined
  status?: readonly ReflectionStatus[] | undefined
  updatedFrom?: string | undefined
  withPrivate: boolean
}

/** About an application itself, or one of its interviews. */
const aboutApplication = (applicationId: string) =>
  or(
    eq(reflections.applicationId, applicationId),
    sql`EXISTS (SELECT FROM ${interviews} WHERE ${interviews.accountId} = ${reflections.accountId}
      AND ${interviews.id} = ${reflections.interviewId} AND ${interviews.applicationId} = ${applicationId})`,
  )

export const store = {
  ...recordStore('reflection', reflections),
  filter: ({ interviewId, applicationId, from, to, status, updatedFrom, withPrivate }: Filters) =>
    and(
      interviewId ? eq(reflections.interviewId, interviewId) : undefined,
      applicationId ? aboutApplication(applicationId) : undefined,
      from ? gte(reflections.from, from) : undefined,
      to ? lte(reflections.to, to) : undefined,
      isAnyOf(reflections.status, status),
      isUpdatedFrom(reflections, updatedFrom),
      withPrivate ? undefined : eq(reflections.private, false),
    ),
}

const linked = (link: typeof entryQuestions | typeof entryPlans) =>
  and(eq(link.accountId, reflectionEntries.accountId), eq(link.entryId, reflectionEntries.id))

/** The entries of several reflections, in the order of writing. */
export const entriesOf = (db: Db, accountId: string, reflectionIds: string[]) =>
  db
    .select({
      id: reflectionEntries.id,
      reflectionId: reflectionEntries.reflectionId,
      step: reflectionEntries.step,
      text: reflectionEntries.text,
      selfTalkDismissed: reflectionEntries.selfTalkDismissed,
      createdAt: reflectionEntries.createdAt,
      updatedAt: reflectionEntries.updatedAt,
      questionId: entryQuestions.questionId,
      planId: entryPlans.planId,
    })
    .from(reflectionEntries)
    .leftJoin(entryQuestions, linked(entryQuestions))
    .leftJoin(entryPlans, linked(entryPlans))
    .where(
      and(eq(reflectionEntries.accountId, accountId), inArray(reflectionEntries.reflectionId, reflectionIds)),
    )
    .orderBy(asc(reflectionEntries.createdAt), asc(reflectionEntries.id))
