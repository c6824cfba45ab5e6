import { CHANNELS, EMPLOYMENT_TYPES } from '../../../journal/applications/rules.ts'
import { isUri, uriOf } from '../../../platform/web-address/rules.ts'
import { type Cell, keep, type Notebook } from './notebook.ts'
import { readContacts, readTags } from './people.ts'
import type { ApplicationReading } from './readings.ts'
import type { Invalid } from './remarks.ts'
import { excerpt, fold, isFormulaError, oneLine, readAnswer } from './text.ts'
import type { ImportField } from './types.ts'
import { channelOf, readEmploymentType, readWorkMode } from './work.ts'

type Facts = Pick<
  ApplicationReading,
  | 'company'
  | 'roleTitle'
  | 'url'
  | 'location'
  | 'workMode'
  | 'employmentType'
  | 'source'
  | 'resumeVersion'
  | 'description'
  | 'tags'
  | 'contacts'
>

export type Columns = (field: ImportField) => Cell[]

const SHORT = 200
const SOURCE = 100
const DESCRIPTION = 50_000

/** What a row says of the role itself. What no member can hold goes to the notebook. */
export const readFacts = (columns: Columns, notebook: Notebook): Facts & { invalid: Invalid | null } => {
  const company = firstText(columns('company'), notebook)
  const roleTitle = firstText(columns('roleTitle'), notebook) ?? joinParts(columns('rolePart'), notebook)
  const location = short(firstText(columns('location'), notebook), notebook)
  const tooLong = [company, roleTitle].find((cell) => cell !== null && cell.text.length > SHORT)
  const mode = readMode(columns('workMode'), notebook)
  return {
    company: company?.text ?? null,
    roleTitle: roleTitle?.text ?? null,
    url: readUrl(columns('url'), notebook),
    location: location?.text ?? null,
    workMode: mode ?? (location === null ? null : (readWorkMode(location.text)?.value ?? null)),
    employmentType: readEmployment(columns('employmentType'), notebook),
    source: readSource(columns, notebook),
    resumeVersion: readResume(columns('resumeVersion'), notebook)?.text ?? null,
    description: readDescription(columns('description'), notebook),
    tags: readTags(columns('tags'), notebook),
    contacts: readContacts(columns('contacts'), notebook),
    invalid:
      tooLong == null ? null : { heading: tooLong.heading, code: 'too_long', detail: overlong(tooLong) },
  }
}

const overlong = ({ text }: Cell, most = SHORT) =>
  `The cell has ${text.length} characters, the member holds ${most}.`

const readFirst = (first: Cell | undefined) =>
  `“${first?.heading}” was read first: ${excerpt(first?.text ?? '')}`

/** The first filled column; a second one that says something else stays in the notes. */
const firstText = (cells: Cell[], notebook: Notebook): Cell | null => {
  const named = cells.filter((cell) => {
    const text = readAnswer(cell.text) !== 'placeholder' && !isFormulaError(cell.text)
    if (!text) keep(notebook, cell, 'value_not_understood', 'The cell names nothing.')
    return text
  })
  const [first, ...others] = named
  if (first === undefined) return null
  for (const other of others) {
    if (other.text !== first.text) keep(notebook, other, 'second_value', readFirst(first))
  }
  return { ...first, text: oneLine(first.text) }
}

const short = (cell: Cell | null, notebook: Notebook, most = SHORT): Cell | null => {
  if (cell === null || cell.text.length <= most) return cell
  keep(notebook, cell, 'too_long', overlong(cell, most))
  return null
}

const joinParts = (cells: Cell[], notebook: Notebook): Cell | null => {
  const parts = cells.filter((cell) => readAnswer(cell.text) === null)
  for (const cell of cells) if (!parts.includes(cell)) keep(notebook, cell)
  const [first] = parts
  return first === undefined
    ? null
    : { heading: first.heading, text: parts.map(({ text }) => oneLine(text)).join(' – ') }
}

const readUrl = (cells: Cell[], notebook: Notebook): string | null => {
  const web = cells.filter(({ text }) => addressIn(text) !== null)
  for (const cell of cells) {
    if (!web.includes(cell))
      keep(notebook, cell, 'url_not_http', 'Only http and https addresses become the url.')
    else if (cell.text !== web[0]?.text) keep(notebook, cell, 'second_value', readFirst(web[0]))
  }
  return web[0] ? addressIn(web[0].text) : null
}

