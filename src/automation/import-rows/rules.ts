type Members = Record<string, unknown>

/** JSON with sorted members: PostgreSQL keeps no order of them. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
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

type Recognisable = {
  company: string | null
  roleTitle: string | null
  appliedOn: string | null
  url: string | null
}

const plain = (text: string | null) => text?.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase() ?? ''

/** Where two records that were made apart would be the same application: the role, the company and the day. */
export const likenessOf = ({ company, roleTitle, appliedOn }: Recognisable): string =>
  JSON.stringify([plain(company), plain(roleTitle), appliedOn])
