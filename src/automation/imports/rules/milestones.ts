import type { InterviewResult, InterviewStatus } from '../../../journal/interviews/rules.ts'
import { NO_SUCH_DAY, readDate } from './dates.ts'
import { readMoney } from './money.ts'
import { type Cell, keep, type Notebook, openNotebook } from './notebook.ts'
import type { StateReading } from './states.ts'
import { fold, isFormulaError, readAnswer } from './text.ts'
import type { DateOrder, ImportField } from './types.ts'
import { inUtc, type Moment } from './zones.ts'

/**
 * What a cell says of an event: that it happened (with or without its day), that it did not, or, in words, how the
 * application stood. `on` null beside `happened` true is a day that is not known.
 */
export type Milestone = {
  cell: Cell
  happened: boolean
  denied: boolean
  on: string | null
  time: string | null
  /** The same in UTC, where the cell says in which zone it stands; `on` is the day that it was for the person. */
  utc: Moment | null
  /** What an interview is called. */
  label: string
  /** What stands beside the day. */
  rest: string
  state: StateReading | null
  /** How often it happened, where the cell is a count. */
  count: number
  round: RoundWord | null
}

export type RoundWord = { status: InterviewStatus; result: InterviewResult | null }

export type ReadingContext = {
  today: string
  /** The day that an instant is for the person. */
  dayOf: (instant: string) => string
  orderOf: (heading: string) => DateOrder
  readState: (text: string) => StateReading | null
  /** Of a cell in a column of states. */
  readStateCell: (text: string) => StateReading | null
  /** What the file's program means by a word for a state. */
  wordOf: (text: string) => string
  mapped: (field: ImportField) => boolean
}

export const readMilestone = (cell: Cell, context: ReadingContext, notebook: Notebook): Milestone => {
  const milestone = blank(cell)
  const answer = readAnswer(cell.text)
  if (answer !== null) return { ...milestone, happened: answer === 'yes', denied: answer === 'no' }
  const date = readDate(cell.text, context.orderOf(cell.heading), context.today)
  const words = date.read ? date.rest : cell.text
  const state = words === '' || isFormulaError(words) ? null : context.readState(words)
  if (date.read) {
    const { time, zone, rest } = date
    const utc = time === null || zone == null ? null : inUtc({ on: date.on, time }, zone)
    const on = utc === null ? date.on : context.dayOf(`${utc.on}T${utc.time}Z`)
    if (zone === undefined) keep(notebook, cell, 'time_zone_not_read', ZONE_UNREAD)
    else if (words !== '') keep(notebook, cell, 'kept_in_notes', 'The cell says more than the day.')
    else if (utc !== null) keep(notebook, cell, 'kept_in_notes', AS_WRITTEN)
    return { ...milestone, happened: true, on, time, utc, rest, state, round: roundWord(rest) }
  }
  if (date.meantAsDate) {
    keep(notebook, cell, date.code, UNREAD[date.code] ?? 'The cell is not a day of the calendar.')
    return { ...milestone, happened: state === null, state }
  }
  if (state === null) keep(notebook, cell, 'value_not_understood', 'The cell is neither a day nor a state.')
  else keepWords(state, cell, notebook)
  return { ...milestone, state }
}

const AS_WRITTEN = 'The time was read in the zone beside it. As it is written, it stays in the notes.'
const ZONE_UNREAD =
  'The zone of the time could not be read, so only the day was taken. Write it as `+01:00` or as `Europe/Berlin`.'

/** What a state leaves of the words of its cell goes to the notes. */
export const keepWords = (state: StateReading, cell: Cell, notebook: Notebook): void => {
  const { several, whole, ending, reached } = state
  const taken = ending === 'own_no' ? 'own decision' : (ending ?? reached)?.replaceAll('_', ' ')
  const detail = `The cell names more than one state; “${taken}” was taken. Correct the record where that is wrong.`
  if (several) keep(notebook, cell, 'several_states', detail)
  else if (!whole) keep(notebook, cell, 'kept_in_notes', 'The cell says more than the state.')
}

