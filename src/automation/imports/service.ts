import type { z } from 'zod'
import { type Context, rehearse, type Transaction, transaction } from '../../context.ts'
import { getOwnAccount, lockOwnAccount } from '../../identity/accounts/service.ts'
import { readCsv } from '../../platform/csv.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { newRecord } from '../../platform/new-record.ts'
import { dayIn, dayReader } from '../../platform/time-zones.ts'
import { inParts } from '../../platform/turns.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { demandNoJob, leaveJob } from '../import-jobs/service.ts'
import { getAnswerPage, getAnswers, keepReport } from '../import-reports/service.ts'
import { openPlaces, placeRows } from '../import-rows/service.ts'
import type { JournalUpload } from '../journal-imports/schemas.ts'
import { bringJournalIn, countRecords, demandScopesFor } from '../journal-imports/service.ts'
import { answerOf, countWith, type ImportCounts, noneOf, type RowAnswer } from './rules/answers.ts'
import { detectFormat } from './rules/formats.ts'
import { openTable } from './rules/read-rows.ts'
import type { RowReading } from './rules/readings.ts'
import type { ReadOptions, TableProblem } from './rules/types.ts'
import type { ImportQuery, ImportRowQuery } from './schemas.ts'
import { type ImportRow, store } from './store.ts'

type Query = z.output<typeof ImportQuery>
type Places = Awaited<ReturnType<typeof openPlaces>>

/** Longer files are brought in after the answer. */
const MOST_AT_ONCE = 1_000
const MOST_RECORDS_AT_ONCE = 5_000

const parse = async (text: string) => {
  const csv = await readCsv(text)
  if (csv.ok) return csv.table
  const { code, line, detail } = csv.failure
  if (code === 'too_many_rows') throw new Problem('payload_too_large', detail)
  throw new Problem('malformed_csv', line ? `Line ${line}: ${detail}` : detail)
}

const FATAL: TableProblem['code'][] = [
  'no_company_or_role_column',
  'no_heading_row',
  'mapped_heading_missing',
]

const demandReadable = (problems: TableProblem[]) => {
  const fatal = problems.filter(({ code }) => FATAL.includes(code))
  if (fatal.length === 0) return
  const isUnmet = ({ code }: TableProblem) => code === 'mapped_heading_missing'
  const errors = fatal.map((problem) => ({
    pointer: isUnmet(problem) ? '/querystring/mapping' : '',
    code: problem.code,
    detail: problem.detail,
  }))
  const detail = fatal.some(isUnmet)
    ? 'The mapping names a heading that this table does not have.'
    : 'The columns of this table do not say which application a row is.'
  throw new Problem('import_not_readable', detail, { errors })
}

/**
 * Reads a file as far as its table as a whole goes; its rows are read when they are asked for.
 * @throws Problem `malformed_csv` or `import_not_readable`
 */
export const openFile = async (
  text: string,
  options: Omit<ReadOptions, 'format'> & Pick<Query, 'format'>,
) => {
  const table = await parse(text)
  const { format = detectFormat(table.headings) } = options
  const { reader, ...reading } = openTable(
    table,
    { ...options, format },
    dayReader(options.timeZone ?? 'UTC'),
  )
  demandReadable(reading.problems)
  return { ...reading, count: table.rows.length, parts: () => readParts(table.rows, reader()) }
}
type OpenFile = Awaited<ReturnType<typeof openFile>>

const ROWS_IN_A_PART = 200

async function* readParts(rows: TableRow[], read: (row: TableRow) => RowReading) {
  for await (const part of inParts(rows, ROWS_IN_A_PART)) yield part.map(read)
}

type TableRow = Parameters<ReturnType<ReturnType<typeof openTable>['reader']>>[0]

const optionsOf = async (ctx: Context, { format, mapping, dateOrder, currency }: Query) => {
  const { timeZone } = await getOwnAccount(ctx)
  return {
    today: dayIn(timeZone, ctx.now),
    timeZone,
    ...(format && { format }),
    ...(mapping && { mapping }),
    ...(dateOrder && { dateOrder }),
    ...(currency && { currency }),
  }
}

/** Puts some rows into the journal, with an answer for each. */
export const bringIn = async (tx: Transaction, places: Places, rows: RowReading[]): Promise<RowAnswer[]> => {
  const { timeZone } = await lockOwnAccount(tx)
  const readable = rows.filter(({ invalid }) => invalid === null)
  const placed = await placeRows(tx, timeZone, places, readable)
  const placeOf = new Map(readable.map((row, i) => [row, placed[i]]))
  return rows.map((row) => answerOf(row, placeOf.get(row) ?? INVALID))
}

const INVALID = { status: 'invalid' as const, applicationId: null, remarks: [] }

const bringAllIn = async (tx: Transaction, file: OpenFile) => {
  const places = await openPlaces(tx, file)
  const answers: RowAnswer[] = []
  for await (const rows of file.parts()) answers.push(...(await bringIn(tx, places, rows)))
  return answers
}

const insert = (tx: Transaction, status: ImportRow['status'], file: OpenFile, counts: ImportCounts) => {
  const { format, mapping, dateOrder, problems } = file
  return store.insert(tx.db, { ...newRecord(tx), status, format, mapping, dateOrder, problems, counts })
}

