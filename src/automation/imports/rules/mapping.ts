import { fieldsOf } from './headings.ts'
import { fold } from './text.ts'
import type { ColumnMapping, ImportField, ImportFormat, Table } from './types.ts'

/** LinkedIn's archive is known to the letter; "Contact Email" and the phone are the candidate's own. */
const LINKEDIN: Record<string, ImportField> = {
  'application date': 'appliedOn',
  'saved date': 'savedOn',
  'contact email': 'other',
  'contact phone number': 'other',
  'company name': 'company',
  'job title': 'roleTitle',
  'job url': 'url',
  'resume name': 'resumeVersion',
  'question and answers': 'other',
}

export const detectFormat = (headings: string[]): ImportFormat => {
  const names = new Set(headings.map(fold))
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name))
  const applications = has('application date', 'company name', 'job title', 'job url') && has('resume name')
  const saved = has('saved date', 'job url', 'job title', 'company name') && names.size === 4
  return applications || saved ? 'linkedin' : 'generic'
}

/** Fields of which a record holds one; a second column stays a guess and yields where the first is filled. */
const SHARED = new Set<ImportField>([
  'interviewOn',
  'interviewObtained',
  'state',
  'feedback',
  'notes',
  'other',
  'derived',
  'rolePart',
  'respondedOn',
  'offerOn',
])

/** The client's own mapping stands; the rest is guessed from headings and cells. */
export const guessMapping = (
  table: Table,
  format: ImportFormat,
  stated: ColumnMapping = {},
): ColumnMapping => {
  const given = new Map(Object.entries(stated))
  const columns = table.headings.map((heading, index) => {
    const cells = table.rows.slice(0, 500).map((row) => row.cells[index] ?? '')
    return { heading, options: given.has(heading) ? [] : optionsOf(heading, cells, format) }
  })
  const fields = new Map<string, ImportField>()
  const taken = new Set<ImportField>(given.values())
  const assign = (heading: string, field: ImportField) => {
    fields.set(heading, field)
    taken.add(field)
  }
  for (const { heading, options } of columns) {
    const own = given.get(heading)
    const strong = options.find(({ field, weak }) => !weak && (!taken.has(field) || SHARED.has(field)))
    if (own !== undefined) fields.set(heading, own)
    else if (strong !== undefined) assign(heading, strong.field)
  }
  for (const { heading, options } of columns) {
    if (fields.has(heading)) continue
    const weak = options.find(({ field }) => field !== 'rolePart' && !taken.has(field))
    if (weak !== undefined) assign(heading, weak.field)
  }
  // "Discipline" and "Type" name the role only where nothing else does.
  const roleless = !taken.has('roleTitle')
  for (const { heading, options } of columns) {
    if (fields.has(heading)) continue
    const part = roleless && options.some(({ field }) => field === 'rolePart')
    fields.set(heading, part ? 'rolePart' : 'other')
  }
  return Object.fromEntries(table.headings.map((heading) => [heading, fields.get(heading) ?? 'other']))
}

const optionsOf = (heading: string, cells: string[], format: ImportFormat) => {
  const known = format === 'linkedin' ? LINKEDIN[fold(heading)] : undefined
  return known === undefined ? fieldsOf(heading, cells) : [{ field: known, weak: false }]
}
