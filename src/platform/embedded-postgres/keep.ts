import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { removeDrafts } from './cluster.ts'
import { asUnready } from './connect.ts'
import { ensureDatabase } from './database.ts'
import { lockDataFolder } from './lock.ts'
import type { Place } from './place.ts'
import { connectToServer, stopServer } from './server.ts'

/**
 * @NOTE The lock ends with its connection, so a crash of the server takes it from us. We then start the server again
 * and ask for the lock until we have it. Should another service have been faster, both work on one database, which
 * does the data no harm: the lock decides who may stop the server. Therefore `stop` leaves it running without the lock,
 * and with the lock gives it up only when the server is down: nobody takes over a server that is about to end.
 */
export async function keepServer(place: Place): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController()
  const { signal } = stopping
  let client: pg.Client | undefined
  let recovery = Promise.resolve()

  function hold(held: pg.Client): void {
    client = held
    held.once('end', () => {
      client = undefined
      if (!signal.aborted) recovery = recover()
    })
  }
  async function recover(): Promise<void> {
    while (!(client || signal.aborted)) {
      await openLocked(place).then(hold, () => sleep(1_000, undefined, { signal }).catch(() => undefined))
    }
  }

  hold(await openLocked(place))
  return {
    async stop() {
      stopping.abort()
      await recovery
      const held = client
      if (!held) return
      await stopServer(place)
      await held.end()
    },
  }
}

/** A server that goes down between two of these steps is one that its last service just ended: we begin again. */
async function openLocked(place: Place): Promise<pg.Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await connectToServer(place)
    try {
      await lockDataFolder(client, place)
      await removeDrafts(place.cluster)
      await ensureDatabase(client)
      return client
    } catch (error) {
      await client.end()
      if (attempt === 5 || !asUnready(error)) throw error
    }
  }
}
