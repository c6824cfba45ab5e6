import { roleOf } from '../rules.ts'
import type { ImportedBefore, ImportedRow } from '../store.ts'

type Reading = ImportedRow['reading']

/** What a row can be found by: company and role, or the company alone. A role alone says little: its days say which. */
export const namesOf = ({ application, interviews }: Reading): string[] => {
  const name = roleOf(application)
  if (application.company !== null) return [name]
  const days = new Set([application.appliedOn, ...interviews.map(({ heldOn }) => heldOn)])
  return [...days].filter((day) => day !== null).map((day) => `${name} ${day}`)
}

/** Rows by what they named their applications, and by what these are named now. */
export const byName = (before: ImportedBefore[]): Map<string, Set<ImportedRow>> => {
  const named = new Map<string, Set<ImportedRow>>()
  for (const { row, company, roleTitle } of before) {
    const renamed = { ...row.reading, application: { ...row.reading.application, company, roleTitle } }
    for (const name of [...namesOf(row.reading), ...namesOf(renamed)])
      named.set(name, (named.get(name) ?? new Set()).add(row))
  }
  return named
}
