import { type Cell, keep, type Notebook } from './notebook.ts'
import { oneLine, readAnswer } from './text.ts'
import type { ContactReading } from './types.ts'

const MOST = 50
const LONGEST_TAG = 100
const LONGEST_NAME = 200

const listed = (text: string): unknown[] => {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) return value
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
      .map((word) => oneLine(String(word)))
      .filter((word) => word !== '')
    const whole = words.every((word) => word.length <= LONGEST_TAG) && tags.size + words.length <= MOST
    if (whole) for (const word of words) tags.add(word)
    else keep(notebook, cell, 'too_long', 'An application holds 50 tags of 100 characters.')
  }
  return [...tags]
}

const contactOf = (line: string): ContactReading => {
  const at = line.lastIndexOf(' (')
  const named = at > 0 && line.endsWith(')')
  const name = named ? line.slice(0, at) : line
  return { name: name.trim(), role: named ? line.slice(at + 2, -1).trim() || null : null }
}

/** One contact a line, such as `Ada Holm (Recruiter)`. */
export const readContacts = (cells: Cell[], notebook: Notebook): ContactReading[] =>
  named(cells, notebook).flatMap((cell) => {
    const lines = cell.text
      .split('\n')
      .map(oneLine)
      .filter((line) => line !== '')
    const contacts = lines.map(contactOf)
    const fits = ({ name, role }: ContactReading) =>
      name !== '' && name.length <= LONGEST_NAME && (role?.length ?? 0) <= LONGEST_NAME
    if (contacts.length <= MOST && contacts.every(fits)) return contacts
    keep(notebook, cell, 'too_long', 'An application holds 50 contacts, each with a name of 200 characters.')
    return []
  })
