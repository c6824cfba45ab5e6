import type { ColumnMapping } from '../../imports/rules/types.ts'
import { named } from '../rules.ts'
import type { ImportedBefore, ImportedRow } from '../store.ts'
import { toldBy } from './telling.ts'

type Reading = ImportedRow['reading']

/**
 * What a row can be found by once its company or its role reads otherwise: the other of the two, and all else that tells
 * applications apart, a day or an address with it.
 */
const halvesOf = (reading: Reading, mapping: ColumnMapping): string[] => {
  const { company, roleTitle, appliedOn, url } = reading.application
  if (!company || !roleTitle || !(appliedOn ?? url)) return []
  const told = JSON.stringify([...toldBy(reading, mapping)].toSorted())
  return [`company ${named(company)} ${told}`, `role ${named(roleTitle)} ${told}`]
}

/** Rows of earlier files by half of what they name. */
export const byHalf = (before: ImportedBefore[], mapping: ColumnMapping): Map<string, ImportedRow[]> => {
  const halves = before.flatMap(({ row }) => halvesOf(row.reading, mapping).map((half) => ({ half, row })))
  const grouped = Map.groupBy(halves, ({ half }) => half)
  return new Map([...grouped].map(([half, some]) => [half, some.map(({ row }) => row)]))
}

/**
 * The first row that a row may put right, of those that are free: all that tells applications apart is as it was, but for
 * the company or the role. One that is not free will not be again, and is not looked at twice.
 */
export const correctedBy = (
  halves: ReadonlyMap<string, ImportedRow[]>,
  reading: Reading,
  mapping: ColumnMapping,
  isFree: (row: ImportedRow) => boolean,
): ImportedRow | undefined => {
  for (const half of halvesOf(reading, mapping)) {
    const alike = halves.get(half) ?? []
    while (alike[0] && !isFree(alike[0])) alike.shift()
    if (alike[0]) return alike[0]
  }
  return undefined
}
