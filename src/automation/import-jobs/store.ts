import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../platform/database/pool.ts'
import { importJobs } from './table.ts'

export type ImportJob = typeof importJobs.$inferSelect
export type TableOptions = Exclude<ImportJob['options'], { format: 'afterview-journal' }>
type Key = Pick<ImportJob, 'accountId' | 'importId'>

const one = ({ accountId, importId }: Key) =>
  and(eq(importJobs.accountId, accountId), eq(importJobs.importId, importId))

export const insertJob = (db: Db, job: typeof importJobs.$inferInsert) => db.insert(importJobs).values(job)

export const findJobOf = async (db: Db, accountId: string) => {
  const [job] = await db
    .select({ importId: importJobs.importId })
    .from(importJobs)
    .where(eq(importJobs.accountId, accountId))
    .limit(1)
  return job
}

/** Takes one that is nobody's work, until the lease ends; workers pass over what another one is taking. */
export const claimJob = async (db: Db, now: string, leasedUntil: string) => {
  const free = sql`SELECT account_id, import_id FROM ${importJobs} WHERE leased_until <= ${now}
    ORDER BY leased_until LIMIT 1 FOR UPDATE SKIP LOCKED`
  const [job] = await db
    .update(importJobs)
    .set({ leasedUntil, attempts: sql`${importJobs.attempts} + 1` })
    .where(sql`(${importJobs.accountId}, ${importJobs.importId}) IN (${free})`)
    .returning()
  return job
}

/** Moves a job on; undefined when it is no longer the work of the one who holds this lease. */
export const advanceJob = async (db: Db, job: ImportJob, position: number, leasedUntil: string) => {
  const [moved] = await db
    .update(importJobs)
    .set({ position, leasedUntil, attempts: 0 })
    .where(and(one(job), eq(importJobs.leasedUntil, job.leasedUntil), eq(importJobs.position, job.position)))
    // @NOTE Not the whole row: it holds the file.
    .returning({ position: importJobs.position, leasedUntil: importJobs.leasedUntil })
  return moved && { ...job, ...moved }
}

/** Keeps a job from all others until the transaction ends; undefined when it is no longer the work of who holds this lease. */
export const lockJob = async (db: Db, job: ImportJob) => {
  const held = and(one(job), eq(importJobs.leasedUntil, job.leasedUntil))
  const [found] = await db
    .select({ importId: importJobs.importId })
    .from(importJobs)
    .where(held)
    .for('update')
  return found
}

export const removeJob = (db: Db, job: Key) => db.delete(importJobs).where(one(job))
