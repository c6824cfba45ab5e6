import { readFileSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { OUTCOME_KINDS, type OutcomeKind } from '../../../src/journal/outcomes/rules.ts'
import { REASON_CODES, type ReasonCode } from '../../../src/journal/reasons/rules.ts'

/** A mail, and what a person reads in it. */
export type LabelledMail = { id: string; text: string; kind: OutcomeKind | null; reasons: ReasonCode[] }

const COLUMNS = ['id', 'text', 'kind', 'reasons'] as const

const rowsOf = (path: string): Record<string, string>[] => {
  try {
    return parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true, trim: true })
  } catch (error) {
    const why = error instanceof CsvError ? `is no well-formed CSV: ${error.message}` : 'cannot be read.'
    throw new Error(`${path} ${why}`, { cause: error })
  }
}

const known = <Name extends string>(names: readonly Name[], given: string, where: string): Name => {
  const name = names.find((it) => it === given)
  if (name === undefined) throw new Error(`${where}: ${given} is not known.`)
  return name
}

/**
 * Reads labelled mails: `id,text,kind,reasons`. `kind` is one of an outcome, empty where the mail tells of no ending; `reasons`
 * are codes of the catalogue with a space between, empty where none is stated.
 * @throws Error with one sentence where the file is of another form
 */
export const readMails = (path: string): LabelledMail[] => {
  const rows = rowsOf(path)
  const missing = COLUMNS.filter((name) => !(name in (rows[0] ?? {})))
  if (missing.length > 0)
    throw new Error(`${path} lacks ${missing.join(' and ')}: it needs ${COLUMNS.join(',')}.`)
  return rows.map(({ id = '', text = '', kind = '', reasons = '' }, at) => ({
    id,
    text,
    kind: kind === '' ? null : known(OUTCOME_KINDS, kind, `${path}, row ${at + 1}`),
    reasons: reasons
      .split(/\s+/)
      .filter(Boolean)
      .map((code) => known(REASON_CODES, code, `${path}, row ${at + 1}`)),
  }))
}
