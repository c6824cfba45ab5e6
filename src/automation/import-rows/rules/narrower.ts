import { isSame } from '../../import-effects/rules.ts'
import type { ColumnMapping, ImportField } from '../../imports/rules/types.ts'
import type { ImportedRow } from '../store.ts'
import { partsOf } from './carried-notes.ts'

type Reading = ImportedRow['reading']

/** What tells applications for one role apart: as members, and in the notes. */
const MEMBERS = ['url', 'location', 'source'] as const
const IN_NOTES: ImportField[] = ['reference', 'rolePart', 'savedOn', 'postedOn']

/**
 * Whether a row says the same of which application it is as the row before, as far as its table has columns for it. Its
 * day of application is needed: without it, what was sent again later would be the same.
 */
export const isSameInNarrower = (last: Reading, now: Reading, mapping: ColumnMapping): boolean => {
  const fields = new Set(Object.values(mapping))
  const [before, after] = [last.application, now.application]
  const isAlike = (name: (typeof MEMBERS)[number]) => isSame(before[name], after[name])
  const isTelling = (heading: string | null) => {
    const field = heading !== null && Object.hasOwn(mapping, heading) ? mapping[heading] : undefined
    return field !== undefined && IN_NOTES.includes(field)
  }
  const told = (reading: Reading) => partsOf(reading).filter(({ heading }) => isTelling(heading))
  const isNarrower =
    MEMBERS.some((name) => !fields.has(name) && before[name] !== null) ||
    (last.noteHeadings ?? []).some((heading) => heading !== null && !Object.hasOwn(mapping, heading))
  return (
    isNarrower &&
    fields.has('appliedOn') &&
    before.appliedOn === after.appliedOn &&
    MEMBERS.every((name) => !fields.has(name) || isAlike(name)) &&
    isSame(told(last), told(now))
  )
}
