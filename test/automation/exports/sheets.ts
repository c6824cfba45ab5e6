import { parse } from 'csv-parse/sync'

export type Line = Record<string, string>

/** The lines of a table that was exported, each by its headings. */
export const linesOf = (text: string): Line[] => parse(text, { bom: true, columns: true })
