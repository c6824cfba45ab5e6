import { and, asc, desc, eq, inArray, placeholder, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Page } from '../lists.ts'
import { insertMany } from './insert-many.ts'
import { inserter } from './insert-one.ts'
import type { Db } from './pool.ts'
import { statement } from './statement.ts'
import { type RecordTable, updateMany } from './update-many.ts'
import { updater } from './update-one.ts'

/** What a list is sorted by before the id, never null; and whether it goes up or down. */
export type Order = { by?: PgColumn | SQL; ascending?: boolean }
const NEWEST_FIRST: Order = {}

const inOrder = (id: PgColumn, { by, ascending }: Order) =>
  [...(by ? [by] : []), id].map((each) => (ascending ? asc(each) : desc(each)))

/** @NOTE One comparison of rows, so that an index that begins with the sorted value leads right to the place. */
const follows = (id: PgColumn, { after }: Page, { by, ascending }: Order) => {
  if (!after) return undefined
  const [left, right] = by
    ? [sql`(${by}, ${id})`, sql`(${after.value ?? null}, ${after.id})`]
    : [id, sql`${after.id}`]
  return ascending ? sql`${left} > ${right}` : sql`${left} < ${right}`
}

/** The queries that every table of records has; `name` begins the names of its prepared statements. */
export const recordStore = <Table extends RecordTable>(name: string, table: Table) => {
  type Row = Table['$inferSelect']
  type NewRow = Table['$inferInsert']
  type Change = { [Member in keyof Row]?: Row[Member] | undefined }
  // @NOTE Drizzle cannot follow a table that is itself a parameter; the row types above are what callers see.
  const any = table as PgTable as never
  const one = (accountId: string, id: string) => and(eq(table.accountId, accountId), eq(table.id, id))
  const first = (rows: unknown[]) => rows[0] as Row | undefined
  const theOne = and(eq(table.accountId, placeholder('accountId')), eq(table.id, placeholder('id')))
  const byId = statement((db) => db.select().from(any).where(theOne).prepare(`${name}_by_id`))
  const byIdForUpdate = statement((db) =>
    db.select().from(any).where(theOne).for('update').prepare(`${name}_by_id_for_update`),
  )

  const insertOne = inserter(`${name}_insert`, table)
  const updateOne = updater(`${name}_update`, table)

  return {
    find: async (db: Db, accountId: string, id: string) => first(await byId(db).execute({ accountId, id })),
    /** Keeps the row for this transaction: others wait until it ends. */
    lock: async (db: Db, accountId: string, id: string) =>
      first(await byIdForUpdate(db).execute({ accountId, id })),
    /** Keeps many, in the order of their ids, so that two who do never wait for each other. */
    lockMany: async (db: Db, accountId: string, ids: string[]) =>
      (await db
        .select()
        .from(any)
        .where(and(eq(table.accountId, accountId), inArray(table.id, ids)))
        .orderBy(asc(table.id))
        .for('update')) as Row[],
    /** One row more than the page holds, newest first unless `order` says otherwise; it tells whether there is a next page. */
    list: async (db: Db, accountId: string, page: Page, filter?: SQL, order: Order = NEWEST_FIRST) =>
      (await db
        .select()
        .from(any)
        .where(and(eq(table.accountId, accountId), follows(table.id, page, order), filter))
        .orderBy(...inOrder(table.id, order))
        .limit(page.limit + 1)) as Row[],
    insert: async (db: Db, row: NewRow) => (await insertOne(db, row)) as Row,
    insertMany: (db: Db, rows: NewRow[]) => insertMany(db, table, rows),
    update: async (db: Db, accountId: string, id: string, change: Change) =>
      (await updateOne(db, accountId, id, change)) as Row,
    updateMany: (db: Db, accountId: string, rows: Row[]) => updateMany(db, table, accountId, rows),
    remove: async (db: Db, accountId: string, id: string) => {
      await db.delete(any).where(one(accountId, id))
    },
  }
}
