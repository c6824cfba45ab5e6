import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, type Info, parse } from 'csv-parse'
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

type Delimiter = ',' | ';' | '\t'

const DELIMITERS: Delimiter[] = [',', ';', '\t']
const MOST_COLUMNS = 500
const MOST_ROWS = 20_000
const TOO_MANY_ROWS = 'The file has more than 20,000 rows. Split it, and import one part after the other.'
const CHUNK = 16_384
const SAMPLE = 20_000

/** Reads the text of a CSV file as people's spreadsheets write it, and lets others be served in between. */
export const readCsv = async (input: string): Promise<CsvResult> => {
  const { text, named, skipped } = withoutDirective(input.startsWith('\uFEFF') ? input.slice(1) : input)
  if (looksBinary(text))
    return failed('not_text', null, 'The file is not text. Save the sheet as CSV (UTF-8).')
  const delimiter = named ?? detectDelimiter(text)
  try {
    const rows = await rowsOf(text, delimiter, skipped)
    if (rows.length > MOST_ROWS + 1) return failed('too_many_rows', null, TOO_MANY_ROWS)
    return tableOf(
      rows.filter((row) => row.cells.some((cell) => cell.trim() !== '')),
      delimiter,
    )
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

const rowsOf = async (text: string, delimiter: Delimiter, skipped: number): Promise<CsvRow[]> => {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    // @NOTE Kept, each empty line would take longer than a filled one: a file of nothing else holds the process up.
    skip_empty_lines: true,
    info: true,
    to: MOST_ROWS + 2,
  })
  const rows: CsvRow[] = []
  for await (const { record, info } of Readable.from(piecesOf(text)).pipe(parser) as AsyncIterable<Parsed>)
    rows.push({ rowNumber: info.records + info.empty_lines + skipped, cells: record.map(withoutMark) })
  return rows
}

type Parsed = { record: string[]; info: Info }

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

/** A title above the headings ("My search 2024") fills one cell; headings fill several. */
const headingIndex = (rows: CsvRow[]): number => {
  if (filled(rows[0]) > 1) return 0
  const next = rows.slice(0, 10).findIndex((row) => filled(row) > 2)
  return next === -1 ? 0 : next
}

const filled = (row: CsvRow | undefined) => row?.cells.filter((cell) => cell.trim() !== '').length ?? 0

const width = (row: CsvRow) => row.cells.findLastIndex((cell) => cell.trim() !== '') + 1

/** Equal headings are numbered, empty ones take the letter of their column, so that every cell has a place. */
const nameColumns = (cells: string[], count: number): string[] => {
  const seen = new Map<string, number>()
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, index) => {
    const own = (cells[index] ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim() || `Column ${letters(index)}`
    let nth = (seen.get(own) ?? 0) + 1
    while (taken.has(nth === 1 ? own : `${own} (${nth})`)) nth += 1
    seen.set(own, nth)
    const name = nth === 1 ? own : `${own} (${nth})`
    taken.add(name)
    return name
  })
}

const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** Excel writes `sep=;` as a first row of its own. */
const withoutDirective = (text: string) => {
  const found = /^"?sep=([,;\t])"?(\r\n|\n|\r)/.exec(text)
  if (found === null) return { text, named: null, skipped: 0 }
  return { text: text.slice(found[0].length), named: found[1] as Delimiter, skipped: 1 }
}

/** The headings decide: in a sheet cut by semicolons, commas stand unquoted in the notes. */
const detectDelimiter = (text: string): Delimiter => {
  const lines = text
    .slice(0, SAMPLE)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
  const first = lines.find((line) => /[,;\t]/.test(line)) ?? ''
  const pieces = (delimiter: Delimiter) => first.split(delimiter).length
  return DELIMITERS.reduce((best, next) => (pieces(next) > pieces(best) ? next : best))
}

/** A stray control character is somebody's paste; many of them are a spreadsheet, an archive or UTF-16. */
const looksBinary = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE)
  if (/^(PK\u0003\u0004|%PDF-|\uFFFD\uFFFD\u0011)/.test(sample)) return true
  const strange = sample.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0
  return strange > 10 && strange > sample.length / 20
}

const malformed = (error: CsvError, text: string, skipped: number): CsvResult => {
  if (error.code !== 'CSV_QUOTE_NOT_CLOSED') return failed('malformed', null, error.message)
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
