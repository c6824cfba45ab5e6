import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { offers } from '../../journal/offers/table.ts'
import { outcomes } from '../../journal/outcomes/table.ts'
import { questions } from '../../journal/questions/table.ts'
import { ownReasons } from '../../journal/reasons/table.ts'
import { entryPlans, entryQuestions, reflectionEntries } from '../../journal/reflections/table.ts'
import { studyItemPrompts, studyReviews } from '../../journal/study-items/table.ts'
import { insertMany } from '../../platform/database/insert-many.ts'
import type { Db } from '../../platform/database/pool.ts'
import { importedRows } from '../import-rows/table.ts'
import type { Kind, Members } from '../journal-records/rules.ts'
import { type IdentifiedKind, TABLES } from '../journal-records/table.ts'
import type { Known } from './rules/intake.ts'
import { importedRecords } from './table.ts'

/** @NOTE Drizzle cannot follow a table that is itself a parameter. */
const any = (table: PgTable) => table as never

/** What a record stands beneath, for the kinds of which it counts. */
const PARENTS: { [Name in IdentifiedKind]?: PgColumn } = {
  interviews: interviews.applicationId,
  questions: questions.interviewId,
}

const isOneOf = (column: PgColumn | SQL, values: string[], type: 'uuid' | 'text') =>
  sql`${column} = ANY(${sql.param(values)}::${sql.raw(type)}[])`

/** What of these came from a file before, and is called otherwise here. */
const findCame = (db: Db, accountId: string, kind: Kind, sourceIds: string[]) =>
  db
    .select({ sourceId: importedRecords.sourceId, id: importedRecords.recordId })
    .from(importedRecords)
    .where(
      and(
        eq(importedRecords.accountId, accountId),
        eq(importedRecords.kind, kind),
        isOneOf(importedRecords.sourceId, sourceIds, 'uuid'),
      ),
    )

/**
 * Which of these ids are known: of the account's own records, or of records that came from a file. They stay until the
 * transaction ends.
 */
export const findKnown = async (
  db: Db,
  accountId: string,
  kind: IdentifiedKind,
  sourceIds: string[],
): Promise<Known[]> => {
  const table = TABLES[kind]
  const came = new Map((await findCame(db, accountId, kind, sourceIds)).map((it) => [it.sourceId, it.id]))
  const places = sourceIds.map((sourceId) => ({ sourceId, id: came.get(sourceId) ?? sourceId }))
  const ids = places.map(({ id }) => id)
  const rows = await db
    .select({ id: table.id, parentId: sql<string | null>`${PARENTS[kind] ?? sql`NULL`}` })
    .from(any(table))
    .where(and(eq(table.accountId, accountId), isOneOf(table.id, ids, 'uuid')))
    .for('key share', { of: table })
  const parents = new Map((rows as Known[]).map(({ id, parentId }) => [id, parentId]))
  return places.flatMap((place) => {
    const parentId = parents.get(place.id)
    return parentId === undefined ? [] : [{ ...place, parentId }]
  })
}

const KEYS: { [Name in Kind]?: { table: PgTable & { accountId: PgColumn }; key: SQL } } = {
  applications: {
    table: applications,
    key: sql`(${applications.externalRef} ->> 'source') || ' ' || (${applications.externalRef} ->> 'id')`,
  },
  studyItems: { table: studyItemPrompts, key: sql`${studyItemPrompts.promptDigest}` },
  offers: { table: offers, key: sql`${offers.applicationId}::text` },
  outcomes: { table: outcomes, key: sql`${outcomes.applicationId}::text` },
  importedRows: {
    table: importedRows,
    key: sql`${importedRows.identity} || ' ' || ${importedRows.occurrence}`,
  },
}

/** Which of these keys, of which an account holds each but once, are taken. */
export const findTaken = async (db: Db, accountId: string, kind: Kind, keys: string[]): Promise<string[]> => {
  const unique = KEYS[kind]
  if (!unique || keys.length === 0) return []
  const { table, key } = unique
  const rows = await db
    .select({ key: sql<string>`${key}` })
    .from(any(table))
    .where(and(eq(table.accountId, accountId), isOneOf(key, keys, 'text')))
  return (rows as { key: string }[]).map((row) => row.key)
}

export const findGroups = (db: Db, accountId: string) =>
  db
    .select({ code: ownReasons.code, group: ownReasons.group })
    .from(ownReasons)
    .where(eq(ownReasons.accountId, accountId))

/** A part of a record with the columns of its own rows. */
type Part = Members & { questionId?: string | null; planId?: string | null }

const partsOf = (rows: Members[], name: 'entries' | 'reviews', link: 'reflectionId' | 'itemId'): Part[] =>
  rows.flatMap(({ id, accountId, updatedAt, [name]: parts }) =>
    (parts as Part[]).map((part) => ({ ...part, accountId, updatedAt, [link]: id, entryId: part.id })),
  )

const insertEntries = async (db: Db, rows: Members[]) => {
  const entries = partsOf(rows, 'entries', 'reflectionId')
  const linking = (name: 'questionId' | 'planId') => entries.filter((entry) => entry[name])
  await insertMany(db, reflectionEntries, entries)
  await insertMany(db, entryQuestions, linking('questionId'))
  await insertMany(db, entryPlans, linking('planId'))
}

const insertStudies = async (db: Db, rows: Members[]) => {
  const wordings = rows.flatMap(({ id, accountId, wordings: digests }) =>
    (digests as string[]).map((promptDigest) => ({ accountId, itemId: id, promptDigest })),
  )
  await insertMany(db, studyItemPrompts, wordings)
  await insertMany(db, studyReviews, partsOf(rows, 'reviews', 'itemId'))
}

/** Stores records of one kind, with what they are made of. */
export const insertRecords = async (db: Db, kind: Kind, rows: Members[]): Promise<void> => {
  await insertMany(db, kind === 'importedRows' ? importedRows : TABLES[kind], rows)
  if (kind === 'reflections') await insertEntries(db, rows)
  if (kind === 'studyItems') await insertStudies(db, rows)
}

type Came = typeof importedRecords.$inferInsert

/** Remembers which record came from which one of a file. */
export const rememberRecords = async (db: Db, rows: Came[]): Promise<void> => {
  const latest = sql`ON CONFLICT (account_id, kind, source_id) DO UPDATE SET record_id = excluded.record_id`
  await insertMany(db, importedRecords, rows, latest)
}
