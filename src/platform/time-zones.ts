import { Temporal } from 'temporal-polyfill'

/** The day that it is in a time zone, `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/**
 * The instant of a wall-clock time, RFC 3339 in UTC with milliseconds. A time that a change of clocks skips is read as
 * if the clocks had not changed; one that comes twice is the first of the two.
 */
export const instantIn = (timeZone: string, day: string, time: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time}`)
    .toZonedDateTime(timeZone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })
