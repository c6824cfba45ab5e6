import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../context.ts'
import type { PooledDb } from '../database/pool.ts'
import { demandRoom, type Limit } from './policies.ts'
import { openShares } from './shares.ts'
import { takeShares } from './uses.ts'

/** Lets a known caller in, or not. @throws Problem `rate_limited` */
export type Admit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>

type Quotas = { account: number; key: number }

const limitsOf = (actor: Extract<Actor, { kind: 'account' }>, { account, key }: Quotas): Limit[] => [
  ...(account > 0 ? [{ policy: 'account' as const, quota: account, partition: actor.accountId }] : []),
  ...(key > 0 && actor.keyId ? [{ policy: 'key' as const, quota: key, partition: actor.keyId }] : []),
]

/**
 * Counts every request of a known caller, whatever comes of it; a quota of 0 is no limit.
 *
 * @NOTE It counts for whoever asks: a coach never uses up what a client may send. And it fails with the database, which
 * whatever comes after it needs as well.
 */
export const limitCallers = (db: PooledDb, quotas: Quotas): Admit => {
  const spend = openShares(takeShares(db))
  return async ({ ctx }, reply) => {
    if (ctx.actor.kind !== 'account') return
    const limits = limitsOf(ctx.actor, quotas)
    if (limits.length === 0) return
    const now = Date.parse(ctx.now)
    demandRoom(reply, await spend(ctx.actor.accountId, limits, now), now)
  }
}
