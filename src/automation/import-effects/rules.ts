import type { RowReading } from '../imports/rules/readings.ts'

/** What a row said of its application. */
export type LastReading = Pick<RowReading, 'application' | 'interviews' | 'offer' | 'outcome'> &
  Partial<Pick<RowReading, 'noteHeadings'>>

type Members = Record<string, unknown>

/** JSON with sorted members, without those that are null: PostgreSQL keeps no order of them, and a patch no null. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(
          Object.entries(member)
            .filter(([, value]) => value !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : (member ?? null),
  )

export const isSame = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null)

/**
 * What a later file changes: the members that it states otherwise than the file before, and that their owner has left
 * as the file before had them.
 */
export const movedOn = <Reading extends Members>(
  last: Reading,
  now: Reading,
  current: Members,
): Partial<Reading> => {
  const names = Object.keys(now) as (keyof Reading & string)[]
  const moved = names.filter((name) => !isSame(now[name], last[name]) && isSame(current[name], last[name]))
  return Object.fromEntries(moved.map((name) => [name, now[name]])) as Partial<Reading>
}

export const isNothing = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** What a row states and a record leaves empty. */
export const missingIn = <Reading extends Members>(current: Members, now: Reading): Partial<Reading> => {
  const names = Object.keys(now) as (keyof Reading & string)[]
  const missing = names.filter((name) => isNothing(current[name]) && !isNothing(now[name]))
  return Object.fromEntries(missing.map((name) => [name, now[name]])) as Partial<Reading>
}

const stated = (value: unknown) =>
  value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).filter(([, member]) => !isNothing(member)))
    : value

/** What a later file changes and the owner has changed as well, not alike: their value stands. */
export const stoodBy = (last: Members, now: Members, current: Members): string[] =>
  Object.keys(now).filter(
    (name) =>
      !isSame(now[name], last[name]) &&
      !isSame(current[name], last[name]) &&
      !isSame(stated(current[name]), stated(now[name])),
  )

/** The members of a row that a record states, too, and not alike. */
export const saidOtherwise = (current: Members, now: Members): [string, unknown][] =>
  Object.entries(now).filter(
    ([name, value]) =>
      !isNothing(current[name]) && !isNothing(value) && !isSame(stated(current[name]), stated(value)),
  )

/** One's own notes with those of a row beneath; as they are where they hold them already. */
export const joinNotes = (own: string | null, more: string | null): string | null =>
  own === null || more === null || own.includes(more) ? (own ?? more) : `${own}\n${more}`
