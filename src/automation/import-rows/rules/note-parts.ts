import type { ImportedRow } from '../store.ts'

type Reading = ImportedRow['reading']

/** What stands under one heading in the notes, or, where that is null, the person's own words. */
export type Part = { heading: string | null; text: string }

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
