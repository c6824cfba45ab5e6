import type { Cell, Notebook } from './notebook.ts'
import type { ImportField } from './types.ts'

/** The filled cells of a row, by what their columns mean. */
export type RowCells = Map<ImportField, Cell[]>

/** What is known of the files of one program beyond what their headings and cells tell of themselves. */
export type Format = {
  /** For the contract. */
  meaning: string
  /** @param headings folded, as the keys of `fields` are. */
  recognises: (headings: Set<string>) => boolean
  fields: Record<string, ImportField>
  dateOrder?: 'month_first'
  /** Whether a cell is what the program writes where it has nothing. */
  isNothing?: (heading: string, text: string) => boolean
  /** Its words for states, folded, in words that any sheet may use. */
  words?: Record<string, string>
  /** An apostrophe stands before what a spreadsheet would compute. */
  guarded?: true
  /** The days by which rows for the same role are told apart, where the others may move. */
  tellingDays?: ImportField[]
  /** Puts right what a cell means only beside the others of its row. */
  settle?: (cells: RowCells, notebook: Notebook) => void
}

export const hasAll = (headings: Set<string>, ...names: string[]): boolean =>
  names.every((name) => headings.has(name))

export const hasAny = (headings: Set<string>, ...names: string[]): boolean =>
  names.some((name) => headings.has(name))
