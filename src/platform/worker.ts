import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'

/** Does one piece of work that waits, if there is one, and says whether there was. It ends early when told to. */
export type Task = (told: AbortSignal) => Promise<boolean>

const PAUSE_MS = 500

/** Does what waits to be done, one piece after the other; with nothing to do it looks again after a pause. */
export const startWorker = (task: Task, log: FastifyBaseLogger): AsyncDisposable => {
  const end = new AbortController()
  const attempt = () =>
    task(end.signal).catch((err) => {
      log.warn({ err }, 'work failed')
      return false
    })
  const work = async () => {
    while (!end.signal.aborted) {
      const busy = await attempt()
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

/** Begins what waits to be done, no more pieces than there is room for, and answers with what it began. */
export type Begin = (room: number, told: AbortSignal) => Promise<Promise<void>[]>

/** Does many pieces of work side by side, so that a slow one keeps no other waiting. Those that are being done end early when told to. */
export const startCrew = (begin: Begin, most: number, log: FastifyBaseLogger): AsyncDisposable => {
  const end = new AbortController()
  const working = new Set<Promise<void>>()
  const warn = (err: unknown) => log.warn({ err }, 'work failed')
  const follow = (piece: Promise<void>) => {
    const done = piece.catch(warn).finally(() => working.delete(done))
    working.add(done)
  }
  const round = async () => {
    const begun = await begin(most - working.size, end.signal)
    begun.forEach(follow)
    return begun.length > 0
  }
  const work = async () => {
    while (!end.signal.aborted) {
      const busy = await round().catch(warn)
      if (busy && working.size < most) continue
      const rest = new AbortController()
      const paused = pause(PAUSE_MS, undefined, { signal: AbortSignal.any([rest.signal, end.signal]) })
      await Promise.race([paused.catch(() => undefined), ...working])
      rest.abort()
    }
    await Promise.all(working)
  }
  const done = work()
  return {
    [Symbol.asyncDispose]: async () => {
      end.abort()
      await done
    },
  }
}
