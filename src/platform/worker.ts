import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'

/** Does one piece of work that waits, if there is one, and says whether there was. It ends early when told to. */
export type Task = (told: AbortSignal) => Promise<boolean>

const PAUSE_MS = 500

/** Does what waits to be done, one task after the other; with nothing to do it looks again after a pause. */
export const startWorker = (tasks: Task[], log: FastifyBaseLogger): AsyncDisposable => {
  const end = new AbortController()
  const attempt = (task: Task) =>
    task(end.signal).catch((err) => {
      log.warn({ err }, 'work failed')
      return false
    })
  const work = async () => {
    while (!end.signal.aborted) {
      let busy = false
      for (const task of tasks) if (!end.signal.aborted && (await attempt(task))) busy = true
      if (!busy) await pause(PAUSE_MS, undefined, { signal: end.signal }).catch(() => undefined)
    }
  }
  const working = work()
  return {
    [Symbol.asyncDispose]: async () => {
      end.abort()
      await working
    },
  }
}
