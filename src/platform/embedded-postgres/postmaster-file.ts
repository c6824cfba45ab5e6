import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Place } from './place.ts'
import { port } from './socket.ts'

/** The process that `postmaster.pid` names, if it lives; it need not be a server of ours, nor a server at all. */
export async function findOwner({ cluster }: Place): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  return pid > 0 && isAlive(pid) ? pid : undefined
}

/** PostgreSQL itself clears what a dead process left; this is for the number that another process got since. */
export async function removeStaleLocks(place: Place, owner: number): Promise<void> {
  if ((await findOwner(place)) !== owner) return
  await rm(join(place.cluster, 'postmaster.pid'), { force: true })
  await rm(join(place.socketFolder, `.s.PGSQL.${port}.lock`), { force: true })
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
