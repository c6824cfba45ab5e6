import type { Remark, RemarkCode } from './remarks.ts'
import { excerpt } from './text.ts'

export type Cell = { heading: string; text: string }

/** What a row keeps beside its members: lines for the notes, and remarks on what was read and how. */
export type Notebook = { lines: string[]; remarks: Remark[]; kept: Set<string> }

export const openNotebook = (): Notebook => ({ lines: [], remarks: [], kept: new Set() })

/** One remark of a kind to a cell. */
export const remark = (
  notebook: Notebook,
  { heading, text }: Cell,
  code: RemarkCode,
  detail: string,
): void => {
  const said = notebook.remarks.some((one) => one.heading === heading && one.code === code)
  if (!said) notebook.remarks.push({ heading, code, value: excerpt(text), detail })
}

/** Writes the cell into the notes under its heading, once. */
export const keep = (notebook: Notebook, cell: Cell, code?: RemarkCode, detail?: string): void => {
  if (!notebook.kept.has(cell.heading)) {
    notebook.kept.add(cell.heading)
    notebook.lines.push(`${cell.heading}: ${cell.text}`)
  }
  if (code !== undefined) remark(notebook, cell, code, detail ?? 'The cell is kept in the notes.')
}