/** @NOTE Two addresses in one cell would be read as one with blanks in it. */
const addressIn = (text: string): string | null => {
  if (!/^https?:\/\/[^\t\n\u2028\u2029]+$/i.test(text) || /\shttps?:\/\//i.test(text) || !URL.canParse(text))
    return null
  const address = uriOf(text)
  return isUri(address) && address.length <= 2000 ? address : null
}

const readMode = (cells: Cell[], notebook: Notebook): Facts['workMode'] => {
  const read = cells.map((cell) => {
    const answer = readAnswer(cell.text)
    // "Remote? no" leaves open whether it is hybrid.
    const remote = answer === 'yes' && /remote|wfh|home|t[eé]l[eé]travail/i.test(cell.heading)
    const mode = remote
      ? { value: 'remote' as const, whole: true }
      : answer === null
        ? readWorkMode(cell.text)
        : null
    if (answer !== null && mode === null) keep(notebook, cell)
    else if (mode === null)
      keep(notebook, cell, 'value_not_understood', 'The cell names no single work mode.')
    else if (!mode.whole) keep(notebook, cell, 'kept_in_notes', 'The cell says more than the work mode.')
    return { cell, value: mode?.value ?? null }
  })
  const first = read.find(({ value }) => value !== null)
  for (const { cell, value } of read) {
    if (value !== null && value !== first?.value) keep(notebook, cell, 'second_value', readFirst(first?.cell))
  }
  return first?.value ?? null
}

/** The code that a cell names in our own words. */
const codeIn = <Code extends string>(codes: readonly Code[], text: string): Code | null =>
  codes.find((code) => fold(code) === fold(text)) ?? null

const readEmployment = (cells: Cell[], notebook: Notebook): Facts['employmentType'] => {
  const read = (text: string) => codeIn(EMPLOYMENT_TYPES, text) ?? readEmploymentType(text)
  return firstRead(cells, notebook, read, 'The cell names no employment type.')
}

const readChannel = (cells: Cell[], notebook: Notebook) =>
  firstRead(cells, notebook, (text) => codeIn(CHANNELS, text), 'The cell names no channel.')

/** What the first cell says that is understood; all others stay in the notes. */
const firstRead = <Value>(
  cells: Cell[],
  notebook: Notebook,
  readText: (text: string) => Value | null,
  otherwise: string,
): Value | null => {
  const read = cells.map((cell) => ({ cell, value: readText(cell.text) }))
  const first = read.find(({ value }) => value !== null)
  for (const { cell, value } of read) {
    if (value === null) keep(notebook, cell, 'value_not_understood', otherwise)
    else if (value !== first?.value) keep(notebook, cell, 'second_value', readFirst(first?.cell))
  }
  return first?.value ?? null
}

const readSource = (columns: Columns, notebook: Notebook): Facts['source'] => {
  const cells = columns('source')
  const stated = readChannel(columns('sourceChannel'), notebook)
  const referred = cells.some(({ heading, text }) => /referr/i.test(heading) && readAnswer(text) === 'yes')
  const named = cells.filter(({ text }) => readAnswer(text) === null)
  for (const cell of cells) if (!named.includes(cell)) keep(notebook, cell)
  const name = short(firstText(named, notebook), notebook, SOURCE)
  const channel = stated ?? (referred ? 'referral' : null)
  if (name === null) return channel && { channel, name: null }
  return {
    channel: stated ?? channelOf(name.text) ?? (/referr/i.test(name.heading) ? 'referral' : null),
    name: name.text,
  }
}

/** "Customised? yes" names no version. */
const readResume = (cells: Cell[], notebook: Notebook): Cell | null => {
  const named = cells.filter(({ text }) => readAnswer(text) === null)
  for (const cell of cells) if (!named.includes(cell)) keep(notebook, cell)
  return short(firstText(named, notebook), notebook)
}

const readDescription = ([first, ...others]: Cell[], notebook: Notebook): string | null => {
  for (const other of others) keep(notebook, other, 'second_value', readFirst(first))
  if (first !== undefined && first.text.length > DESCRIPTION)
    keep(notebook, first, 'too_long', overlong(first, DESCRIPTION))
  return first === undefined || first.text.length > DESCRIPTION ? null : first.text
}
