import { WHO_WAITS } from './row-lock.ts'
import type { Service } from './service.ts'

/** Until the write waits for a lock, together with as many as stand there before it, or needs none after all. */
export const untilWaiting = async ({ db }: Service, write: Promise<unknown>, waiting = 1) => {
  let over = false
  const end = () => {
    over = true
  }
  write.then(end, end)
  while (!over && (await db.execute(WHO_WAITS)).rows.length < waiting) await new Promise(setImmediate)
}

/** Until it is so; a test that waits for what never comes is ended by the runner. */
export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise(setImmediate)
}
