import type { FastifyBaseLogger } from 'fastify'

const HOUR_MS = 3_600_000

/** Forgets, from hour to hour, what is kept for a time only. What is too old is passed over before, too. */
export const keepHouse = (chores: (() => Promise<void>)[], log: FastifyBaseLogger): Disposable => {
  const tidy = () => {
    for (const chore of chores) chore().catch((err) => log.warn({ err }, 'housekeeping failed'))
  }
  const timer = setInterval(tidy, HOUR_MS).unref()
  tidy()
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
