import { type Context, type Transaction, transaction } from '../../context.ts'
import { Problem } from '../../problems.ts'
import {
  advanceJob,
  claimJob,
  findJobOf,
  type ImportJob,
  insertJob,
  lockJob,
  removeJob,
  type TableOptions,
} from './store.ts'

/** As long as one step may take, many times over: who has not moved on by then is gone. */
const LEASE_MS = 60_000

const leaseFrom = (now: string) => new Date(Date.parse(now) + LEASE_MS).toISOString()

export type TableJob = ImportJob & { options: TableOptions }

/** Whether the file is a table, and no journal. */
export const isTable = (job: ImportJob): job is TableJob => job.options.format !== 'afterview-journal'

const takenOver = () => new Error('The import was taken over by another worker')

/** Leaves a file to be brought in by whoever finds it first. */
export const leaveJob = (tx: Transaction, importId: string, text: string, options: ImportJob['options']) =>
  insertJob(tx.db, {
    accountId: tx.accountId,
    importId,
    file: Buffer.from(text),
    options,
    leasedUntil: tx.now,
  })

/**
 * One file after the other: rows that are known are looked up once, at the beginning.
 * @throws Problem `import_running`
 */
export const demandNoJob = async (tx: Transaction) => {
  const running = await findJobOf(tx.db, tx.accountId)
  if (running) throw new Problem('import_running', `The import ${running.importId} is still running.`)
}

/** A job of any account that is nobody's work now. */
export const takeJob = (ctx: Context) => transaction(ctx, (tx) => claimJob(tx.db, tx.now, leaseFrom(tx.now)))

/**
 * Notes how far a job is, and keeps it.
 * @throws Error when another worker has taken it over
 */
export const keepJob = async (tx: Transaction, job: ImportJob, position: number): Promise<ImportJob> => {
  const moved = await advanceJob(tx.db, job, position, leaseFrom(tx.now))
  if (!moved) throw takenOver()
  return moved
}

/**
 * Keeps a job that is done in one go, however long that takes.
 * @throws Error when another worker has taken it over
 */
export const holdJob = async (tx: Transaction, job: ImportJob): Promise<void> => {
  if (!(await lockJob(tx.db, job))) throw takenOver()
}

/** Leaves a job for the next who looks for one. */
export const releaseJob = (ctx: Context, job: ImportJob) =>
  transaction(ctx, async (tx) => {
    await advanceJob(tx.db, job, job.position, tx.now)
  })

/** Ends a job; its file goes. */
export const endJob = (tx: Transaction, job: Pick<ImportJob, 'accountId' | 'importId'>) =>
  removeJob(tx.db, job)
