import { membersOf } from './schemas.ts'

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:/.test(value)

const canonical = (value: unknown) => (typeof value === 'string' ? URL.parse(value)?.href : undefined)

/**
 * Whether what was sent came back. Null may have become the service's own word, an instant may be written differently, a
 * URL in its canonical form, and records may say more than was sent.
 */
export const echoes = (sent: unknown, got: unknown): boolean => {
  if (sent === null || sent === got) return true
  if (got !== undefined && canonical(sent) === got) return true
  if (isInstant(sent) && isInstant(got)) return Date.parse(sent) === Date.parse(got)
  if (Array.isArray(sent))
    return Array.isArray(got) && sent.length === got.length && sent.every((each, at) => echoes(each, got[at]))
  if (typeof sent !== 'object' || typeof got !== 'object') return false
  return Object.entries(membersOf(sent)).every(([name, value]) => echoes(value, membersOf(got)[name]))
}
