import { sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'

/** Waits until no other account is being erased, and keeps others from it until this transaction ends. */
export const takeTurn = (db: Db) =>
  db.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('erasure', 0))`)
