import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { applications } from '../applications/table.ts'

const byRef = (db: Db, accountId: string, source: string, id: string) => {
  const { externalRef } = applications
  return db
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.accountId, accountId),
        sql`${externalRef} ->> 'source' = ${source}`,
        sql`${externalRef} ->> 'id' = ${id}`,
      ),
    )
}

/** The application that another system knows by this id. */
export const findByRef = async (db: Db, accountId: string, source: string, id: string) =>
  (await byRef(db, accountId, source, id))[0]

/** The same, kept for this transaction. */
export const lockByRef = async (db: Db, accountId: string, source: string, id: string) =>
  (await byRef(db, accountId, source, id).for('update'))[0]
