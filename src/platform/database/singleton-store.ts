import { and, eq, placeholder } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Db } from './pool.ts'
import { statement } from './statement.ts'

type SingletonTable = PgTable & Record<'accountId' | 'applicationId', PgColumn>

/** The query that every table has of which an application holds at most one row. */
export const singletonStore = <Table extends SingletonTable>(name: string, table: Table) => {
  const byApplication = statement((db) =>
    db
      .select()
      .from(table as PgTable as never)
      .where(
        and(
          eq(table.accountId, placeholder('accountId')),
          eq(table.applicationId, placeholder('applicationId')),
        ),
      )
      .prepare(`${name}_by_application`),
  )
  return {
    findByApplication: async (db: Db, accountId: string, applicationId: string) =>
      ((await byApplication(db).execute({ accountId, applicationId })) as Table['$inferSelect'][])[0],
  }
}
