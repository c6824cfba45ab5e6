const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7/
const LARGEST_STAMP = 2 ** 48 - 1

type Source = { id: string; createdAt: string }

/** The milliseconds since 1970 that an id begins with; where it says none, those of the creation. */
const stampOf = ({ id, createdAt }: Source): number =>
  VERSION_7.test(id)
    ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    : Math.min(Math.max(Date.parse(createdAt), 0), LARGEST_STAMP)

const stamped = (fresh: string, stamp: number) => {
  const digits = stamp.toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}${fresh.slice(13)}`
}

/**
 * New ids for records of a file, each of the same millisecond as the one before: lists are sorted by id, so they keep
 * their order, among each other and among what was recorded since.
 * @param fresh as many new ids
 */
export const renewed = (sources: readonly Source[], fresh: readonly string[]): string[] => {
  const inOrder = sources
    .map((source, at) => ({ at, id: source.id, stamp: stampOf(source) }))
    .sort((a, b) => a.stamp - b.stamp || (a.id < b.id ? -1 : 1))
  const ids = inOrder.map(({ stamp }, i) => stamped(fresh[i] ?? '', stamp)).sort()
  return inOrder
    .map(({ at }, i) => ({ at, id: ids[i] ?? '' }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id)
}
