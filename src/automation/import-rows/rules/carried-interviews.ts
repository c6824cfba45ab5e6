import type { ColumnMapping } from '../../imports/rules/types.ts'
import type { ImportedRow } from '../store.ts'

type Interview = ImportedRow['reading']['interviews'][number]

/**
 * Interviews of columns that a row no longer fills, beside those that it does. The others keep their numbers, and new
 * ones come after all.
 */
const numberedByColumn = (last: Interview[], now: Interview[], mapping: ColumnMapping) => {
  const isHere = ({ label }: Interview) =>
    Object.hasOwn(mapping, label) && now.some((interview) => interview.label === label)
  const here = last.filter(isHere)
  const gone = last.filter((interview) => !isHere(interview))
  if (here.length === 0 || gone.length === 0) return now
  // A count that goes beyond the rounds under its own heading counts those of the others as well.
  if (here.length < now.length && now.every(({ label }) => label === now[0]?.label)) return now
  let furthest = Math.max(...last.map(({ round }) => round))
  return now.map((interview) => {
    const at = here.findIndex(({ label }) => label === interview.label)
    const [same] = at === -1 ? [] : here.splice(at, 1)
    if (same === undefined) furthest += 1
    return { ...interview, round: same?.round ?? furthest }
  })
}

/** A row that knows of an interview and not of its day takes no day from it. */
const withItsDay = (before: Interview, now: Interview): Interview =>
  before.heldOn !== null && now.heldOn === null ? { ...before, status: now.status, result: now.result } : now

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
 * The interviews of a row, with what a row before said of those that it leaves out: none is taken off the record.
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
  const numbered = numberedByColumn(last, now, mapping)
  const left = last.filter(({ round }) => !numbered.some((interview) => interview.round === round))
  const met = numbered.map((interview) => {
    const before = last.find(({ round }) => round === interview.round)
    const ledOn = left.some(({ round }) => round > interview.round)
    const open = ledOn || (!closed && interview.result === 'pending')
    if (!before) return interview
    return { ...withItsDay(before, interview), ...(open && { result: before.result }) }
  })
  return [...met, ...left].toSorted((a, b) => a.round - b.round)
}
