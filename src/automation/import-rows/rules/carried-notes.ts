import type { ColumnMapping } from '../../imports/rules/types.ts'
import type { ImportedRow } from '../store.ts'

type Reading = ImportedRow['reading']

/** What stands under one heading in the notes, or, where that is null, the person's own words. */
type Part = { heading: string | null; text: string }

const LONGEST = 20_000

/** Read from the end: the person's own words come first, and may hold anything. */
export const partsOf = ({
  application: { notes },
  noteHeadings = notes === null ? [] : [null],
}: Reading): Part[] => {
  const parts: Part[] = []
  let rest = notes ?? ''
  for (const heading of noteHeadings.toReversed()) {
    const at = heading === null ? 0 : Math.max(`\n${rest}`.lastIndexOf(`\n${heading}: `), 0)
    parts.unshift({ heading, text: rest.slice(at) })
    rest = rest.slice(0, Math.max(at - 1, 0))
  }
  return parts
}

/** The notes of a row, with what a row before said under headings that its table does not have. */
export const carriedNotes = (last: Reading, now: Reading, mapping: ColumnMapping) => {
  const has = (heading: string | null) =>
    heading === null ? Object.values(mapping).includes('notes') : Object.hasOwn(mapping, heading)
  const before = partsOf(last)
  const asNow = { notes: now.application.notes, noteHeadings: now.noteHeadings ?? [] }
  if (before.every(({ heading }) => has(heading))) return asNow
  const parts = partsOf(now)
  const kept = before.flatMap((part) =>
    has(part.heading) ? parts.filter(({ heading }) => heading === part.heading) : [part],
  )
  const own = parts.filter(({ heading }) => heading === null)
  const more = parts.filter(
    ({ heading, text }) => !before.some((part) => part.heading === heading || part.text.includes(text)),
  )
  const all = [...new Set([...own, ...kept, ...more])]
  const notes = all.map(({ text }) => text).join('\n')
  // What is too long for one application stays as it was.
  if (notes.length > LONGEST) return { notes: last.application.notes, noteHeadings: last.noteHeadings ?? [] }
  return { notes: notes || null, noteHeadings: all.map(({ heading }) => heading) }
}