/** Brings a table into the journal: at once, whole or not at all, or part by part after the answer where it is long. */
const importTable = async (ctx: Context, text: string, query: Query) => {
  const options = await optionsOf(ctx, query)
  const file = await openFile(text, options)
  const none = noneOf(file.count)
  return transaction(ctx, async (tx) => {
    await lockOwnAccount(tx)
    await demandNoJob(tx)
    if (none.rows > MOST_AT_ONCE) {
      const begun = await insert(tx, 'running', file, none)
      await leaveJob(tx, begun.id, text, { ...options, format: file.format })
      return { ...begun, rows: [] }
    }
    const rows = await bringAllIn(tx, file)
    const done = await insert(tx, 'completed', file, countWith(none, rows))
    await keepReport(tx, done.id, 0, rows)
    recordEvent(tx, 'import.completed', { importId: done.id, ...done.counts })
    return { ...done, rows }
  })
}

/** What would become of each row. Ids of applications that would be new are left out: they never were. */
const rehearseTable = async (ctx: Context, text: string, query: Query) => {
  const options = await optionsOf(ctx, query)
  const file = await openFile(text, options)
  const answers = await rehearse(ctx, (tx) => bringAllIn(tx, file))
  const rows = answers.map((row) => (row.status === 'added' ? { ...row, applicationId: null } : row))
  const { format, mapping, dateOrder, problems } = file
  const reading = { format, mapping, dateOrder, problems }
  return { ...reading, status: 'completed' as const, counts: countWith(noneOf(rows.length), rows), rows }
}

type Journal = z.output<typeof JournalUpload>

const JOURNAL = { format: 'afterview-journal' as const, mapping: {}, dateOrder: {}, problems: [] }

/** @throws Problem `invalid_request` when the query says how to read a table */
const demandJournal = ({ format, mapping, dateOrder, currency }: Query) => {
  const given = Object.entries({ format, mapping, dateOrder, currency }).filter(([, value]) => value)
  if (given.length === 0) return
  const errors = given.map(([name]) => ({
    pointer: `/querystring/${name}`,
    detail: 'This says how to read a table, and the file is a journal.',
    code: 'not_for_journals',
  }))
  throw new Problem('invalid_request', 'The query does not fit the body.', { errors })
}

/** Brings in a journal that was exported, whole or not at all; after the answer where it is long. */
const importJournal = async (ctx: Context, file: Journal, query: Query) => {
  demandJournal(query)
  demandScopesFor(ctx.actor, file)
  const none = noneOf(countRecords(file))
  return transaction(ctx, async (tx) => {
    await lockOwnAccount(tx)
    await demandNoJob(tx)
    if (none.rows > MOST_RECORDS_AT_ONCE) {
      const begun = await store.insert(tx.db, {
        ...newRecord(tx),
        ...JOURNAL,
        status: 'running',
        counts: none,
      })
      await leaveJob(tx, begun.id, JSON.stringify(file), { format: JOURNAL.format })
      return { ...begun, rows: [] }
    }
    const rows = await bringJournalIn(tx, file)
    const counts = countWith(none, rows)
    const done = await store.insert(tx.db, { ...newRecord(tx), ...JOURNAL, status: 'completed', counts })
    await keepReport(tx, done.id, 0, rows)
    recordEvent(tx, 'import.completed', { importId: done.id, ...done.counts })
    return { ...done, rows }
  })
}

const rehearseJournal = async (ctx: Context, file: Journal, query: Query) => {
  demandJournal(query)
  demandScopesFor(ctx.actor, file)
  const answers = await rehearse(ctx, (tx) => bringJournalIn(tx, file))
  const rows = answers.map((row) => (row.status === 'added' ? { ...row, recordId: null } : row))
  return { ...JOURNAL, status: 'completed' as const, counts: countWith(noneOf(rows.length), rows), rows }
}

/** Brings in a file: the text of a table, or a journal that was exported. */
export const createImport = (ctx: Context, file: string | Journal, query: Query) =>
  typeof file === 'string' ? importTable(ctx, file, query) : importJournal(ctx, file, query)

/** What would become of each row or record; nothing is kept. */
export const rehearseImport = (ctx: Context, file: string | Journal, query: Query) =>
  typeof file === 'string' ? rehearseTable(ctx, file, query) : rehearseJournal(ctx, file, query)

export const getImport = async (ctx: Context, id: string) => {
  const found = orNotFound(await store.find(ctx.db, ctx.accountId, id), 'import')
  return { ...found, rows: await getAnswers(ctx, id) }
}

export const listImportRows = async (ctx: Context, id: string, query: z.output<typeof ImportRowQuery>) => {
  orNotFound(await store.find(ctx.db, ctx.accountId, id), 'import')
  return getAnswerPage(ctx, id, query)
}

export const listImports = async (ctx: Context, query: { limit: number; cursor?: string | undefined }) => {
  const page = pageOf('imports', query)
  return toPage('imports', query, await store.list(ctx.db, ctx.accountId, page))
}

/** Notes what became of some rows of an import that is running. */
export const advanceImport = async (
  tx: Transaction,
  id: string,
  position: number,
  answers: Parameters<typeof keepReport>[3],
) => {
  const { counts } = orNotFound(await store.lock(tx.db, tx.accountId, id), 'import')
  await keepReport(tx, id, position, answers)
  const change = { counts: countWith(counts, answers), updatedAt: tx.now }
  return store.update(tx.db, tx.accountId, id, change)
}

/** Notes how an import that was running ended. */
export const settleImport = (tx: Transaction, id: string, status: 'completed' | 'failed') =>
  store.update(tx.db, tx.accountId, id, { status, updatedAt: tx.now })