/** A cell of an interview column may also count the rounds, or say how one went: `2`, `passed`, `cancelled`. */
const readRound = (cell: Cell, context: ReadingContext, notebook: Notebook): Milestone => {
  const count = /^\d{1,2}$/.test(cell.text) ? Number(cell.text) : null
  if (count !== null && count <= MOST_COUNTED)
    return { ...blank(cell), happened: count > 0, denied: count === 0, count }
  const round = cell.text.length <= 60 && !/\d/.test(cell.text) ? roundWord(cell.text) : null
  if (round === null) return readMilestone(cell, context, notebook)
  if (/\s/.test(cell.text)) keep(notebook, cell, 'kept_in_notes', 'The cell says more than the round.')
  return { ...blank(cell), happened: true, round }
}

/** An interview as our own tables tell it: all of it is a member. */
const TOLD_ROUND =
  /^(?:yes|(?:\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?)?(?:(?:^| )(?:interview (?:scheduled|completed|cancelled)|missed interview))?)$/

/** A cell of an interview column may list several, as our own tables do beyond the sixth. */
export const readRounds = (cell: Cell, context: ReadingContext, notebook: Notebook): Milestone[] => {
  const told = cell.text.split('; ')
  if (!told.every((text) => TOLD_ROUND.test(text))) return [readRound(cell, context, notebook)]
  const beside = openNotebook()
  const rounds = told.map((text) => readRound({ ...cell, text }, context, beside))
  const unread = beside.remarks.filter(({ code }) => code !== 'kept_in_notes')
  for (const { code, detail } of unread) keep(notebook, cell, code, detail)
  return rounds.map((round) => ({ ...round, cell, state: null }))
}

/** Pay in a column of offers is an offer, too. */
export const readOffer = (cell: Cell, context: ReadingContext, notebook: Notebook): Milestone => {
  const money = /^[\d/.-]{6,10}$/.test(cell.text) ? null : readMoney(cell.text)
  if (money === null || (money.currency === null && (money.amounts.minimum ?? 0) < 1000)) {
    return readMilestone(cell, context, notebook)
  }
  keep(notebook, cell, 'kept_in_notes', 'The pay of the offer stays in the notes.')
  return { ...blank(cell), happened: true }
}

/** What nothing is known of but its cell. */
export const blank = (cell: Cell): Milestone => ({
  cell,
  happened: false,
  denied: false,
  on: null,
  time: null,
  utc: null,
  label: cell.heading,
  rest: '',
  state: null,
  count: 1,
  round: null,
})

/** The largest number that is read as a count of rounds. */
const MOST_COUNTED = 10

const ROUND_WORDS: [RegExp, RoundWord][] = [
  [/\b(cancell?ed|called off)\b/, { status: 'cancelled', result: 'unknown' }],
  [/\b(no show|missed)\b/, { status: 'missed', result: 'unknown' }],
  [/\b(failed|fail|not passed|did not pass|didn t pass)\b/, { status: 'completed', result: 'not_advanced' }],
  [/\b(passed|pass|advanced|moved on|cleared)\b/, { status: 'completed', result: 'advanced' }],
  [/\b(scheduled|upcoming|booked|invited|planned|awaiting)\b/, { status: 'scheduled', result: null }],
  [/\b(done|completed|complete|held|attended|finished|took place)\b/, { status: 'completed', result: null }],
]

const roundWord = (text: string): RoundWord | null => {
  const words = fold(text)
  if (words === '' || /\b(not|no|to be|if|never)\b/.test(words.replace('no show', ''))) return null
  return ROUND_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

export const UNREAD: Partial<Record<string, string>> = {
  no_such_day: NO_SUCH_DAY,
  date_without_year: 'The day stands without its year, so it was not read.',
  date_order_ambiguous:
    'Day and month cannot be told apart in this column. Import again with `dateOrder=day_first` or `dateOrder=month_first`.',
  several_dates: 'The cell holds more than one day.',
}
