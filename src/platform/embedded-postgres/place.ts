import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { chooseAccount, letThrough } from './account.ts'
import type { Binaries } from './binaries.ts'
import { findBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import type { Account } from './run.ts'
import type { Settings } from './settings.ts'
import { chooseSocketFolder } from './socket.ts'

export type Place = {
  folder: string
  cluster: string
  socketFolder: string
  logFile: string
  binaries: Binaries
  account: Account
  settings: Settings
}

/** Everything a server needs before it can start. */
export async function preparePlace(dataFolder: string, settings: Settings): Promise<Place> {
  const binaries = await findBinaries()
  const folder = await makeFolder(dataFolder)
  const cluster = join(folder, 'postgres')
  const socketFolder = chooseSocketFolder(cluster)
  const account = await chooseAccount(binaries.postgres, cluster)
  await letThrough(account, folder)
  await ensureCluster(cluster, binaries, account)
  return { folder, cluster, socketFolder, logFile: join(folder, 'postgres.log'), binaries, account, settings }
}

async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await realpath(folder)
  } catch (cause) {
    const reason = (cause as Error).message
    throw new Error(`The data folder ${folder} cannot be made (${reason}). Set DATA_DIR to another folder.`, {
      cause,
    })
  }
}
