import { and, asc, eq, getTableColumns, gt, inArray, or, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { notes } from '../../journal/notes/table.ts'
import { entryPlans, entryQuestions, reflectionEntries } from '../../journal/reflections/table.ts'
import { studyItemPrompts, studyReviews } from '../../journal/study-items/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import type { Page } from '../../platform/lists.ts'
import { importedRows } from '../import-rows/table.ts'
import type { Members } from '../journal-records/rules.ts'
import { type IdentifiedKind, TABLES } from '../journal-records/table.ts'

/** What another account wrote for its own eyes is no part of the journal that its owner takes along. */
const isOwn = or(eq(notes.authorId, notes.accountId), eq(notes.visibility, 'shared'))

type Row = Members & { id: string }

const withEntries = async (db: Db, accountId: string, rows: Row[]): Promise<Row[]> => {
  const { id, reflectionId, step, text, selfTalkDismissed, createdAt } = reflectionEntries
  const linked = (link: typeof entryQuestions | typeof entryPlans) =>
    and(eq(link.accountId, reflectionEntries.accountId), eq(link.entryId, reflectionEntries.id))
  const ids = rows.map((row) => row.id)
  const written = await db
    .select({
      id,
      reflectionId,
      step,
      text,
      selfTalkDismissed,
      createdAt,
      questionId: entryQuestions.questionId,
      planId: entryPlans.planId,
    })
    .from(reflectionEntries)
    .leftJoin(entryQuestions, linked(entryQuestions))
    .leftJoin(entryPlans, linked(entryPlans))
    .where(and(eq(reflectionEntries.accountId, accountId), inArray(reflectionId, ids)))
    .orderBy(asc(createdAt), asc(id))
  const entries = Map.groupBy(written, (entry) => entry.reflectionId)
  return rows.map((row) => ({ ...row, entries: entries.get(row.id) ?? [] }))
}

const withStudies = async (db: Db, accountId: string, rows: Row[]): Promise<Row[]> => {
  const ids = rows.map(({ id }) => id)
  const leading = await db
    .select()
    .from(studyItemPrompts)
    .where(and(eq(studyItemPrompts.accountId, accountId), inArray(studyItemPrompts.itemId, ids)))
    .orderBy(asc(studyItemPrompts.promptDigest))
  const studied = await db
    .select()
    .from(studyReviews)
    .where(and(eq(studyReviews.accountId, accountId), inArray(studyReviews.itemId, ids)))
    .orderBy(asc(studyReviews.id))
  const wordings = Map.groupBy(leading, ({ itemId }) => itemId)
  const reviews = Map.groupBy(studied, ({ itemId }) => itemId)
  return rows.map((row) => ({
    ...row,
    wordings: (wordings.get(row.id) ?? []).map(({ promptDigest }) => promptDigest),
    reviews: reviews.get(row.id) ?? [],
  }))
}

/** One record more than the page holds, in the order of their ids; with what it is made of. */
export const listRecords = async (
  db: Db,
  accountId: string,
  kind: IdentifiedKind,
  { limit, after }: Page,
): Promise<Row[]> => {
  const table = TABLES[kind]
  // @NOTE Drizzle cannot follow a table that is itself a parameter.
  const rows: Row[] = await db
    .select()
    .from(table as PgTable as never)
    .where(
      and(
        eq(table.accountId, accountId),
        after && gt(table.id, after.id),
        kind === 'notes' ? isOwn : undefined,
      ),
    )
    .orderBy(asc(table.id))
    .limit(limit + 1)
  if (rows.length === 0) return rows
  if (kind === 'reflections') return withEntries(db, accountId, rows)
  return kind === 'studyItems' ? withStudies(db, accountId, rows) : rows
}

/** One row more than the page holds, in the order of what they are recognised by. */
export const listImportedRows = (db: Db, accountId: string, { limit, after }: Page) => {
  const { identity, occurrence } = importedRows
  return db
    .select({ ...getTableColumns(importedRows), id: sql<string>`${occurrence}::text` })
    .from(importedRows)
    .where(
      and(
        eq(importedRows.accountId, accountId),
        after && sql`(${identity}, ${occurrence}) > (${after.value ?? ''}, ${after.id}::int)`,
      ),
    )
    .orderBy(asc(identity), asc(occurrence))
    .limit(limit + 1)
}
