import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { connectAsSuperuser } from './connect.ts'
import type { Launch } from './launch.ts'
import { launchServer } from './launch.ts'
import type { Place } from './place.ts'
import { findOwner, isAlive, removeStaleLocks } from './postmaster-file.ts'
import { runAs } from './run.ts'

const patience = { silentOwner: 5_000, orphans: 10_000, ready: 120_000 }

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

/** Ends the server in good order, along with every connection to it; a server that is gone already is fine. */
export async function stopServer(place: Place): Promise<void> {
  const before = await findOwner(place)
  const args = ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-t', '60']
  const { ok, output } = await runAs(place.account, place.binaries.pgCtl, args)
  const after = await findOwner(place)
  if (!ok && after) {
    throw new Error(`PostgreSQL (process ${after}) in ${place.cluster} did not stop: ${output}`)
  }
  // The file is gone a moment before the process is.
  for (let waits = 0; before && isAlive(before) && waits < 100; waits += 1) await sleep(20)
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
  const words = await launch.lastWords()
  if (words.includes('shared memory block') && Date.now() - begin < patience.orphans) return
  throw new Error(`PostgreSQL in ${place.cluster} did not start: ${words} (its log is ${place.logFile})`)
}
