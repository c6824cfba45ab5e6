import type { FastifyBaseLogger } from 'fastify'
import type { PooledDb } from './database/pool.ts'
import { forgetAnswersUntil } from './idempotency/answers.ts'
import { KEPT_FOR_MS } from './idempotency/key.ts'

const HOUR_MS = 3_600_000

/** Forgets, from hour to hour, what is kept for a time only. What is too old is passed over before, too. */
export const keepHouse = (db: PooledDb, clock: () => Date, log: FastifyBaseLogger): Disposable => {
  const tidy = () => {
    const until = new Date(clock().getTime() - KEPT_FOR_MS).toISOString()
    forgetAnswersUntil(db, until).catch((err) => log.warn({ err }, 'housekeeping failed'))
  }
  const timer = setInterval(tidy, HOUR_MS).unref()
  tidy()
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
