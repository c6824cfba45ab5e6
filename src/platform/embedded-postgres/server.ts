import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { connectAsSuperuser } from './connect.ts'
import type { Launch } from './launch.ts'
import { launchServer } from './launch.ts'
import type { Place } from './place.ts'
import { findOwner, isAlive, removeStaleLocks } from './postmaster-file.ts'

const patience = { silentOwner: 5_000, orphans: 10_000, ready: 120_000, stop: 60_000 }

/**
 * Connects to the server of the place as its superuser, and starts the server if nobody answers.
 *
 * @NOTE Whether a server runs is asked at the socket, not by the process id in `postmaster.pid`: after a power cut that
 * number may belong to any process, and in another container on the same volume it means nothing.
 */
export async function connectToServer(place: Place): Promise<pg.Client> {
  const isSilentlyOwned = watchOwner(place)
  const begin = Date.now()
  let launch: Launch | undefined
  while (Date.now() - begin < patience.ready) {
    const answer = await connectAsSuperuser(place)
    if (typeof answer !== 'string') return answer
    const starting = launch && !launch.failed()
    if (answer === 'absent' && !starting && !(await isSilentlyOwned())) {
      if (launch) await refuseUnlessOrphaned(place, launch, begin)
      launch = await launchServer(place)
    }
    await sleep(50)
  }
  throw new Error(`PostgreSQL in ${place.cluster} did not get ready in time. Its log is ${place.logFile}.`)
}

/**
 * Ends the server in good order, along with every connection to it.
 *
 * @NOTE `pg_ctl stop` waits for the file to go away, and would wait on when a next service starts a server at once.
 */
export async function stopServer(place: Place): Promise<void> {
  const pid = await findOwner(place)
  if (!pid) return
  process.kill(pid, 'SIGINT')
  const begin = Date.now()
  while ((await findOwner(place)) === pid) {
    if (Date.now() - begin > patience.stop) {
      throw new Error(`PostgreSQL (process ${pid}) in ${place.cluster} did not stop in time.`)
    }
    await sleep(20)
  }
  // The file is gone a moment before the process, and where nobody reaps orphans that stays for ever.
  for (let waits = 0; isAlive(pid) && waits < 100; waits += 1) await sleep(20)
}

/**
 * A living owner without a socket is a server in its first or last moments: we wait for it. One that stays so is a
 * stranger who got the number of a server that died with the machine.
 */
function watchOwner(place: Place): () => Promise<boolean> {
  let watched: { owner: number; since: number } | undefined
  return async () => {
    const owner = await findOwner(place)
    if (!owner) return false
    if (watched?.owner !== owner) watched = { owner, since: Date.now() }
    if (Date.now() - watched.since < patience.silentOwner) return true
    await removeStaleLocks(place, owner)
    return false
  }
}

/** Children of a killed server hold its shared memory until they notice, and a new one refuses to start till then. */
async function refuseUnlessOrphaned(place: Place, launch: Launch, begin: number): Promise<void> {
  const reason = await launch.reason()
  if (reason.includes('shared memory block') && Date.now() - begin < patience.orphans) return
  throw new Error(`PostgreSQL in ${place.cluster} did not start: ${reason} (its log is ${place.logFile})`)
}
