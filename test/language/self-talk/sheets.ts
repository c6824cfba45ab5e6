import { readFileSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'

const YES = new Set([
  'yes',
  'y',
  'true',
  '1',
  'self_judging',
  'self-judging',
  'positive',
  'explicit',
  'crisis',
])
const NO = new Set([
  'no',
  'n',
  'false',
  '0',
  'not_self_judging',
  'not-self-judging',
  'not self-judging',
  'negative',
  'hard_negative',
  'hard-negative',
  'none',
  'idiom',
])

export type LabelledRow = { id: string; text: string; label: 'yes' | 'no' | 'soft' }
export type Sheet = { subject: 'label' | 'crisis'; rows: LabelledRow[] }

const columnsOf = (path: string): Record<string, string>[] => {
  try {
    return parse(readFileSync(path), {
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      bom: true,
      skip_empty_lines: true,
    })
  } catch (error) {
    if (error instanceof CsvError)
      throw new Error(`${path} is no well-formed CSV: ${error.message}.`, { cause: error })
    throw new Error(`${path} cannot be read.`, { cause: error })
  }
}

const labelOf = (given: string): LabelledRow['label'] | undefined => {
  const label = given.trim().toLowerCase()
  if (label === 'soft') return 'soft'
  if (YES.has(label)) return 'yes'
  return NO.has(label) ? 'no' : undefined
}

/**
 * Reads labelled sentences: `id,text,label` (yes, no or soft) or `id,text,crisis` (yes or explicit, no or none, soft).
 * @throws Error with one sentence where the file is of another form
 */
export const readSheet = (path: string): Sheet => {
  const rows = columnsOf(path)
  const [first] = rows
  if (!first) throw new Error(`${path} holds no rows.`)
  const subject = 'crisis' in first ? 'crisis' : 'label'
  const missing = ['id', 'text', subject].filter((name) => !(name in first))
  if (missing.length > 0)
    throw new Error(
      `${path} lacks the column ${missing.join(' and ')}: it needs id,text,label or id,text,crisis.`,
    )
  return {
    subject,
    rows: rows.map(({ id = '', text = '', [subject]: given = '' }, at) => {
      const label = labelOf(given)
      if (!label)
        throw new Error(`${path}, row ${at + 1}: ${subject} is "${given}", but has to be yes, no or soft.`)
      if (!text.trim()) throw new Error(`${path}, row ${at + 1}: the text is empty.`)
      return { id, text, label }
    }),
  }
}
