import { asc, eq, inArray, placeholder, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { statement } from '../../platform/database/statement.ts'
import { accounts } from './table.ts'

export type AccountRow = typeof accounts.$inferSelect

const byId = statement((db) =>
  db
    .select()
    .from(accounts)
    .where(eq(accounts.id, placeholder('accountId')))
    .prepare('account_by_id'),
)

export const findAccount = async (db: Db, accountId: string) => (await byId(db).execute({ accountId }))[0]

/** Keeps the account for this transaction; its records may still be added to meanwhile. */
export const lockAccount = async (db: Db, accountId: string) =>
  (await db.select().from(accounts).where(eq(accounts.id, accountId)).for('no key update'))[0]

/** Those of the accounts that there are, which nobody can erase until this transaction ends. */
export const keepAccounts = (db: Db, ids: string[]) =>
  db
    .select({ id: accounts.id, displayName: accounts.displayName, timeZone: accounts.timeZone })
    .from(accounts)
    .where(inArray(accounts.id, ids))
    .orderBy(asc(accounts.id))
    .for('key share')

export const findNames = (db: Db, ids: string[]) =>
  db
    .select({ id: accounts.id, displayName: accounts.displayName })
    .from(accounts)
    .where(inArray(accounts.id, ids))

export const insertAccount = async (db: Db, row: typeof accounts.$inferInsert) => {
  const [account] = await db.insert(accounts).values(row).returning()
  return account as AccountRow
}

export const updateAccount = async (db: Db, accountId: string, change: Partial<AccountRow>) => {
  const set = { ...change, version: sql`${accounts.version} + 1` }
  const [account] = await db.update(accounts).set(set).where(eq(accounts.id, accountId)).returning()
  return account as AccountRow
}

export const removeAccount = async (db: Db, accountId: string) => {
  await db.delete(accounts).where(eq(accounts.id, accountId))
}

export const anyAccount = async (db: Db) => (await db.select({ id: accounts.id }).from(accounts).limit(1))[0]
