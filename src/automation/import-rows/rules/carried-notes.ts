import { LONGEST_NOTES } from '../../../journal/applications/rules.ts'
import type { ColumnMapping } from '../../imports/rules/types.ts'
import type { ImportedRow } from '../store.ts'
import { partsOf } from './note-parts.ts'
import { leavesEmpty } from './telling.ts'

type Reading = ImportedRow['reading']

/** The notes of a row, with what a row before said under headings that its table does not have. */
export const carriedNotes = (last: Reading, now: Reading, mapping: ColumnMapping) => {
  const isEmpty = leavesEmpty(now, mapping)
  const has = (heading: string | null) =>
    heading === null
      ? Object.values(mapping).includes('notes')
      : Object.hasOwn(mapping, heading) && !isEmpty(heading)
  const before = partsOf(last)
  const asNow = { notes: now.application.notes, noteHeadings: now.noteHeadings ?? [] }
  if (last.noteHeadings === undefined && has(null)) return asNow
  const parts = partsOf(now)
  const kept = before.flatMap((part) =>
    has(part.heading) ? parts.filter(({ heading }) => heading === part.heading) : [part],
  )
  const own = parts.filter(({ heading }) => heading === null)
  const more = parts.filter(
    ({ heading, text }) =>
      !before.some((part) => part.heading === heading || (!has(part.heading) && part.text.includes(text))),
  )
  const all = [...new Set([...own, ...kept, ...more])]
  const notes = all.map(({ text }) => text).join('\n')
  // What is too long for one application stays as it was.
  if (notes.length > LONGEST_NOTES)
    return { notes: last.application.notes, noteHeadings: last.noteHeadings ?? [] }
  return { notes: notes || null, noteHeadings: all.map(({ heading }) => heading) }
}
