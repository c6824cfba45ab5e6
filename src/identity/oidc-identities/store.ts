import { and, eq, placeholder } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { statement } from '../../platform/database/statement.ts'
import { oidcIdentities } from './table.ts'

const bySubject = statement((db) =>
  db
    .select({ accountId: oidcIdentities.accountId })
    .from(oidcIdentities)
    .where(
      and(
        eq(oidcIdentities.issuer, placeholder('issuer')),
        eq(oidcIdentities.subject, placeholder('subject')),
      ),
    )
    .prepare('oidc_identity_by_subject'),
)

export const findAccountId = async (db: Db, issuer: string, subject: string) =>
  (await bySubject(db).execute({ issuer, subject }))[0]?.accountId

export const insertIdentity = async (db: Db, row: typeof oidcIdentities.$inferInsert) => {
  await db.insert(oidcIdentities).values(row)
}
