import { NO_SUCH_DAY, namesNoSuchDay } from './dates.ts'
import type { Columns } from './facts.ts'
import type { History } from './history.ts'
import { blank, type Milestone, type ReadingContext } from './milestones.ts'
import { type Cell, keep, type Notebook, remark } from './notebook.ts'
import { fold } from './text.ts'

const LINE = /^(\d{4}-\d{2}-\d{2}): (.{1,80})$/
const INTERVIEW = /^(.{1,40} interview) \((\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::00(?:\.0{1,9})?)?Z\)$/i

/** The interviews of a timeline, each at its minute. A timeline that holds more than these and its stages is a note. */
export const readTimelines = (
  columns: Columns,
  histories: History[],
  context: ReadingContext,
  notebook: Notebook,
): Milestone[] => {
  const known = new Set(histories.flatMap(({ steps }) => steps.map(({ on, words }) => `${on} ${words}`)))
  return columns('timeline').flatMap((cell) => {
    const lines = cell.text.split('\n').filter((line) => line.trim() !== '')
    const read = lines.map((line) => readLine(line, cell, known, context.today))
    if (read.includes(null))
      keep(notebook, cell, 'kept_in_notes', 'The timeline says more than its interviews.')
    if (lines.some((line) => namesNoSuchDay(line.slice(0, 10), context.today)))
      remark(notebook, cell, 'no_such_day', NO_SUCH_DAY)
    return read.flatMap((milestone) => milestone ?? [])
  })
}

/** Null where the line finds no member. */
const readLine = (line: string, cell: Cell, known: Set<string>, today: string): Milestone[] | null => {
  const [, on, what = ''] = LINE.exec(line) ?? []
  const [, label = '', day = '', time = ''] = INTERVIEW.exec(what) ?? []
  if (label === '') return known.has(`${on} ${fold(what)}`) ? [] : null
  if (on !== day || namesNoSuchDay(day, today)) return null
  const utc = { on: day, time }
  return [{ ...blank(cell), happened: true, ...utc, utc, rest: label, label }]
}
