import { DrizzleQueryError } from 'drizzle-orm'
import { DatabaseError } from 'pg'

const FEATURE_NOT_SUPPORTED = '0A000'
const FOREIGN_KEY_VIOLATION = '23503'
const UNIQUE_VIOLATION = '23505'
const LOCK_NOT_AVAILABLE = '55P03'

const beneath = (error: unknown) => (error instanceof DrizzleQueryError ? error.cause : error)

/** Whether the account that the write is for was erased in the meantime. */
export const isOfErasedAccount = (error: unknown): boolean => {
  const cause = beneath(error)
  return (
    namesRemoved(error) && cause instanceof DatabaseError && /_account_fkey$/.test(cause.constraint ?? '')
  )
}

/** Whether a record that the write names was removed by somebody else in the meantime. */
export const namesRemoved = (error: unknown): boolean => {
  const cause = beneath(error)
  return cause instanceof DatabaseError && cause.code === FOREIGN_KEY_VIOLATION
}

/** Whether another record holds already what this unique key allows one record to hold. */
export const isTaken = (error: unknown, key: string): boolean => {
  const cause = beneath(error)
  return cause instanceof DatabaseError && cause.code === UNIQUE_VIOLATION && cause.constraint === key
}

/** Whether another write held what this one needs for longer than it may wait. */
export const isHeldUp = (error: unknown): boolean => {
  const cause = beneath(error)
  return cause instanceof DatabaseError && cause.code === LOCK_NOT_AVAILABLE
}

/** Whether a table is no longer as it was when this connection prepared its statements: the next connection knows it as it is. */
export const isOutdated = (error: unknown): boolean => {
  const cause = beneath(error)
  return (
    cause instanceof DatabaseError &&
    cause.code === FEATURE_NOT_SUPPORTED &&
    /cached plan/.test(cause.message)
  )
}

/**
 * Whether the database is out of reach or has no room: worth trying again, and no fault of the request.
 * SQLSTATE classes 08 connection, 53 resources, 57 operator and timeouts, 40 serialisation, 55P03 lock timeout.
 */
export const isUnavailable = (error: unknown): boolean => {
  const cause = beneath(error)
  if (isOutdated(error) || isHeldUp(error)) return true
  if (cause instanceof DatabaseError) return /^(08(?!P01)|40|53|57|25P03)/.test(cause.code ?? '')
  if (!(cause instanceof Error)) return false
  const { code = '', syscall } = cause as NodeJS.ErrnoException
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH)/.test(code) ||
    // Of a socket, not of a file.
    (/^(ENOENT|EACCES)$/.test(code) && syscall === 'connect') ||
    /timeout|Connection terminated|not queryable|pool after calling end|Client was closed/i.test(
      cause.message,
    )
  )
}
