import { decideDateOrders } from './date-orders.ts'
import { FORMATS } from './formats.ts'
import { isKnownHeading, looksLikeValue } from './headings.ts'
import { guessMapping } from './mapping.ts'
import type { RowReading } from './readings.ts'
import { type Column, type RowContext, readRow } from './row.ts'
import { readState, readStateCell, type StateReading } from './states.ts'
import { excerpt, fold } from './text.ts'
import type {
  ColumnMapping,
  DateOrder,
  ImportField,
  ReadOptions,
  Table,
  TableProblem,
  TableReading,
} from './types.ts'

const DATED: ImportField[] = [
  'appliedOn',
  'respondedOn',
  'interviewOn',
  'interviewObtained',
  'offerOn',
  'decidedOn',
  'stateOn',
  'stageHistory',
  'acceptedOn',
  'rejectedOn',
  'withdrawnOn',
  'ghosted',
]

/** Their days are kept as written, and tell how the days of the other columns are. */
const KEPT: ImportField[] = ['savedOn', 'postedOn']

const AHEAD: ImportField[] = ['interviewOn', 'interviewObtained']

type Read = (row: TableRow) => RowReading

/** What is settled for a table as a whole, and who reads its rows: one after the other, in their order, each once. */
export type OpenTable = Omit<TableReading, 'rows'> & { reader: () => Read }

type TableRow = Table['rows'][number]

/** Reads a sheet of applications at one go. */
export const readRows = (table: Table, options: ReadOptions): TableReading => {
  const { reader, ...reading } = openTable(table, options)
  return { ...reading, rows: table.rows.map(reader()) }
}

/** Settles what the columns mean and how days are written, before any row is read. */
export const openTable = (table: Table, options: ReadOptions, dayOf = dayInUtc): OpenTable => {
  const { mapping, unknown } = guessMapping(table, options.format, options.mapping)
  const columns = table.headings.map((heading) => ({
    heading,
    name: fold(heading),
    field: fieldOf(mapping, heading),
  }))
  const dateOrder = orders(table, columns, options)
  const fields = new Set(columns.map(({ field }) => field))
  const format = FORMATS[options.format]
  const words = new Map(Object.entries(format.words ?? {}))
  const context: RowContext = {
    today: options.today,
    dayOf,
    columns,
    orderOf: (heading) => (Object.hasOwn(dateOrder, heading) ? dateOrder[heading] : undefined) ?? 'none',
    format,
    readState: rememberStates(readState),
    readStateCell: rememberStates(readStateCell),
    wordOf: (text) => words.get(fold(text.slice(0, 100))) ?? text,
    mapped: (field) => fields.has(field),
    ...(options.currency === undefined ? {} : { currency: options.currency }),
  }
  return {
    format: options.format,
    mapping,
    dateOrder,
    problems: [
      ...problemsOf(table, columns, dateOrder, options.mapping ?? {}),
      ...keptColumns(table, unknown),
    ],
    reader: () => rememberRows((row) => readRow(row, context)),
  }
}

const dayInUtc = (instant: string) => instant.slice(0, 10)

/** Rows alike are applications of their own; the person is told, because a slip of the hand looks the same. */
const rememberRows = (read: Read): Read => {
  const known = new Map<string, number>()
  return (row) => {
    const reading = read(row)
    const text = JSON.stringify(row.cells)
    const first = known.get(text)
    if (first === undefined) known.set(text, row.rowNumber)
    if (first === undefined || reading.invalid !== null) return reading
    const detail = `Row ${first} holds the same. Each counts as an application of its own.`
    const remark = { heading: null, code: 'same_as_row' as const, value: String(first), detail }
    return { ...reading, remarks: [...reading.remarks, remark] }
  }
}

/** Columns that nobody named and nothing was guessed for, as far as they hold anything. */
const keptColumns = (table: Table, unknown: string[]): TableProblem[] =>
  unknown
    .filter((heading) => {
      const index = table.headings.indexOf(heading)
      return table.rows.some(({ cells }) => (cells[index] ?? '').trim() !== '')
    })
    .map((heading) => ({
      code: 'column_kept_in_notes',
      heading,
      detail:
        'The heading was not understood; its cells stand in the notes. Say what it means with `mapping`.',
    }))

const fieldOf = (mapping: ColumnMapping, heading: string): ImportField =>
  (Object.hasOwn(mapping, heading) ? mapping[heading] : undefined) ?? 'other'

const orders = (table: Table, columns: Column[], options: ReadOptions): Record<string, DateOrder> => {
  const dated = columns.flatMap(({ heading, field }, index) => {
    if (!DATED.includes(field) && !KEPT.includes(field)) return []
    const cells = table.rows.map((row) => row.cells[index] ?? '')
    return [{ heading, field, cells, past: !AHEAD.includes(field) }]
  })
  const stated = options.dateOrder ?? FORMATS[options.format].dateOrder
  const decided = decideDateOrders(dated, options.today, stated)
  const kept = dated.filter(({ field }) => KEPT.includes(field)).map(({ heading }) => heading)
  return Object.fromEntries(Object.entries(decided).filter(([heading]) => !kept.includes(heading)))
}

/** A sheet uses a handful of words for its states, thousands of times. */
const rememberStates = (read: typeof readState) => {
  const known = new Map<string, StateReading | null>()
  return (text: string): StateReading | null => {
    const before = known.get(text)
    if (before !== undefined) return before
    const state = read(text)
    known.set(text, state)
    return state
  }
}

const problemsOf = (
  table: Table,
  columns: Column[],
  dateOrder: Record<string, DateOrder>,
  stated: ColumnMapping,
): TableProblem[] => {
  const problems: TableProblem[] = Object.keys(stated)
    .filter((heading) => !table.headings.includes(heading))
    .map((heading) => {
      const detail = `The table has no heading “${excerpt(heading)}”.`
      return { code: 'mapped_heading_missing', heading, detail }
    })
  for (const [heading, order] of Object.entries(dateOrder)) {
    if (order !== 'ambiguous' && order !== 'mixed') continue
    const detail =
      'Day and month cannot be told apart. Import again with `dateOrder=day_first` or `dateOrder=month_first`.'
    problems.push({ code: 'date_order_ambiguous', heading, detail })
  }
  if (columns.some(({ field }) => ['company', 'roleTitle', 'rolePart'].includes(field))) return problems
  const values = table.headings.some((heading) => looksLikeValue(heading))
  const headed = !values && table.headings.some(isKnownHeading)
  problems.push(
    headed
      ? { code: 'no_company_or_role_column', heading: null, detail: 'No column names a company or a role.' }
      : { code: 'no_heading_row', heading: null, detail: 'The first row does not read as headings.' },
  )
  return problems
}
