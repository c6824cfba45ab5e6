import type { z } from 'zod'
import { type Context, rehearse, type Transaction, transaction } from '../../context.ts'
import { getOwnAccount, lockOwnAccount } from '../../identity/accounts/service.ts'
import { readCsv } from '../../platform/csv.ts'
import { recordEvent } from '../../platform/events/record.ts'
import { pageOf, toPage } from '../../platform/lists.ts'
import { newRecord } from '../../platform/new-record.ts'
import { dayIn } from '../../platform/time-zones.ts'
import { orNotFound, Problem } from '../../problems.ts'
import { placeRows } from '../import-rows/service.ts'
import { answerOf, countRows, type Placed, type RowAnswer } from './rules/answers.ts'
import { detectFormat } from './rules/mapping.ts'
import { openTable } from './rules/read-rows.ts'
import type { RowReading, TableProblem, TableReading } from './rules/types.ts'
import type { ImportQuery } from './schemas.ts'
import { store } from './store.ts'

type Query = z.output<typeof ImportQuery>

const parse = (text: string) => {
  const csv = readCsv(text)
  if (csv.ok) return csv.table
  const { line, detail } = csv.failure
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
  const errors = fatal.map(({ code, detail, heading }) => ({ pointer: `/${heading ?? ''}`, code, detail }))
  throw new Problem(
    'import_not_readable',
    'The columns of this table do not say which application a row is.',
    { errors },
  )
}

const ROWS_AT_ONCE = 100

/** Lets other requests be answered before the next step. */
const takeTurns = () => new Promise((resume) => setImmediate(resume))

/** Takes rows one after the other and lets other requests be answered in between. */
async function* unhurried<Row>(rows: Iterable<Row>): AsyncGenerator<Row> {
  let taken = 0
  for (const row of rows) {
    if (taken++ % ROWS_AT_ONCE === 0) await takeTurns()
    yield row
  }
}

const read = async (ctx: Context, text: string, query: Query) => {
  const { timeZone } = await getOwnAccount(ctx)
  const table = parse(text)
  const { format = detectFormat(table.headings), mapping, dateOrder, currency } = query
  const options = {
    format,
    today: dayIn(timeZone, ctx.now),
    ...(mapping && { mapping }),
    ...(dateOrder && { dateOrder }),
    ...(currency && { currency }),
  }
  await takeTurns()
  const { read: readRow, ...reading } = openTable(table, options)
  demandReadable(reading.problems)
  const rows: RowReading[] = []
  for await (const row of unhurried(table.rows)) rows.push(readRow(row))
  return { ...reading, rows }
}

const bringIn = async (tx: Transaction, { rows, ...reading }: TableReading) => {
  const { timeZone } = await lockOwnAccount(tx)
  const place = await placeRows(tx, timeZone)
  const answers: RowAnswer[] = []
  for await (const row of unhurried(rows))
    answers.push(answerOf(row, row.invalid ? INVALID : await place(row)))
  return { ...reading, status: 'completed' as const, counts: countRows(answers), rows: answers }
}

const INVALID: Placed = { status: 'invalid', applicationId: null, remarks: [] }

/** Brings a file into the journal, whole or not at all, with an answer per row. */
export const createImport = async (ctx: Context, text: string, query: Query) => {
  const reading = await read(ctx, text, query)
  return transaction(ctx, async (tx) => {
    const done = await store.insert(tx.db, { ...newRecord(tx), ...(await bringIn(tx, reading)) })
    recordEvent(tx, 'import.completed', { importId: done.id, ...done.counts })
    return done
  })
}

/** What would become of each row. Ids of applications that would be new are left out: they never were. */
export const rehearseImport = async (ctx: Context, text: string, query: Query) => {
  const reading = await read(ctx, text, query)
  const done = await rehearse(ctx, (tx) => bringIn(tx, reading))
  const rows = done.rows.map((row) => (row.status === 'added' ? { ...row, applicationId: null } : row))
  return { ...done, rows }
}

export const getImport = async (ctx: Context, id: string) =>
  orNotFound(await store.find(ctx.db, ctx.accountId, id), 'import')

export const listImports = async (ctx: Context, query: { limit: number; cursor?: string | undefined }) => {
  const page = pageOf('imports', query)
  return toPage('imports', query, await store.list(ctx.db, ctx.accountId, page))
}
