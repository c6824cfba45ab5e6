import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { accounts } from '../../identity/accounts/table.ts'
import { record } from '../../platform/database/columns.ts'
import type { ReasonGroup } from './rules.ts'

/** Reasons that an account added to the catalogue. Code and group never change: outcomes were recorded with them. */
export const ownReasons = pgTable(
  'own_reasons',
  {
    ...record(),
    code: text('code').notNull(),
    group: text('group').$type<ReasonGroup>().notNull(),
    title: text('title').notNull(),
    description: text('description'),
  },
  (t) => [
    primaryKey({ name: 'own_reasons_pkey', columns: [t.accountId, t.id] }),
    unique('own_reasons_code_key').on(t.accountId, t.code),
    foreignKey({
      name: 'own_reasons_account_fkey',
      columns: [t.accountId],
      foreignColumns: [accounts.id],
    }).onDelete('cascade'),
    check(
      'own_reasons_group_check',
      sql`${t.group} IN ('not_about_you', 'fit', 'comparison', 'something_to_learn', 'own_choice', 'unknown')`,
    ),
  ],
)
