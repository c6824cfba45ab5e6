import { foreignKey, index, integer, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from '../../platform/database/columns.ts'
import type { ReadOptions } from '../imports/rules/types.ts'
import { imports } from '../imports/table.ts'

/** A file that waits to be brought in, or is being brought in; gone when that is done. */
export const importJobs = pgTable(
  'import_jobs',
  {
    accountId: uuid('account_id').notNull(),
    importId: uuid('import_id').notNull(),
    file: bytes('file').notNull(),
    options: jsonb('options').$type<ReadOptions | { format: 'afterview-journal' }>().notNull(),
    /** How many rows are done. */
    position: integer('position').notNull().default(0),
    /** How often it was begun since a row was last done. */
    attempts: integer('attempts').notNull().default(0),
    /** Until then it is somebody's work; who lets it pass has lost it. */
    leasedUntil: instant('leased_until').notNull(),
  },
  (t) => [
    primaryKey({ name: 'import_jobs_pkey', columns: [t.accountId, t.importId] }),
    foreignKey({
      name: 'import_jobs_import_fkey',
      columns: [t.accountId, t.importId],
      foreignColumns: [imports.accountId, imports.id],
    }).onDelete('cascade'),
    index('import_jobs_leased_index').on(t.leasedUntil),
  ],
)
