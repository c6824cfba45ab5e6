import { foreignKey, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../platform/database/columns.ts'
import { accounts } from '../accounts/table.ts'

/** As whom an OpenID provider knows the owner of an account. */
export const oidcIdentities = pgTable(
  'oidc_identities',
  {
    accountId: uuid('account_id').notNull(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'oidc_identities_pkey', columns: [t.accountId] }),
    // @NOTE It does not begin with the account: the subject is what tells whose request it is.
    unique('oidc_identities_subject_key').on(t.issuer, t.subject),
    foreignKey({
      name: 'oidc_identities_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
  ],
)

/** Who erased an account, as a digest: what an older token of theirs is held against. */
export const erasedIdentities = pgTable(
  'erased_identities',
  { digest: text('digest').notNull(), erasedAt: instant('erased_at').notNull() },
  (t) => [primaryKey({ name: 'erased_identities_pkey', columns: [t.digest] })],
)
