import { type Columns, cellsOf, headingsOf, words } from '../../exports/rules/words.ts'
import type { Entry } from '../rules.ts'

type Line = Entry & { week: string }

const COLUMNS: Columns<Line> = [
  ['Week', ({ week }) => week],
  ['Day', ({ day }) => day],
  ['Activity', ({ activity }) => activity],
  ['Company', ({ company }) => company],
  ['Role', ({ roleTitle }) => roleTitle],
  ['URL', ({ url }) => url],
  ['Source', ({ source }) => source],
  ['Location', ({ location }) => location],
  ['Result', ({ result }) => words(result)],
  ['Outcome', ({ outcome }) => words(outcome)],
]

export const HEADINGS = headingsOf(COLUMNS)

export const lineOf = (week: string) => (entry: Entry) => cellsOf(COLUMNS, { ...entry, week })
