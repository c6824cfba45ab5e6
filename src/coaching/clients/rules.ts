import { later } from '../../journal/applications/rules.ts'

/** Why a client may be worth a word now. Each names a record, never a trait. */
export const ATTENTION = [
  'near_miss',
  'offer',
  'interview_soon',
  'reflection_overdue',
  'repeated_miss',
  'quiet',
] as const
export type AttentionCode = (typeof ATTENTION)[number]

/** How many days each of them looks back or ahead; and from which round on a "no" comes late, where it is not called final; and by how many letters of a name a list is sorted. */
export const TERMS = {
  nearMiss: 14,
  interviewSoon: 3,
  reflectionOverdue: 3,
  reflectionForgotten: 60,
  quiet: 14,
  lateRound: 3,
  sortedLetters: 50,
} as const
export type Terms = typeof TERMS

/** Engagements that are under way: the client may pause one, and go on. */
export const CLIENT_STATUSES = ['active', 'paused'] as const
export type ClientStatus = (typeof CLIENT_STATUSES)[number]

export const SORTS = ['-since', 'displayName', 'lastActivityAt', '-lastActivityAt'] as const
export type Sort = (typeof SORTS)[number]

/** What stands for a name in a list that is sorted by it. */
export const sortedName = (name: string): string => [...name].slice(0, TERMS.sortedLetters).join('')

/** What is worth a word: the day of what it is about, or the instant; of a silence, the later of both. */
export type Noted = {
  code: AttentionCode
  on: string | null
  at: string | null
  subject: { applicationId: string | null; interviewId: string | null; questionId: string | null }
}

/** Figures of a client's search, of those alone who let the journal be read. */
export type Figures = {
  applications: number
  open: number
  interviews: number
  offers: number
  endedWithoutOffer: number
  lastActivityAt: string | null
}

/** A client as a coach may see them. */
export type ClientRow = {
  id: string
  accountId: string
  displayName: string
  timeZone: string | null
  locale: string | null
  status: ClientStatus
  scopes: string[]
  since: string
  endsOn: string | null
  pause: { from: string; to: string | null } | null
  figures: Figures | null
  attention: Noted[]
}

/** All clients of a coach together. */
export type Counts = Omit<Figures, 'lastActivityAt'> & {
  clients: number
  seen: number
  attention: Record<AttentionCode, number>
  /** Whom the figures are of: each engagement with its client. */
  looks: { id: string; accountId: string }[]
}

/**
 * The days that it is in one time zone: the present one, how many milliseconds its clocks are ahead of UTC, and the
 * instants at which what lies within the terms begins and ends there.
 */
export type Days = {
  timeZone: string
  now: string
  today: string
  ahead: number
  nearMiss: string
  soon: string
  overdue: string
  forgotten: string
  quiet: string
}

const DAY_MS = 86_400_000
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** @param beginningOf tells when a day begins in the time zone */
export const daysOf = (
  timeZone: string,
  now: string,
  today: string,
  beginningOf: (day: string) => string,
): Days => {
  const beginning = (days: number) => beginningOf(dayAfter(today, days))
  return {
    timeZone,
    now,
    today,
    ahead: Date.parse(today) - Date.parse(beginning(0)),
    nearMiss: beginning(-TERMS.nearMiss),
    soon: beginning(TERMS.interviewSoon + 1),
    overdue: beginning(-TERMS.reflectionOverdue),
    forgotten: beginning(-TERMS.reflectionForgotten),
    quiet: beginning(1 - TERMS.quiet),
  }
}

/** The same with the day that it was for the client. @param dayOf tells the day of an instant there */
export const datedWith =
  (dayOf: (instant: string) => string) =>
  ({ code, on, at, subject }: Noted) => ({
    code,
    since: later(on, at && dayOf(at)),
    subject,
  })
