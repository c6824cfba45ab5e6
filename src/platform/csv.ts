import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { headingIndex, nameColumns } from './csv-headings.ts'
import { type Delimiter, detectDelimiter, looksBinary, withoutDirective } from './csv-text.ts'
import { withoutMark } from './csv-writing.ts'

export type CsvRow = { rowNumber: number; cells: string[] }

/** `rowNumber` counts as a spreadsheet shows it: a row with line breaks in a cell is one row, an empty row is one too. */
export type CsvTable = {
  headings: string[]
  headingRow: number
  rows: CsvRow[]
  delimiter: Delimiter
  preamble: CsvRow[]
}

export type CsvFailure = {
  code: 'empty' | 'not_text' | 'quote_not_closed' | 'too_many_columns' | 'too_many_rows' | 'malformed'
  line: number | null
  detail: string
}

export type CsvResult = { ok: true; table: CsvTable } | { ok: false; failure: CsvFailure }

const MOST_COLUMNS = 500
const MOST_ROWS = 20_000
const TOO_MANY_ROWS = 'The file has more than 20,000 rows. Split it, and import one part after the other.'
const CHUNK = 16_384

/** Reads the text of a CSV file as people's spreadsheets write it, and lets others be served in between. */
export const readCsv = async (input: string): Promise<CsvResult> => {
  const { text, named, skipped } = withoutDirective(input.startsWith('\uFEFF') ? input.slice(1) : input)
  if (looksBinary(text))
    return failed('not_text', null, 'The file is not text. Save the sheet as CSV (UTF-8).')
  const delimiter = named ?? detectDelimiter(text)
  try {
    const rows = await rowsOf(text, delimiter, skipped)
    if (rows.length > MOST_ROWS + 1) return failed('too_many_rows', null, TOO_MANY_ROWS)
    return tableOf(rows, delimiter)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return malformed(error, text, skipped)
  }
}

/** @NOTE A stream alone goes on without letting anything else have its turn. */
async function* piecesOf(text: string) {
  for (let from = 0; from < text.length; from += CHUNK) {
    await setImmediate()
    yield text.slice(from, from + CHUNK)
  }
}

/** The rows that hold anything; no more of them than it takes to tell that there are too many. */
const rowsOf = async (text: string, delimiter: Delimiter, skipped: number): Promise<CsvRow[]> => {
  const rows: CsvRow[] = []
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    // @NOTE Kept, each empty line would take longer than a filled one: a file of nothing else holds the process up.
    skip_empty_lines: true,
    on_record: (cells, { records, empty_lines }) => {
      if (cells.every((cell) => cell.trim() === '')) return null
      rows.push({ rowNumber: records + empty_lines + skipped, cells: cells.map(withoutMark) })
      return cells
    },
  })
  for await (const _ of Readable.from(piecesOf(text)).pipe(parser)) if (rows.length > MOST_ROWS + 1) break
  return rows
}

const tableOf = (rows: CsvRow[], delimiter: Delimiter): CsvResult => {
  const at = headingIndex(rows)
  const heading = rows[at]
  if (heading === undefined) return failed('empty', null, 'The file holds no row.')
  const body = rows.slice(at + 1)
  // Not Math.max(...): a spread of 100,000 rows overflows the stack.
  const widest = rows.reduce((most, row) => (width(row) > width(most) ? row : most), heading)
  if (width(widest) > MOST_COLUMNS) {
    const detail = `Row ${widest.rowNumber} has more than ${MOST_COLUMNS} columns.`
    return failed('too_many_columns', widest.rowNumber, detail)
  }
  const headings = nameColumns(heading.cells, width(widest))
  const preamble = rows.slice(0, at)
  return { ok: true, table: { headings, headingRow: heading.rowNumber, rows: body, delimiter, preamble } }
}

const width = (row: CsvRow) => row.cells.findLastIndex((cell) => cell.trim() !== '') + 1

const malformed = (error: CsvError, text: string, skipped: number): CsvResult => {
  if (error.code !== 'CSV_QUOTE_NOT_CLOSED')
    return failed('malformed', null, 'The file cannot be read as a table.')
  // The parser names the last line of the file; the row in which the quote was opened is what helps.
  const offset: unknown = error.bytes_records
  const read = Buffer.from(text)
    .subarray(0, typeof offset === 'number' ? offset : 0)
    .toString()
  const line = read.split(/\r\n|\n|\r/).length + skipped
  return failed('quote_not_closed', line, `A quotation mark opened in or after line ${line} is never closed.`)
}

const failed = (code: CsvFailure['code'], line: number | null, detail: string): CsvResult => ({
  ok: false,
  failure: { code, line, detail },
})
