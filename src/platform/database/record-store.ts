import { and, desc, eq, lt, placeholder, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Page } from '../lists.ts'
import type { Db } from './pool.ts'
import { statement } from './statement.ts'

type RecordTable = PgTable & Record<'accountId' | 'id' | 'version', PgColumn>

/** The queries that every table of records has; `name` begins the names of its prepared statements. */
export const recordStore = <Table extends RecordTable>(name: string, table: Table) => {
  type Row = Table['$inferSelect']
  type NewRow = Table['$inferInsert']
  type Change = { [Member in keyof Row]?: Row[Member] | undefined }
  // @NOTE Drizzle cannot follow a table that is itself a parameter; the row types above are what callers see.
  const any = table as PgTable as never
  const one = (accountId: string, id: string) => and(eq(table.accountId, accountId), eq(table.id, id))
  const first = (rows: unknown[]) => rows[0] as Row | undefined
  const byId = statement((db) =>
    db
      .select()
      .from(any)
      .where(and(eq(table.accountId, placeholder('accountId')), eq(table.id, placeholder('id'))))
      .prepare(`${name}_by_id`),
  )

  return {
    find: async (db: Db, accountId: string, id: string) => first(await byId(db).execute({ accountId, id })),
    /** Keeps the row for this transaction: others wait until it ends. */
    lock: async (db: Db, accountId: string, id: string) =>
      first(await db.select().from(any).where(one(accountId, id)).for('update')),
    /** One row more than the page holds, newest first; it tells whether there is a next page. */
    list: async (db: Db, accountId: string, { limit, before }: Page, filter?: SQL) =>
      (await db
        .select()
        .from(any)
        .where(and(eq(table.accountId, accountId), before ? lt(table.id, before) : undefined, filter))
        .orderBy(desc(table.id))
        .limit(limit + 1)) as Row[],
    insert: async (db: Db, row: NewRow) => {
      const rows = (await db
        .insert(any)
        .values(row as never)
        .returning()) as unknown[]
      return rows[0] as Row
    },
    update: async (db: Db, accountId: string, id: string, change: Change) => {
      const set = { ...change, version: sql`${table.version} + 1` } as never
      const rows = (await db.update(any).set(set).where(one(accountId, id)).returning()) as unknown[]
      return rows[0] as Row
    },
    remove: async (db: Db, accountId: string, id: string) => {
      await db.delete(any).where(one(accountId, id))
    },
  }
}
