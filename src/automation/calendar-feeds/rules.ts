import type { InterviewStatus } from '../../journal/interviews/rules.ts'

/** What a calendar may hold. */
export const CALENDAR_CONTENTS = ['interviews', 'follow_ups', 'coaching_sessions'] as const
export type CalendarContent = (typeof CALENDAR_CONTENTS)[number]

/** How many feeds an account may have. */
export const MOST_FEEDS = 20

/** How long an interview or a session is taken to last where that is not known. */
const USUAL_MINUTES = 60
const MINUTE = 60_000
const DAY = 86_400_000

/** How far back a calendar reaches. */
const DAYS_BACK = 365

type Changed = { id: string; version: number; updatedAt: string }
type Interview = Changed & {
  startsAt: string | null
  heldOn: string | null
  durationMinutes: number | null
  location: string | null
  meetingUrl: string | null
  status: InterviewStatus
  application: Pick<Changed, 'version' | 'updatedAt'>
}
type FollowUp = Changed & { dueOn: string; url: string | null }
type Session = Changed & {
  startsAt: string
  durationMinutes: number | null
  meetingUrl: string | null
  status: string
}

export type Span = { starts: string; ends: string } | { day: string }
/** An entry without its words. */
type Entry = {
  uid: string
  sequence: number
  changedAt: string
  span: Span
  isCancelled: boolean
  location: string | null
  url: string | null
}

/** The instant that a calendar reaches back to, and its day. */
export const beginningOf = (now: string): { instant: string; day: string } => {
  const instant = new Date(Date.parse(now) - DAYS_BACK * DAY).toISOString()
  return { instant, day: instant.slice(0, 10) }
}

const later = (a: string, b: string): string => (a > b ? a : b)

/** A length that is not known is taken to be the usual one. */
const timed = (starts: string, minutes: number | null): Span => {
  const ends = Date.parse(starts) + (minutes ?? USUAL_MINUTES) * MINUTE
  return { starts, ends: new Date(ends).toISOString() }
}

const spanOf = ({ startsAt, heldOn, durationMinutes }: Interview): Span | undefined => {
  if (heldOn) return { day: heldOn }
  return startsAt ? timed(startsAt, durationMinutes) : undefined
}

const isOff = (status: InterviewStatus): boolean => status === 'cancelled'

/** An interview as an entry. Missed ones stay: they were in the calendar, and the record keeps them, too. */
export const interviewEntry = (row: Interview): Entry | undefined => {
  const span = spanOf(row)
  if (!span) return undefined
  return {
    uid: `${row.id}@afterview`,
    // @NOTE The summary names company and role: a change of these counts, too. Both versions only ever go up.
    sequence: row.version + row.application.version,
    changedAt: later(row.updatedAt, row.application.updatedAt),
    span,
    isCancelled: isOff(row.status),
    location: row.location ?? row.meetingUrl,
    url: row.meetingUrl,
  }
}

/** The next step of an application, on the day that was set for it. */
export const followUpEntry = ({ id, version, updatedAt, dueOn, url }: FollowUp): Entry => ({
  uid: `${id}-next-step@afterview`,
  sequence: version,
  changedAt: updatedAt,
  span: { day: dueOn },
  isCancelled: false,
  location: null,
  url,
})

/** A coaching session as an entry. */
export const sessionEntry = (row: Session): Entry => ({
  uid: `${row.id}@afterview`,
  sequence: row.version,
  changedAt: row.updatedAt,
  span: timed(row.startsAt, row.durationMinutes),
  isCancelled: row.status === 'cancelled',
  location: row.meetingUrl,
  url: row.meetingUrl,
})
