import ical, { ICalEventStatus } from 'ical-generator'

/** The media type of calendars (RFC 5545). */
export const CALENDAR = 'text/calendar'

export type CalendarEntry = {
  uid: string
  sequence: number
  changedAt: string
  summary: string
  span: { starts: string; ends: string } | { day: string }
  isCancelled: boolean
  location: string | null
  url: string | null
}

const REFRESH_SECONDS = 3_600
const DAY = 86_400_000

/**
 * @NOTE Instants are written in UTC, not with a time zone: a record keeps the instant that was agreed, none repeats, and
 * every calendar shows it in its own zone, on either side of a change of clocks.
 */
const timesOf = (span: CalendarEntry['span']) => {
  if ('starts' in span) return { start: new Date(span.starts), end: new Date(span.ends) }
  const day = Date.parse(`${span.day}T00:00:00Z`)
  return { start: new Date(day), end: new Date(day + DAY), allDay: true }
}

/** @NOTE The library escapes an address as if it were a text, which it is not. What it would escape goes percent-encoded. */
const plainUrl = (url: string): string =>
  url.replace(/[,;\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * Writes a calendar. The same entries give the same text: an entry is stamped with its last change, not with the time of
 * writing.
 * @param name written as it is, without escapes: never what a person wrote
 */
export const writeCalendar = (name: string, entries: readonly CalendarEntry[]): string => {
  const calendar = ical({
    name,
    prodId: { company: 'Afterview', product: 'Calendar' },
    ttl: REFRESH_SECONDS,
  })
  for (const { uid, sequence, changedAt, summary, span, isCancelled, location, url } of entries)
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      summary,
      ...timesOf(span),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(location && { location }),
      ...(url && { url: plainUrl(url) }),
    })
  return `${calendar.toString()}\r\n`
}
