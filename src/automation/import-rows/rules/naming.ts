import { roleOf } from '../rules.ts'
import type { ImportedBefore, ImportedRow } from '../store.ts'

type Reading = ImportedRow['reading']

/** A role alone says little: its days say which. */
const byDays = ({ application, interviews }: Reading): string[] => {
  const days = new Set([application.appliedOn, ...interviews.map(({ heldOn }) => heldOn)])
  return [...days].filter((day) => day !== null).map((day) => `${roleOf(application)} ${day}`)
}

/** What a row can be found by: company and role, or the company alone, with its day of application or without. */
const namesOf = (reading: Reading): string[] => {
  const { company, appliedOn } = reading.application
  const name = roleOf(reading.application)
  return company === null ? byDays(reading) : [name, `${name} ${appliedOn}`]
}

/** What the rows that a row may continue can be found by: those of its day, and those without one. */
export const soughtBy = (reading: Reading): string[] => {
  const { company, appliedOn } = reading.application
  const name = roleOf(reading.application)
  if (company === null) return byDays(reading)
  return appliedOn === null ? [name] : [`${name} ${appliedOn}`, `${name} null`]
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
