import { type Context, transaction } from '../../context.ts'
import { recordEvent } from '../../platform/events/record.ts'
import {
  endJob,
  holdJob,
  isTable,
  keepJob,
  releaseJob,
  type TableJob,
  takeJob,
} from '../import-jobs/service.ts'
import { foreseeMany, openPlaces, passOver } from '../import-rows/service.ts'
import { advanceImport, bringIn, openFile, settleImport } from '../imports/service.ts'
import { bringJournalIn } from '../journal-imports/service.ts'

type Job = NonNullable<Awaited<ReturnType<typeof takeJob>>>
type Now = () => Context

/** After so many attempts without a step forward the rest is given up. */
const MOST_ATTEMPTS = 3

/** Ends an import: the rows that are done stay, and the file goes. */
const end = (ctx: Context, job: Job, status: 'completed' | 'failed') =>
  transaction(ctx, async (tx) => {
    const { id, counts } = await settleImport(tx, job.importId, status)
    await endJob(tx, job)
    recordEvent(tx, `import.${status}`, { importId: id, ...counts })
  })

/**
 * Brings the rows of a file in, part by part, from where it was left. What became of a part is committed with the
 * part, and with how far the job is.
 */
const runTable = async (now: Now, first: TableJob, told: AbortSignal) => {
  const file = await openFile(first.file.toString(), first.options)
  const places = await openPlaces(now(), file)
  let job: Job = first
  let read = 0
  for await (const rows of file.parts()) {
    if (told.aborted) return releaseJob(now(), job)
    const done = Math.min(Math.max(first.position - read, 0), rows.length)
    const [before, part] = [rows.slice(0, done), rows.slice(done)]
    passOver(now(), places, before)
    read += rows.length
    if (part.length === 0) continue
    job = await transaction(now(), async (tx) => {
      const answers = await bringIn(tx, places, part)
      await advanceImport(tx, job.importId, job.position, answers)
      return keepJob(tx, job, read)
    })
    if (read === rows.length) await foreseeMany(now())
  }
  await end(now(), job, 'completed')
}

const RECORDS_IN_A_REPORT = 5_000

/** Brings a journal in, whole or not at all. */
const runJournal = (ctx: Context, job: Job) =>
  transaction(ctx, async (tx) => {
    await holdJob(tx, job)
    const answers = await bringJournalIn(tx, JSON.parse(job.file.toString()))
    for (let from = 0; from < answers.length; from += RECORDS_IN_A_REPORT)
      await advanceImport(tx, job.importId, from, answers.slice(from, from + RECORDS_IN_A_REPORT))
    await end(tx, job, 'completed')
  })

const runOnce = (now: Now, job: Job, told: AbortSignal) => {
  if (job.attempts > MOST_ATTEMPTS) return end(now(), job, 'failed')
  return isTable(job) ? runTable(now, job, told) : runJournal(now(), job)
}

/**
 * Brings in one file that waits for it, of whatever account.
 * @returns whether there was one
 */
export const runImport = async (now: Now, told: AbortSignal): Promise<boolean> => {
  const job = await takeJob(now())
  if (!job) return false
  const own = () => ({ ...now(), accountId: job.accountId })
  try {
    await runOnce(own, job, told)
  } catch (err) {
    // Nothing is lost: whoever finds the job when its lease is over goes on where it stands.
    now().log.warn({ err, importId: job.importId }, 'an import was interrupted')
  }
  return true
}
