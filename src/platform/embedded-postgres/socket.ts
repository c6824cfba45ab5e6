import { createHash } from 'node:crypto'
import { lstat, mkdir } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { giveTo } from './account.ts'
import type { Account } from './run.ts'

export const port = 5432

/** The folder of the socket: the cluster itself, which PostgreSQL keeps to its owner, or a short path in its stead. */
export function chooseSocketFolder(cluster: string): string {
  if (fits(cluster)) return cluster
  const name = createHash('sha256').update(cluster).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `afterview-${name}`)
  if (fits(folder)) return folder
  throw new Error(`The path ${cluster} is too long for a Unix socket. Set DATA_DIR to a shorter one.`)
}

export async function makeSocketFolder(folder: string, account: Account): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await refuseStranger(folder, account)
  await giveTo(account, folder)
}

/** @NOTE Anybody may have put a folder of this name into the shared temporary folder, and waits there for us. */
async function refuseStranger(folder: string, account: Account): Promise<void> {
  const found = await lstat(folder)
  const owners = [process.getuid?.(), account.ids?.uid]
  if (found.isDirectory() && owners.includes(found.uid) && !(found.mode & 0o077)) return
  throw new Error(`${folder} belongs to somebody else. Remove it, or set DATA_DIR to a shorter path.`)
}

function fits(folder: string): boolean {
  const limit = platform() === 'darwin' ? 103 : 107
  return Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) <= limit
}
