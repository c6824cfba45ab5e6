import type { Attempt } from '../webhook-deliveries/rules.ts'

/** More attempts than there are retries can only come from retries by hand: the oldest are dropped. */
const MOST_KEPT = 20

export const withAttempt = (attempts: readonly Attempt[], attempt: Attempt): Attempt[] =>
  [...attempts, attempt].slice(-MOST_KEPT)

/** Whether events of this type are sent to an endpoint that names these. */
export const isWanted = (eventTypes: readonly string[], type: string): boolean =>
  eventTypes.length === 0 || eventTypes.includes(type)

export const isSuccess = (status: number | null): boolean => status !== null && status >= 200 && status < 300

/** Whether the receiver says that it wants nothing more. */
export const isGone = (status: number | null): boolean => status === 410

const LONGEST_WAIT_MS = 86_400_000

/** What `Retry-After` asks for, in milliseconds: seconds or a date; nothing where it says neither. */
const askedFor = (retryAfter: string | null, now: string): number => {
  if (retryAfter === null) return 0
  const wait = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - Date.parse(now)
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS)
}

type Failure = {
  now: string
  /** How many attempts were made, this one too. */
  tries: number
  retrySeconds: readonly number[]
  retryAfter: string | null
  /** Between 0 and 1: those that failed together shall not come back together. */
  random: number
}

const JITTER = 0.1

/**
 * When to try again after a failure: as the schedule says and up to a tenth later, or when the receiver asked for it, up
 * to a day, where that is later still. Undefined after the last one.
 */
export const nextAttempt = ({
  now,
  tries,
  retrySeconds,
  retryAfter,
  random,
}: Failure): string | undefined => {
  const seconds = retrySeconds[tries - 1]
  if (seconds === undefined) return undefined
  const wait = Math.max(seconds * 1_000 * (1 + JITTER * random), askedFor(retryAfter, now))
  return new Date(Date.parse(now) + Math.ceil(wait)).toISOString()
}
