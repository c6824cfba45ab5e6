import type { Limit, Standing } from './policies.ts'
import { openWindows } from './windows.ts'

/** What a process may spend of a quota until its window ends, and what is left beside that for whoever takes it first. */
export type Share = { own: number; common: number; endsAt: number }
/** Takes a share of each limit; answers by partition. */
export type TakeShares = (accountId: string, limits: Limit[], now: number) => Promise<Map<string, Share>>

type Holding = { limit: Limit; share: Share | undefined }
type Held = Holding & { share: Share }

/** Whether memory tells if there is one more to spend. */
const isHeld = (holding: Holding): holding is Held =>
  holding.share !== undefined && (holding.share.own > 0 || holding.share.common === 0)

/** Spends one of each, or none where one of them has nothing left. */
const spendOne = (held: Held[]): Standing[] => {
  const isAllowed = held.every(({ share }) => share.own > 0)
  return held.map(({ limit, share }) => {
    const isExceeded = share.own === 0
    if (isAllowed) share.own -= 1
    return { ...limit, remaining: share.own + share.common, endsAt: share.endsAt, isExceeded }
  })
}

/**
 * Counts requests against what all processes have in common.
 *
 * @NOTE A process takes a share of a quota at a time and spends it from memory: most requests cost the database nothing,
 * and those beyond a limit never do. All processes together let no more through than the quota; what is left of a share
 * in one of them is missing in the others. Requests of an account that need a share wait for one another, as a second
 * share would put an end to the first.
 */
export const openShares = (take: TakeShares) => {
  const shares = openWindows<Share>()
  const taking = new Map<string, Promise<void>>()

  const refill = async (accountId: string, limits: Limit[], now: number) => {
    for (const [partition, share] of await take(accountId, limits, now)) shares.set(partition, share, now)
  }
  const spend = async (accountId: string, limits: Limit[], now: number): Promise<Standing[]> => {
    const holdings = limits.map((limit) => ({ limit, share: shares.get(limit.partition, now) }))
    if (holdings.every(isHeld)) return spendOne(holdings)
    const missing = holdings.filter((it) => !isHeld(it)).map(({ limit }) => limit)
    const pending =
      taking.get(accountId) ?? refill(accountId, missing, now).finally(() => taking.delete(accountId))
    taking.set(accountId, pending)
    await pending
    return spend(accountId, limits, now)
  }
  return spend
}
