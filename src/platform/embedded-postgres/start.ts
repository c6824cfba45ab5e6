import { owner } from './database.ts'
import { keepServer } from './keep.ts'
import { preparePlace } from './place.ts'
import type { Settings } from './settings.ts'
import { port } from './socket.ts'

export type EmbeddedPostgres = {
  connection: { host: string; port: number; user: string; database: string; ssl: false }
  /** Ends the server. Once is enough, more does no harm. */
  stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL of the data folder (an absolute path), or takes over the one that a killed service left there.
 *
 * @throws Error one sentence for the operator, also when another service uses the folder.
 */
export async function startEmbeddedPostgres(input: {
  folder: string
  settings?: Settings
}): Promise<EmbeddedPostgres> {
  const place = await preparePlace(input.folder, input.settings ?? {})
  const guard = await keepServer(place)
  let stopped: Promise<void> | undefined
  return {
    connection: { host: place.socketFolder, port, user: owner, database: owner, ssl: false },
    stop: () => {
      stopped ??= guard.stop()
      return stopped
    },
  }
}
