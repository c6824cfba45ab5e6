import { stringify } from 'csv-stringify/sync'

/** What a spreadsheet would take for a formula begins like this, or does so behind the mark that keeps it from doing so. */
const LIKE_ESCAPED = /^'+[=+\-@\t\r＝＋－＠]/
const BYTE_ORDER_MARK = '\uFEFF'

/** @NOTE With a record delimiter of its own, the library leaves other line breaks within a cell unquoted unless told. */
const OPTIONS = { record_delimiter: 'windows', quote_record_delimiter: true, escape_formulas: true }

type Cell = string | number | null

/** @NOTE `escape_formulas` puts a ' before a formula. A text that begins like that itself gets one, too: so one can always be taken away. */
const marked = (cell: Cell) => (typeof cell === 'string' && LIKE_ESCAPED.test(cell) ? `'${cell}` : cell)

/** The cell as it was before it was written: without the mark that keeps it from being a formula. */
export const withoutMark = (cell: string): string => (LIKE_ESCAPED.test(cell) ? cell.slice(1) : cell)

/**
 * Writes a table, page by page: UTF-8 with a byte order mark, without which Excel takes it for something else, and line
 * ends as RFC 4180 has them.
 */
export async function* writeCsv(
  headings: readonly string[],
  pages: AsyncIterable<readonly Cell[][]>,
): AsyncGenerator<string, void, undefined> {
  const written = (rows: readonly (readonly Cell[])[]) =>
    stringify(
      rows.map((row) => row.map(marked)),
      OPTIONS,
    )
  let head = BYTE_ORDER_MARK + written([headings])
  for await (const page of pages) {
    yield head + written(page)
    head = ''
  }
  if (head !== '') yield head
}
