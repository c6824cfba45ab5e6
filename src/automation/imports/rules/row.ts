import { readCourse } from './course.ts'
import { NO_SUCH_DAY, namesNoSuchDay } from './dates.ts'
import { type Columns, readFacts } from './facts.ts'
import { identify } from './identity.ts'
import type { ReadingContext } from './milestones.ts'
import { type Cell, keep, type Notebook, openNotebook, remark } from './notebook.ts'
import { readPay } from './pay.ts'
import { proposeReasons, type Remembered } from './reasons.ts'
import type { Invalid } from './remarks.ts'
import { clean } from './text.ts'
import { isTotals } from './totals.ts'
import type { ImportField, RowReading } from './types.ts'

export type Column = { heading: string; field: ImportField }

export type RowContext = ReadingContext & { columns: Column[]; currency?: string }

const LONGEST_NOTES = 20_000

/** One row of the sheet as one reading. Every filled cell becomes a member or a line of the notes. */
export const readRow = (row: { rowNumber: number; cells: string[] }, context: RowContext): RowReading => {
  const notebook = openNotebook()
  const byField = groupCells(row.cells, context.columns, notebook)
  const columns: Columns = (field) => byField.get(field) ?? []
  const { invalid, ...facts } = readFacts(columns, notebook)
  const salaryRange = readPay(columns, notebook, context.currency)
  const { appliedOn, respondedOn, ...course } = readCourse(columns, notebook, context)
  keepTheRest(columns, notebook, context.today)
  const notes = notesOf(columns('notes'), notebook)
  return {
    rowNumber: row.rowNumber,
    application: { ...facts, salaryRange, appliedOn, respondedOn, notes },
    ...course,
    proposedReasons: proposeReasons(remembered(columns), course.outcome?.kind ?? null),
    remarks: notebook.remarks,
    invalid: totals(row.cells) ?? invalid ?? nameless(facts) ?? overlong(notes, byField),
    ...identify(facts, columns),
  }
}

const groupCells = (cells: string[], columns: Column[], notebook: Notebook): Map<ImportField, Cell[]> => {
  const byField = new Map<ImportField, Cell[]>()
  columns.forEach(({ heading, field }, index) => {
    const { text, replaced } = clean(cells[index] ?? '')
    if (replaced)
      remark(notebook, { heading, text }, 'control_character_replaced', 'A control character became a blank.')
    if (text === '') return
    const cellsOf = byField.get(field)
    if (cellsOf === undefined) byField.set(field, [{ heading, text }])
    else cellsOf.push({ heading, text })
  })
  return byField
}

const keepTheRest = (columns: Columns, notebook: Notebook, today: string): void => {
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
    keep(notebook, cell, 'derived_column', 'The sheet computed this column; it is not a member.')
  }
}

/** The person's own notes come first and bare, so that they survive an export and a second import unchanged. */
const notesOf = ([own, ...more]: Cell[], notebook: Notebook): string | null => {
  for (const cell of more) keep(notebook, cell)
  const lines = [...(own === undefined ? [] : [own.text]), ...notebook.lines]
  return lines.length === 0 ? null : lines.join('\n')
}

const remembered = (columns: Columns): Remembered[] => [
  ...columns('feedback').map(({ heading, text }) => ({
    text,
    stated: /feedback|mail|message|letter|answer|employer|company/i.test(heading),
  })),
  ...[...columns('notes'), ...columns('state'), ...columns('respondedOn')].map(({ text }) => ({
    text,
    stated: false,
  })),
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

const overlong = (notes: string | null, byField: Map<ImportField, Cell[]>): Invalid | null => {
  if (notes === null || notes.length <= LONGEST_NOTES) return null
  const longest = [...byField.values()]
    .flat()
    .reduce((most, cell) => (cell.text.length > most.text.length ? cell : most))
  const detail = `The notes would have ${notes.length} characters, they hold ${LONGEST_NOTES}.`
  return { heading: longest.heading, code: 'too_long', detail }
}
