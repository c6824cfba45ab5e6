import { findDates, foldDate, looksLikeDate } from './date-tokens.ts'
import { EVENT_HEADINGS } from './heading-events.ts'
import { FACT_HEADINGS, PLAIN_HEADINGS } from './heading-facts.ts'
import type { Check } from './heading-synonyms.ts'
import { readState } from './states.ts'
import { foldWords, readAnswer } from './text.ts'
import type { ImportField } from './types.ts'
import { readEmploymentType, readWorkMode } from './work.ts'

const SYNONYMS = [...PLAIN_HEADINGS, ...EVENT_HEADINGS, ...FACT_HEADINGS]

/** A day or an address where a heading should stand gives a file without headings away. */
export const looksLikeValue = (heading: string): boolean => isDate(heading) || CHECKS.urls(heading)

export const isKnownHeading = (heading: string): boolean => {
  const words = foldWords(heading.slice(0, 200))
  return SYNONYMS.some(({ pattern }) => pattern.test(words))
}

/**
 * What a heading may mean, best first.
 * @param cells of the column; an empty column bears out any heading.
 */
export const fieldsOf = (heading: string, cells: string[]): { field: ImportField; weak: boolean }[] => {
  const words = foldWords(heading.slice(0, 200))
  return SYNONYMS.filter(({ pattern, cells: check }) => pattern.test(words) && bears(cells, check)).map(
    ({ field, weak }) => ({ field, weak: weak ?? false }),
  )
}

const bears = (cells: string[], check: Check | undefined): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '').slice(0, 200)
  if (check === undefined) return true
  if (filled.length === 0) return check !== 'urls'
  const share = filled.filter((cell) => CHECKS[check](cell.trim())).length / filled.length
  return share >= (check === 'urls' ? 0.2 : 0.5)
}

const isDate = (cell: string) => cell.length <= 200 && /\d/.test(cell) && findDates(foldDate(cell)).length > 0

const isPartOfDate = (cell: string) =>
  looksLikeDate(foldDate(cell.slice(0, 100))) || /^\d{1,2}$|^[$€£]/.test(cell)

const CHECKS: Record<Check, (cell: string) => boolean> = {
  dates: (cell) =>
    isDate(cell) || (cell.length <= 30 && /\d ?[/.-] ?\d|\d ?[a-z]{3}|[a-z]{3} ?\d/i.test(cell)),
  events: (cell) =>
    isDate(cell) || readAnswer(cell) !== null || isPartOfDate(cell) || readState(cell) !== null,
  urls: (cell) => /^https?:\/\//i.test(cell),
  states: (cell) => readAnswer(cell) === 'placeholder' || readState(cell) !== null,
  modes: (cell) => readWorkMode(cell) !== null || readAnswer(cell) !== null,
  employment: (cell) => readEmploymentType(cell) !== null || readAnswer(cell) !== null,
  words: (cell) => !isDate(cell) && !/^https?:\/\//i.test(cell) && /\p{L}/u.test(cell.slice(0, 200)),
}
