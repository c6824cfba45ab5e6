import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { wins } from '../../guidance/wins/table.ts'
import { applications } from '../../journal/applications/table.ts'
import { interviews } from '../../journal/interviews/table.ts'
import { notes } from '../../journal/notes/table.ts'
import { offers } from '../../journal/offers/table.ts'
import { outcomeChanges, outcomes } from '../../journal/outcomes/table.ts'
import { pauses } from '../../journal/pauses/table.ts'
import { pitches } from '../../journal/pitches/table.ts'
import { planReviews, plans } from '../../journal/plans/table.ts'
import { questions } from '../../journal/questions/table.ts'
import { ownReasons } from '../../journal/reasons/table.ts'
import {
  entryPlans,
  entryQuestions,
  reflectionEntries,
  reflections,
} from '../../journal/reflections/table.ts'
import { studyItemPrompts, studyItems, studyReviews } from '../../journal/study-items/table.ts'
import type { Db } from '../../platform/database/pool.ts'
import { importedRows } from '../import-rows/table.ts'
import type { Kind, Members } from '../journal-records/rules.ts'
import { importedRecords } from './table.ts'

type RecordTable = PgTable & Record<'accountId' | 'id', PgColumn>
type IdentifiedKind = Exclude<Kind, 'importedRows'>

const TABLES: Record<IdentifiedKind, RecordTable> = {
  reasons: ownReasons,
  applications,
  pitches,
  interviews,
  questions,
  studyItems,
  offers,
  outcomes,
  outcomeChanges,
  plans,
  planReviews,
  reflections,
  notes,
  pauses,
  wins,
}

/** @NOTE Drizzle cannot follow a table that is itself a parameter. */
const any = (table: PgTable) => table as never

/** What a record stands beneath, for the kinds of which it counts. */
const PARENTS: { [Name in IdentifiedKind]?: PgColumn } = {
  interviews: interviews.applicationId,
  questions: questions.interviewId,
}

const isOneOf = (column: PgColumn | SQL, values: string[], type: 'uuid' | 'text') =>
  sql`${column} = ANY(${sql.param(values)}::${sql.raw(type)}[])`

/** Which of these ids are known: of the account's own records, or of records that came from a file. They stay until the transaction ends. */
export const findKnown = async (db: Db, accountId: string, kind: IdentifiedKind, sourceIds: string[]) => {
  const table = TABLES[kind]
  const parentId = sql<string | null>`${PARENTS[kind] ?? sql`NULL`}`
  const { sourceId, recordId } = importedRecords
  const came = and(
    eq(importedRecords.accountId, table.accountId),
    eq(recordId, table.id),
    eq(importedRecords.kind, kind),
  )
  const mine = eq(table.accountId, accountId)
  const lock = ['key share', { of: table }] as const
  const brought = await db
    .select({ sourceId, id: table.id, parentId })
    .from(any(table))
    .innerJoin(importedRecords, came)
    .where(and(mine, isOneOf(sourceId, sourceIds, 'uuid')))
    .for(...lock)
  const own = await db
    .select({ sourceId: table.id, id: table.id, parentId })
    .from(any(table))
    .where(and(mine, isOneOf(table.id, sourceIds, 'uuid')))
    .for(...lock)
  return [...brought, ...own] as { sourceId: string; id: string; parentId: string | null }[]
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

// The protocol numbers the values of one statement with 16 bits.
const ROWS_AT_ONCE = 500

const insertAll = async (db: Db, table: PgTable, rows: Members[]) => {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db.insert(any(table)).values(rows.slice(from, from + ROWS_AT_ONCE) as never)
}

/** A part of a record with the columns of its own rows. */
type Part = Members & { questionId?: string | null; planId?: string | null }

const partsOf = (rows: Members[], name: 'entries' | 'reviews', link: 'reflectionId' | 'itemId'): Part[] =>
  rows.flatMap(({ id, accountId, updatedAt, [name]: parts }) =>
    (parts as Part[]).map((part) => ({ ...part, accountId, updatedAt, [link]: id, entryId: part.id })),
  )

const insertEntries = async (db: Db, rows: Members[]) => {
  const entries = partsOf(rows, 'entries', 'reflectionId')
  const linking = (name: 'questionId' | 'planId') => entries.filter((entry) => entry[name])
  await insertAll(db, reflectionEntries, entries)
  await insertAll(db, entryQuestions, linking('questionId'))
  await insertAll(db, entryPlans, linking('planId'))
}

const insertStudies = async (db: Db, rows: Members[]) => {
  const wordings = rows.flatMap(({ id, accountId, wordings: digests }) =>
    (digests as string[]).map((promptDigest) => ({ accountId, itemId: id, promptDigest })),
  )
  await insertAll(db, studyItemPrompts, wordings)
  await insertAll(db, studyReviews, partsOf(rows, 'reviews', 'itemId'))
}

/** Stores records of one kind, with what they are made of. */
export const insertRecords = async (db: Db, kind: Kind, rows: Members[]): Promise<void> => {
  await insertAll(db, kind === 'importedRows' ? importedRows : TABLES[kind], rows)
  if (kind === 'reflections') await insertEntries(db, rows)
  if (kind === 'studyItems') await insertStudies(db, rows)
}

type Came = typeof importedRecords.$inferInsert

/** Remembers which record came from which one of a file. */
export const rememberRecords = async (db: Db, rows: Came[]): Promise<void> => {
  const { accountId, kind, sourceId } = importedRecords
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db
      .insert(importedRecords)
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflictDoUpdate({ target: [accountId, kind, sourceId], set: { recordId: sql`excluded.record_id` } })
}
