import type { ColumnMapping } from '../../imports/rules/types.ts'
import { named } from '../rules.ts'
import type { ImportedBefore, ImportedRow } from '../store.ts'
import { toldBy } from './telling.ts'

type Reading = ImportedRow['reading']

/** What a row can be found by once its company or its role reads otherwise: the other of the two, on its day or at its address. */
const halvesOf = ({ application: { company, roleTitle, appliedOn, url } }: Reading): string[] => {
  const place = appliedOn ?? url
  if (!company || !roleTitle || !place) return []
  return [`company ${named(company)} ${place}`, `role ${named(roleTitle)} ${place}`]
}

/** Rows of earlier files by half of what they name. */
export const byHalf = (before: ImportedBefore[]): Map<string, ImportedRow[]> => {
  const halves = before.flatMap(({ row }) => halvesOf(row.reading).map((half) => ({ half, row })))
  const grouped = Map.groupBy(halves, ({ half }) => half)
  return new Map([...grouped].map(([half, some]) => [half, some.map(({ row }) => row)]))
}

/** Rows that a row may put right: all that tells applications apart is as it was, but for the company or the role. */
export const correctedBy = (
  halves: ReadonlyMap<string, ImportedRow[]>,
  reading: Reading,
  mapping: ColumnMapping,
): ImportedRow[] => {
  const saying = (each: Reading) => JSON.stringify([...toldBy(each, mapping)].toSorted())
  const now = saying(reading)
  const alike = halvesOf(reading).flatMap((half) => halves.get(half) ?? [])
  return alike.filter((row) => saying(row.reading) === now)
}
