import {
  type DateToken,
  findDates,
  foldDate,
  hasPartialDate,
  lacksYear,
  looksLikeDate,
} from './date-tokens.ts'
import type { RemarkCode } from './remarks.ts'
import type { DateOrder } from './types.ts'
import { readZone, type ZoneReading } from './zones.ts'

/** Day and time are as written, in the `zone` that stands beside them. A time whose zone cannot be read is none. */
export type DateReading =
  | ({ read: true; on: string; time: string | null } & ZoneReading)
  | { read: false; code: RemarkCode; meantAsDate: boolean }

const LONGEST = 200

export const NO_SUCH_DAY = 'The calendar has no such day. It was not moved to another one.'

// The clock may stand before or after the day; seconds are told apart because no member holds them.
const CLOCK =
  /(?<![\d/.-])(t|um |at |a |@ ?)?(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?| ?(?=[ap]\.?m(?![a-z])))(?: ?([ap])\.?m(?![a-z])\.?)?(?!\d)/
const FILLER =
  /(?<!\p{L})(?:mon|tues?|wed|wednes|thur?s?|fri|sat|satur|sun)(?:day)?(?!\p{L})|(?<!\p{L})(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lunes|martes|miercoles|jueves|viernes|sabado|domingo|on|at|um|den|le|el|uhr)(?!\p{L})|[,;()|–—-]/gu
/** `10.30 Uhr` is a time, and no day of October. */
const DOTTED_CLOCK = /(?<![\d.])(\d{1,2})\.(\d{2})(?= ?uhr(?![a-z]))/
const DOUBT =
  /[~?≈<>]|(?<!\p{L})(?:week|around|about|approx\w{0,8}|circa|ca|before|after|by|until|till|since|or|maybe|probably|early|late|mid|between|vers|environ|avant|apres|gegen|etwa|kw)(?!\p{L})/u

/** @param order of the whole column; `today` bounds the years that are believed. */
export const readDate = (text: string, order: DateOrder, today: string): DateReading => {
  const folded = foldDate(text.slice(0, LONGEST + 1)).replace(DOTTED_CLOCK, '$1:$2')
  const meantAsDate = looksLikeDate(folded)
  if (text.length > LONGEST) return { read: false, code: 'date_not_read', meantAsDate: false }
  const found = findDates(folded)
  const [first] = found
  if (first === undefined) {
    return { read: false, code: lacksYear(folded) ? 'date_without_year' : 'date_not_read', meantAsDate }
  }
  const remainder = folded.replace(first.text, ' ').trim()
  if (found.length > 1 || hasPartialDate(remainder)) {
    return { read: false, code: 'several_dates', meantAsDate: true }
  }
  const { rest, ...clock } = readClock(remainder, text)
  if (DOUBT.test(rest)) return { read: false, code: 'date_not_read', meantAsDate: true }
  const on = dayOf(first.token, order, Number(today.slice(0, 4)))
  if (on === 'ambiguous') return { read: false, code: 'date_order_ambiguous', meantAsDate: true }
  if (on === null) {
    const code = isUnreal(first.token) ? 'no_such_day' : 'date_not_read'
    return { read: false, code, meantAsDate: true }
  }
  return { read: true, on, ...clock, rest }
}

type Clock = { time: string | null } & ZoneReading

/** `rest` is what no member can hold: words, seconds. Midnight in a time stamp says "no time". */
const readClock = (remainder: string, written: string): Clock => {
  const found = CLOCK.exec(remainder)
  const hour = Number(found?.[2])
  const minute = Number(found?.[3] ?? 0)
  const half = found?.[5]
  const valid = found !== null && minute < 60 && (half === undefined ? hour < 24 : hour >= 1 && hour <= 12)
  if (!valid) return { time: null, zone: null, rest: tidy(remainder) }
  const stamped = found[1] === 't' || found[4] !== undefined
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  const behind = remainder.slice(found.index + found[0].length)
  const { zone, rest: after } = readZone(behind, stamped ? null : hours * 60 + minute, written)
  const around = tidy(`${remainder.slice(0, found.index)} ${after}`)
  const seconds = Number(found[4] ?? 0)
  const midnight = half === undefined && hours === 0 && minute === 0 && seconds === 0
  if (midnight) return { time: null, zone: null, rest: around }
  const time = zone === undefined ? null : `${pad(hours)}:${pad(minute)}`
  return { time, zone, rest: [around, seconds > 0 ? `:${seconds}` : ''].join(' ').trim() }
}

const tidy = (text: string) => text.replace(FILLER, ' ').replace(/ +/g, ' ').trim()

const pad = (value: number) => String(value).padStart(2, '0')

const dayOf = (token: DateToken, order: DateOrder, thisYear: number): string | null | 'ambiguous' => {
  if (token.kind === 'plain') return calendarDay(token.year, token.month, token.day, thisYear)
  const { first, second, year } = token
  const dayFirst = calendarDay(year, second, first, thisYear)
  const monthFirst = calendarDay(year, first, second, thisYear)
  if (order === 'day_first') return dayFirst
  if (order === 'month_first') return monthFirst
  if (dayFirst !== null && monthFirst !== null) return dayFirst === monthFirst ? dayFirst : 'ambiguous'
  return dayFirst ?? monthFirst
}

/** 2204 is no year of a search. */
const calendarDay = (year: number, month: number, day: number, thisYear: number): string | null => {
  if (year < 1970 || year > thisYear + 1 || !exists(year, month, day)) return null
  return `${year}-${pad(month)}-${pad(day)}`
}

const exists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

/** 31 February is no day, whichever way it is read. */
const isUnreal = (token: DateToken): boolean => {
  if (token.kind === 'plain') return !exists(token.year, token.month, token.day)
  const { first, second, year } = token
  return !exists(year, second, first) && !exists(year, first, second)
}

/** A cell that names one day, which the calendar does not have. */
export const namesNoSuchDay = (text: string, today: string): boolean => {
  const date = readDate(text, 'none', today)
  return !date.read && date.code === 'no_such_day'
}
