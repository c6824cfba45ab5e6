import { and, eq, lte, placeholder } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { statement } from '../../platform/database/statement.ts'
import { erasedIdentities, oidcIdentities } from './table.ts'

const bySubject = statement((db) =>
  db
    .select({ accountId: oidcIdentities.accountId, erasedAt: erasedIdentities.erasedAt })
    .from(oidcIdentities)
    .leftJoin(erasedIdentities, eq(erasedIdentities.digest, placeholder('digest')))
    .where(
      and(
        eq(oidcIdentities.issuer, placeholder('issuer')),
        eq(oidcIdentities.subject, placeholder('subject')),
      ),
    )
    .prepare('oidc_identity_by_subject'),
)

type Subject = { issuer: string; subject: string; digest: string }

/** The account of somebody, and when they last erased one. */
export const findBySubject = async (db: Db, subject: Subject) => (await bySubject(db).execute(subject))[0]

export const insertIdentity = async (db: Db, row: typeof oidcIdentities.$inferInsert) => {
  await db.insert(oidcIdentities).values(row)
}

export const findByAccount = async (db: Db, accountId: string) =>
  (await db.select().from(oidcIdentities).where(eq(oidcIdentities.accountId, accountId)))[0]

/** Remembers the latest erasure under a digest. */
export const insertErasure = async (db: Db, row: typeof erasedIdentities.$inferInsert) => {
  const set = { erasedAt: row.erasedAt }
  await db.insert(erasedIdentities).values(row).onConflictDoUpdate({ target: erasedIdentities.digest, set })
}

export const removeErasures = async (db: Db, until: string) => {
  await db.delete(erasedIdentities).where(lte(erasedIdentities.erasedAt, until))
}
