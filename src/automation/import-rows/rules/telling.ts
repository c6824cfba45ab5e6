import { findDates, foldDate } from '../../imports/rules/date-tokens.ts'
import { TELLING } from '../../imports/rules/identity.ts'
import { plain } from '../../imports/rules/text.ts'
import type { ColumnMapping } from '../../imports/rules/types.ts'
import type { ImportedRow } from '../store.ts'
import { partsOf } from './note-parts.ts'

type Reading = ImportedRow['reading']

type Telling = (typeof TELLING)[number]

/** Which of these a heading of a table means. */
const meantBy = (heading: string | null, mapping: ColumnMapping): Telling | undefined => {
  const field = heading !== null && Object.hasOwn(mapping, heading) ? mapping[heading] : undefined
  return TELLING.find((telling) => telling === field)
}

/** A day however it is written, whichever of its numbers is the month: its column is not read as a day. */
const dayOf = (text: string) => {
  const [found, second] = findDates(foldDate(text.slice(0, 200)))
  if (!found || second) return plain(text)
  const { token } = found
  const numbers = token.kind === 'plain' ? [token.month, token.day] : [token.first, token.second]
  return [token.year, ...numbers.toSorted((a, b) => a - b)].join(' ')
}

const alike = (field: Telling, text: string) =>
  field === 'postedOn' || field === 'savedOn' ? dayOf(text) : plain(text)

/** What a row says of which application it is: as members, or in its notes. What it leaves out is not there. */
export const toldBy = (reading: Reading, mapping: ColumnMapping): Map<Telling, string> => {
  const { url, location, source, appliedOn } = reading.application
  const told = new Map<Telling, string>()
  for (const { heading, text } of partsOf(reading)) {
    const field = meantBy(heading, mapping)
    if (field) told.set(field, `${told.get(field) ?? ''} ${text.slice(`${heading}: `.length)}`)
  }
  const members = { url, location, source: source?.name ?? source?.channel, appliedOn }
  for (const [name, value] of Object.entries(members)) if (value) told.set(name as Telling, value)
  return new Map([...told].map(([field, text]) => [field, alike(field, text)]))
}

type Told = ReturnType<typeof toldBy>

/** Whether two rows for one role say the same of which application they are, wherever both say something. */
export const agree = (before: Told, now: Told): boolean =>
  [...now].every(([field, text]) => (before.get(field) ?? text) === text)

/** Whether a row is open where the one before had ended, and no day says that they are the same: it was sent again. */
export const isSentAgain = (before: Reading, now: Reading): boolean =>
  before.outcome !== null &&
  now.outcome === null &&
  (before.application.appliedOn === null || now.application.appliedOn === null)

/** Whether a row says all of it that the row before said, and more. */
export const saysMore = (before: Told, now: Told): boolean =>
  now.size > before.size && [...before.keys()].every((field) => now.has(field))

/** Headings of notes that a row leaves empty though it is recognised by them: an empty cell takes nothing of it away. */
export const leavesEmpty = (now: Reading, mapping: ColumnMapping) => {
  const told = toldBy(now, mapping)
  return (heading: string | null): boolean => {
    const field = meantBy(heading, mapping)
    return field !== undefined && !told.has(field)
  }
}
