import { type Cell, keep, type Notebook } from './notebook.ts'
import type { ContactReading } from './readings.ts'
import { oneLine, readAnswer } from './text.ts'

const MOST = 50
const LONGEST_TAG = 100
const LONGEST_NAME = 200
const LONGEST_EMAIL = 254
const LONGEST_PHONE = 50
const LONGEST_NOTES = 2_000

/** What stands between the parts of a contact, in our own table too. */
export const CONTACT_DOT = ' · '

const isText = (value: unknown) => typeof value === 'string'

/** Null where the cell lists other things than words. */
const listed = (text: string): string[] | null => {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) return value.every(isText) ? value : null
  } catch {}
  return text.split(/[;,|\n]/)
}

/** What names something; `N/A` and the like stay in the notes. */
const named = (cells: Cell[], notebook: Notebook): Cell[] =>
  cells.filter((cell) => {
    const names = readAnswer(cell.text) === null
    if (!names) keep(notebook, cell)
    return names
  })

/** `["north", "night shift"]`, or words with `;`, `,` or `|` between them. What is too long or too much is a note. */
export const readTags = (cells: Cell[], notebook: Notebook): string[] => {
  const tags = new Set<string>()
  for (const cell of named(cells, notebook)) {
    const words = listed(cell.text)
      ?.map(oneLine)
      .filter((word) => word !== '')
    const fit =
      (words ?? []).every((word) => word.length <= LONGEST_TAG) && tags.size + (words ?? []).length <= MOST
    if (!words) keep(notebook, cell, 'value_not_understood', 'The cell lists other things than words.')
    else if (fit) for (const word of words) tags.add(word)
    else keep(notebook, cell, 'too_long', 'An application holds 50 tags of 100 characters.')
  }
  return [...tags]
}

const nameAndRole = (text: string) => {
  const at = text.lastIndexOf(' (')
  const hasRole = at > 0 && text.endsWith(')')
  if (!hasRole) return { name: text, role: null }
  return { name: text.slice(0, at).trim(), role: text.slice(at + 2, -1).trim() || null }
}

/** No more than a contact may hold as one: all else is a note of it. */
const EMAIL = /^(?:[\w'+-]+\.)*[\w'+-]*[\w+-]@(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,}$/i
const PHONE = /^\+?[\d ()/.-]*\d[\d ()/.-]*$/

const isEmail = (text: string) => text.length <= LONGEST_EMAIL && EMAIL.test(text)
const isPhone = (text: string) => text.length <= LONGEST_PHONE && PHONE.test(text)

const contactOf = (line: string): ContactReading => {
  const [first = '', ...more] = line.split(CONTACT_DOT).map((part) => part.trim())
  const email = more.find(isEmail)
  const phone = more.find(isPhone)
  const notes = more.filter((part) => part !== email && part !== phone).join(CONTACT_DOT)
  return { ...nameAndRole(first), ...(email && { email }), ...(phone && { phone }), ...(notes && { notes }) }
}

const fits = ({ name, role, notes = '' }: ContactReading) =>
  name !== '' &&
  name.length <= LONGEST_NAME &&
  (role?.length ?? 0) <= LONGEST_NAME &&
  notes.length <= LONGEST_NOTES

/** One contact a line, such as `Ada Holm (Recruiter) · ada@holm.example · +47 555 · Met at the fair`. */
export const readContacts = (cells: Cell[], notebook: Notebook): ContactReading[] =>
  named(cells, notebook).flatMap((cell) => {
    const contacts = cell.text
      .split('\n')
      .map(oneLine)
      .filter((line) => line !== '')
      .map(contactOf)
    if (contacts.length <= MOST && contacts.every(fits)) return contacts
    keep(notebook, cell, 'too_long', 'An application holds 50 contacts, each with a name of 200 characters.')
    return []
  })
