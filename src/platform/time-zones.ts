import { Temporal } from 'temporal-polyfill'
import type { Window } from './lists.ts'

/** The day that it is in a time zone, `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** The time of day that it is in a time zone, `HH:MM`. */
export const timeIn = (timeZone: string, instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })

/** Whole days, first and last included, and the instants between which they lie: `ends` is the first one after. */
export type Period = { from: string; to: string; begins: string; ends: string }

/** The first instant that a day has in a time zone. */
export const beginningIn = (timeZone: string, day: string): string =>
  startOf(timeZone, Temporal.PlainDate.from(day))

const startOf = (timeZone: string, day: Temporal.PlainDate): string =>
  day.toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 })
const endOf = (timeZone: string, day: Temporal.PlainDate): string => startOf(timeZone, day.add({ days: 1 }))

/** The days `from` to `to`, `YYYY-MM-DD`, as they are in a time zone; each begins at the first instant that it has there. */
export const periodIn = (timeZone: string, from: string, to: string): Period => ({
  from,
  to,
  begins: beginningIn(timeZone, from),
  ends: endOf(timeZone, Temporal.PlainDate.from(to)),
})

/** The same where either end may be open. */
export const windowIn = (timeZone: string, { from, to }: Pick<Window, 'from' | 'to'>): Window => ({
  from,
  to,
  begins: from && beginningIn(timeZone, from),
  ends: to && endOf(timeZone, Temporal.PlainDate.from(to)),
})

const MONTHS = Array.from({ length: 12 }, (_, i) => `${i + 1}`.padStart(2, '0'))

/**
 * How many milliseconds after midnight in UTC a day begins at the latest in a time zone, in a year or the one before;
 * below 0 where it begins before.
 */
export const latestStart = (timeZone: string, year: number): number =>
  Math.max(
    ...[year - 1, year].flatMap((each) =>
      MONTHS.map((month) => {
        const day = `${each}-${month}-01`
        return Date.parse(beginningIn(timeZone, day)) - Date.parse(day)
      }),
    ),
  )

/**
 * The instant of a wall-clock time, RFC 3339 in UTC with milliseconds. A time that a change of clocks skips is read as
 * if the clocks had not changed; one that comes twice is the first of the two.
 */
export const instantIn = (timeZone: string, day: string, time: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime(timeZone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })

/** The same as `dayIn` for many instants of one time zone: some ten times as fast. */
export const dayReader = (timeZone: string): ((instant: string) => string) => {
  const written = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return (instant) => written.format(Date.parse(instant))
}
