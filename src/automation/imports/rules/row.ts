import { LONGEST_NOTES } from '../../../journal/applications/rules.ts'
import { readCourse } from './course.ts'
import { NO_SUCH_DAY, namesNoSuchDay } from './dates.ts'
import { type Columns, readFacts } from './facts.ts'
import type { Format, RowCells } from './format.ts'
import { identify } from './identity.ts'
import type { ReadingContext } from './milestones.ts'
import { type Cell, keep, type Notebook, openNotebook, remark } from './notebook.ts'
import { readPay } from './pay.ts'
import type { RowReading } from './readings.ts'
import { proposeReasons, type Remembered } from './reasons.ts'
import type { Invalid } from './remarks.ts'
import { clean, fold } from './text.ts'
import { isTotals } from './totals.ts'
import type { ImportField } from './types.ts'

/** `name` is the heading, folded. */
export type Column = { heading: string; name: string; field: ImportField }

export type RowContext = ReadingContext & { columns: Column[]; format: Format; currency?: string }

/** One row of the sheet as one reading. Every filled cell becomes a member or a line of the notes. */
export const readRow = (row: { rowNumber: number; cells: string[] }, context: RowContext): RowReading => {
  const notebook = openNotebook()
  const { format, columns: headings } = context
  const byField = groupCells(row.cells, headings, format, notebook)
  format.settle?.(byField, notebook)
  const columns: Columns = (field) => byField.get(field) ?? []
  const { invalid, ...facts } = readFacts(columns, notebook)
  const applicationId = readId(columns('applicationId'), notebook)
  const salaryRange = readPay(columns, notebook, context.currency)
  const { appliedOn, respondedOn, ...course } = readCourse(columns, notebook, context)
  keepTheRest(columns, notebook, context.today, row.rowNumber)
  const own = columns('notes')
  const notes = notesOf(own, notebook)
  return {
    rowNumber: row.rowNumber,
    application: { ...facts, salaryRange, appliedOn, respondedOn, notes },
    ...course,
    proposedReasons: proposeReasons(remembered(columns, context), course.outcome?.kind ?? null),
    remarks: notebook.remarks,
    invalid: totals(row.cells) ?? invalid ?? nameless(facts) ?? overlong(notes, byField),
    ...identify(facts, columns, format.tellingDays),
    noteHeadings: [...(own.length === 0 ? [] : [null]), ...notebook.kept],
    applicationId,
  }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const readId = (cells: Cell[], notebook: Notebook): string | null => {
  const first = cells.find(({ text }) => ID.test(text))
  for (const cell of cells) if (cell !== first) keep(notebook, cell)
  return first?.text.toLowerCase() ?? null
}

const UNREADABLE =
  'A character could not be read and stands as �. Save the sheet as CSV in UTF-8 and import it again.'

const groupCells = (cells: string[], columns: Column[], format: Format, notebook: Notebook): RowCells => {
  const byField: RowCells = new Map()
  columns.forEach(({ heading, name, field }, index) => {
    const { text: written, replaced } = clean(cells[index] ?? '')
    const text = format.guarded ? withoutGuard(written) : written
    if (replaced)
      remark(notebook, { heading, text }, 'control_character_replaced', 'A control character became a blank.')
    if (text.includes('\uFFFD')) remark(notebook, { heading, text }, 'character_not_read', UNREADABLE)
    if (text === '' || format.isNothing?.(name, text)) return
    const cellsOf = byField.get(field)
    if (cellsOf === undefined) byField.set(field, [{ heading, text }])
    else cellsOf.push({ heading, text })
  })
  return byField
}

/** Only an apostrophe that stands before what a spreadsheet would compute is a guard. */
const withoutGuard = (text: string): string =>
  /^'\s*[=+@\-＝＋－＠]/u.test(text) ? text.slice(1).trim() : text

const keepTheRest = (columns: Columns, notebook: Notebook, today: string, rowNumber: number): void => {
  for (const field of ['reference', 'feedback', 'other'] as const) {
    for (const cell of columns(field)) keep(notebook, cell)
  }
  for (const cell of [...columns('savedOn'), ...columns('postedOn')]) {
    keep(notebook, cell)
    if (namesNoSuchDay(cell.text, today)) remark(notebook, cell, 'no_such_day', NO_SUCH_DAY)
  }
  // Where a role has a title, what would have stood for it is a note.
  if (columns('roleTitle').length > 0) for (const cell of columns('rolePart')) keep(notebook, cell)
  for (const cell of columns('derived')) {
    if (!isPlaceInFile(cell, rowNumber))
      keep(notebook, cell, 'derived_column', 'The sheet computed this column; it is not a member.')
  }
}

/** A running number moves with every row above it, and `rowNumber` says the same. */
const isPlaceInFile = ({ heading, text }: Cell, rowNumber: number): boolean =>
  text === String(rowNumber - 1) && /^(?:index|row|row number)$/.test(fold(heading))

/** The person's own notes come first and bare, so that they survive an export and a second import unchanged. */
const notesOf = ([own, ...more]: Cell[], notebook: Notebook): string | null => {
  for (const cell of more) keep(notebook, cell)
  const lines = [...(own === undefined ? [] : [own.text]), ...notebook.lines]
  return lines.length === 0 ? null : lines.join('\n')
}

const remembered = (columns: Columns, { wordOf }: ReadingContext): Remembered[] => [
  ...columns('feedback').map(({ heading, text }) => ({
    text,
    stated: /feedback|mail|message|letter|answer|employer|company/i.test(heading),
  })),
  ...[...columns('notes'), ...columns('respondedOn')].map(({ text }) => ({ text, stated: false })),
  ...columns('state').map(({ text }) => ({ text: wordOf(text), stated: false })),
]

const nameless = ({
  company,
  roleTitle,
}: {
  company: string | null
  roleTitle: string | null
}): Invalid | null =>
  company !== null || roleTitle !== null
    ? null
    : {
        heading: null,
        code: 'company_or_role_required',
        detail: 'The row names neither a company nor a role.',
      }

const totals = (cells: string[]): Invalid | null =>
  isTotals(cells)
    ? { heading: null, code: 'totals_row', detail: 'The row adds up others; it is no application.' }
    : null

const overlong = (notes: string | null, byField: RowCells): Invalid | null => {
  if (notes === null || notes.length <= LONGEST_NOTES) return null
  const longest = [...byField.values()]
    .flat()
    .reduce((most, cell) => (cell.text.length > most.text.length ? cell : most))
  const detail = `The notes would have ${notes.length} characters, they hold ${LONGEST_NOTES}.`
  return { heading: longest.heading, code: 'too_long', detail }
}
