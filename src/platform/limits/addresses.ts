import ipaddr from 'ipaddr.js'
import type { App } from '../http/types.ts'
import { demandRoom } from './policies.ts'
import { openWindows, WINDOW_MS } from './windows.ts'

/** Addresses that are one caller's: of IPv6, networks are given out and not addresses. What is none, a proxy passed on unread. */
const partitionOf = (address: string): string => {
  if (!ipaddr.isValid(address)) return 'none'
  const parsed = ipaddr.process(address)
  return parsed instanceof ipaddr.IPv4 ? parsed.toString() : parsed.parts.slice(0, 4).join(':')
}

/**
 * Looks at no more credentials from an address that brought too many that were refused; 0 is no limit.
 *
 * @NOTE Also not at those that are good: which ones are would be found out otherwise. Each process counts for itself, in
 * memory: whom nobody knows writes nothing into the database, and leaves no address there.
 */
export const limitAddresses = (app: App, quota: number, clock: () => Date): void => {
  if (quota === 0) return
  const refusals = openWindows<{ count: number; endsAt: number }>()
  app.addHook('onRequest', async ({ ip }, reply) => {
    const [partition, now] = [partitionOf(ip), clock().getTime()]
    const { count = 0, endsAt = 0 } = refusals.get(partition, now) ?? {}
    if (count >= quota)
      demandRoom(
        reply,
        [{ policy: 'address', quota, partition, remaining: 0, endsAt, isExceeded: true }],
        now,
      )
  })
  app.addHook('onSend', async ({ ip }, { statusCode }, payload) => {
    if (statusCode !== 401) return payload
    const [partition, now] = [partitionOf(ip), clock().getTime()]
    const { count, endsAt } = refusals.get(partition, now) ?? { count: 0, endsAt: now + WINDOW_MS }
    refusals.set(partition, { count: count + 1, endsAt }, now)
    return payload
  })
}
