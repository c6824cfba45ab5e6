import { spawn } from 'node:child_process'
import { open, readFile } from 'node:fs/promises'
import type { Place } from './place.ts'
import { childOptions, commandLine, lastWords } from './run.ts'
import { serverArguments } from './settings.ts'
import { makeSocketFolder } from './socket.ts'

/** A server on its way up: whether it gave up already, and why. */
export type Launch = { failed: () => boolean; reason: () => Promise<string> }

/**
 * @NOTE The server is a detached child of its own session, so it outlives us and a Ctrl-C meant for us. `pg_ctl start`
 * would put the paths through a shell, where a quote or a dollar in a folder's name is no longer a name.
 */
export async function launchServer(place: Place): Promise<Launch> {
  await makeSocketFolder(place.socketFolder, place.account)
  const log = await open(place.logFile, 'a', 0o600).catch((cause: Error) => {
    throw new Error(`The log of PostgreSQL cannot be written: ${cause.message}`, { cause })
  })
  try {
    const { size } = await log.stat()
    const args = serverArguments(place.cluster, place.socketFolder, place.settings)
    const [command, rest] = commandLine(place.account, place.binaries.postgres, args)
    const child = spawn(command, rest, {
      ...childOptions(place.account),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    let failure: string | undefined
    child.once('error', (error) => {
      failure = error.message
    })
    child.once('exit', (code, signal) => {
      failure ??= `it ended with ${signal ?? code}`
    })
    child.unref()
    const readLog = async () => (await readFile(place.logFile)).toString('utf8', size)
    return {
      failed: () => failure !== undefined,
      reason: async () => lastWords(await readLog()) || `${failure}`,
    }
  } finally {
    await log.close()
  }
}
