import type { FastifyReply } from 'fastify'
import { Problem } from '../../problems.ts'
import { WINDOW_SECONDS } from './windows.ts'

/** Whose requests are counted, and what is said when there were too many. */
const POLICIES = {
  account: 'This account sent as many requests as it may in a minute.',
  key: 'This key sent as many requests as it may in a minute.',
  address:
    'Too many credentials from this address were refused: no other is looked at until the minute is over.',
}

/** So many requests may come in a window from one partition: an account, a key, an address. */
export type Limit = { policy: keyof typeof POLICIES; quota: number; partition: string }

/** What is left of a limit until its window ends, in milliseconds since 1970, and whether this request was one too many. */
export type Standing = Limit & { remaining: number; endsAt: number; isExceeded: boolean }

const list = (standings: Standing[], parametersOf: (standing: Standing) => string) =>
  standings.map((standing) => `"${standing.policy}";${parametersOf(standing)}`).join(', ')

/**
 * Tells how the caller stands, in the fields of draft-ietf-httpapi-ratelimit-headers-10.
 * @throws Problem `rate_limited` when a limit is exceeded; of several, the one that lasts longest says when to come again
 */
export const demandRoom = (reply: FastifyReply, standings: Standing[], now: number): void => {
  const secondsLeft = ({ endsAt }: Standing) => Math.ceil((endsAt - now) / 1000)
  reply.headers({
    'ratelimit-policy': list(standings, ({ quota }) => `q=${quota};w=${WINDOW_SECONDS}`),
    ratelimit: list(standings, (standing) => `r=${standing.remaining};t=${secondsLeft(standing)}`),
  })
  const [last] = standings.filter(({ isExceeded }) => isExceeded).sort((a, b) => b.endsAt - a.endsAt)
  if (!last) return
  const headers = { 'retry-after': String(secondsLeft(last)) }
  throw new Problem('rate_limited', POLICIES[last.policy], { headers })
}
