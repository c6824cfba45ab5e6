import type { ColumnMapping } from '../../imports/rules/types.ts'
import type { ImportedRow } from '../store.ts'

type Interview = ImportedRow['reading']['interviews'][number]

/**
 * Interviews of columns that a table no longer has, beside those that it has. The others keep their numbers, and new
 * ones come after all.
 */
const numberedByColumn = (last: Interview[], now: Interview[], mapping: ColumnMapping) => {
  const isHere = ({ label }: Interview) => Object.hasOwn(mapping, label)
  const here = last.filter(isHere)
  const gone = last.filter((interview) => !isHere(interview))
  if (here.length === 0 || gone.length === 0) return { gone: [], numbered: now }
  let furthest = Math.max(...last.map(({ round }) => round))
  const numbered = now.map((interview) => {
    const at = here.findIndex(({ label }) => label === interview.label)
    const [same] = at === -1 ? [] : here.splice(at, 1)
    if (same === undefined) furthest += 1
    return { ...interview, round: same?.round ?? furthest }
  })
  return { gone, numbered }
}

/** Words alone add rounds, and take no day from one. */
const besideWords = (last: Interview[], now: Interview[]): Interview[] => {
  const met = now.map((interview) => {
    const before = last.find(({ round }) => round === interview.round)
    if (before === undefined || (before.heldOn === null && interview.result !== 'pending')) return interview
    return before.heldOn === null ? { ...interview, result: before.result } : before
  })
  return [...met, ...last.filter(({ round }) => !now.some((interview) => interview.round === round))]
}

/**
 * The interviews of a row, with what a row before said of those that its table has no column for.
 * @param closed whether the table tells how applications end
 */
export const carriedInterviews = (
  last: Interview[],
  now: Interview[],
  mapping: ColumnMapping,
  closed: boolean,
): Interview[] => {
  const inColumns = Object.values(mapping).some((field) => field === 'interviewOn' || field === 'timeline')
  if (!inColumns) return besideWords(last, now)
  const { gone, numbered } = numberedByColumn(last, now, mapping)
  const met = numbered.map((interview) => {
    const before = last.find(({ round }) => round === interview.round)
    const ledOn = gone.some(({ round }) => round > interview.round)
    const open = ledOn || (!closed && interview.result === 'pending')
    return before && open ? { ...interview, result: before.result } : interview
  })
  return [...met, ...gone].toSorted((a, b) => a.round - b.round)
}
