import type { ApplicationRecord } from '../records/rules.ts'

/** Both days included; null is without end on that side. */
export type Period = { from: string | null; to: string | null }

/** What an application has to be: each is null where it does not matter. */
export type Filter = {
  /** Exactly this tag is among its tags. */
  tag: string | null
  /** The name of its source, upper or lower case alike, or its channel. */
  source: string | null
  /** Each of these words stands in its role title, upper or lower case alike. */
  roleTitle: string | null
}

/**
 * What an insight looks at, and from when: `today` is the day that it is for the account, `now` the instant, RFC 3339 in
 * UTC with milliseconds.
 */
export type Window = Period & Filter & { today: string; now: string }

export type Exclusion = { code: string; count: number }
export type Basis = { n: number; open: number; excluded: Exclusion[] }

const SMALL_SAMPLE = 10

/** Whether figures rest on fewer than 10 records. */
export const isSmallSample = (n: number): boolean => n < SMALL_SAMPLE

/** Whether a day (YYYY-MM-DD) lies in a period. */
export const isWithin = ({ from, to }: Period, day: string): boolean =>
  (from === null || day >= from) && (to === null || day <= to)

/** What was left out, without what did not occur. */
export const exclusionsOf = (counts: Readonly<Record<string, number>>): Exclusion[] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, count }))

/** An application belongs to the day it was sent, or, where that is not known, the day it was recorded. */
export const dayOf = ({ appliedOn, createdOn }: ApplicationRecord): string => appliedOn ?? createdOn

const lower = (text: string): string => text.toLowerCase()

/** Whether an application is of the kind that a filter asks for, as the list of applications has it. */
export const isAskedFor = (
  { tag, source, roleTitle }: Filter,
  { tags, source: from, roleTitle: title }: ApplicationRecord,
): boolean =>
  (tag === null || tags.includes(tag)) &&
  (source === null || from?.channel === source || lower(from?.name ?? '') === lower(source)) &&
  (roleTitle === null ||
    lower(roleTitle)
      .split(/\s+/)
      .every((word) => lower(title ?? '').includes(word)))

/** Whether what hangs on some applications, or on none, is asked for: with a filter, one of them has to fit. */
export const isAboutAsked = (filter: Filter, applications: readonly ApplicationRecord[]): boolean =>
  (filter.tag === null && filter.source === null && filter.roleTitle === null) ||
  applications.some((application) => isAskedFor(filter, application))

/** The applications that a window holds, and how many it leaves out for which reason. */
export const chosenFrom = (all: readonly ApplicationRecord[], window: Window) => {
  const asked = all.filter((application) => isAskedFor(window, application))
  const applications = asked.filter((application) => isWithin(window, dayOf(application)))
  const leftOut = {
    filtered_out: all.length - asked.length,
    outside_period: asked.length - applications.length,
  }
  return { applications, leftOut }
}
