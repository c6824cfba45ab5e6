import type { FastifyBaseLogger } from 'fastify'

const HOUR_MS = 3_600_000

/** Does, at the start and from hour to hour, what no request waits for. What is too old to be kept is passed over before, too. */
export const keepHouse = (chores: (() => Promise<void>)[], log: FastifyBaseLogger): Disposable => {
  const tidy = () => {
    for (const chore of chores) chore().catch((err) => log.warn({ err }, 'housekeeping failed'))
  }
  const timer = setInterval(tidy, HOUR_MS).unref()
  tidy()
  return { [Symbol.dispose]: () => clearInterval(timer) }
}
