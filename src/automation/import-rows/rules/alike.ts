import { canonical } from '../../import-effects/rules.ts'
import type { ImportedRow } from '../store.ts'

type Alike = Pick<ImportedRow, 'identity' | 'occurrence' | 'reading'>

const byIdentity = <Row extends Alike>(rows: Row[]) => Map.groupBy(rows, ({ identity }) => identity)

/**
 * Which of the rows that are alike each row of a file is: the one that says the same of everything, be it elsewhere in
 * the file; then, in their order, one that is left; else another one.
 */
const occurrencesOf = (keys: Alike[], before: Alike[]): [Alike, number][] => {
  const same = Map.groupBy(before, ({ reading }) => canonical(reading))
  const found = keys.map((key) => ({ key, last: same.get(canonical(key.reading))?.shift() }))
  const taken = new Set(found.map(({ last }) => last))
  const left = before.filter((row) => !taken.has(row))
  let occurrence = Math.max(...before.map((row) => row.occurrence))
  return found.map(({ key, last = left.shift() }) => [key, last?.occurrence ?? ++occurrence])
}

/** Of rows that are alike in what they are recognised by, those that are not the ones that came where they come. */
export const movedAmongAlike = <Row extends Alike>(keys: Row[], before: Alike[]): Map<Row, number> => {
  const known = byIdentity(before.toSorted((a, b) => a.occurrence - b.occurrence))
  const pairs = [...byIdentity(keys)].flatMap(([identity, rows]) => {
    const lasts = known.get(identity) ?? []
    return lasts.length > 0 && rows.length + lasts.length > 2 ? occurrencesOf(rows, lasts) : []
  })
  return new Map(pairs.filter(([key, occurrence]) => key.occurrence !== occurrence)) as Map<Row, number>
}
