import ICAL from 'ical.js'
import type { Client } from '../../support/client.ts'

/** An entry as a calendar that knows nothing of how it was written reads it. */
export type Read = {
  uid: string
  summary: string
  location: string
  status: string
  sequence: number
  starts: Date
  minutes: number
  isDay: boolean
}

const text = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name) ?? '')

const entryOf = (component: ICAL.Component): Read => {
  const event = new ICAL.Event(component)
  return {
    uid: event.uid,
    summary: event.summary,
    location: event.location,
    status: text(component, 'status'),
    sequence: event.sequence,
    starts: event.startDate.isDate
      ? new Date(`${event.startDate.toString()}T00:00:00Z`)
      : event.startDate.toJSDate(),
    minutes: event.duration.toSeconds() / 60,
    isDay: event.startDate.isDate,
  }
}

/** The entries of a calendar, by what they are called. */
const entriesIn = (calendar: string): Read[] =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map(entryOf)

/** The path of an address. */
export const pathOf = (url: string): string => new URL(url).pathname

/** Makes a feed, and reads it as a calendar does: without a key. */
export const subscribe = async (account: Client, open: Client, input: object = {}) => {
  const { body: feed } = await account.post('/v1/calendar-feeds', input)
  const path = pathOf(feed.url)
  const read = async () => {
    const { body } = await open.get(path)
    return { text: body as string, entries: entriesIn(body) }
  }
  return { feed, path, read }
}
