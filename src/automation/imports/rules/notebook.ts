import type { Remark, RemarkCode } from './types.ts'

export type Cell = { heading: string; text: string }

/** What a row keeps beside its members: lines for the notes, and remarks on what was read and how. */
export type Notebook = { lines: string[]; remarks: Remark[]; kept: Set<string> }

export const openNotebook = (): Notebook => ({ lines: [], remarks: [], kept: new Set() })

export const remark = (notebook: Notebook, heading: string, code: RemarkCode, detail: string): void => {
  notebook.remarks.push({ heading, code, detail })
}

/** Writes the cell into the notes under its heading, once. */
export const keep = (notebook: Notebook, cell: Cell, code?: RemarkCode, detail?: string): void => {
  if (!notebook.kept.has(cell.heading)) {
    notebook.kept.add(cell.heading)
    notebook.lines.push(`${cell.heading}: ${cell.text}`)
  }
  if (code !== undefined) remark(notebook, cell.heading, code, detail ?? 'The cell is kept in the notes.')
}
