import { mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { adviceForRoot, giveTo } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Account } from './run.ts'
import { runAs } from './run.ts'

const initdbArguments = [
  '--auth=trust',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--no-instructions',
  '--no-locale',
  '--username=postgres',
]

/** Makes the cluster on the first start, and refuses one that these binaries cannot run. */
export async function ensureCluster(cluster: string, binaries: Binaries, account: Account): Promise<void> {
  if (!(await clusterVersion(cluster))) await createCluster(cluster, binaries, account)
  const version = await clusterVersion(cluster)
  if (!version) {
    throw new Error(`${cluster} exists but holds no PostgreSQL cluster. Move it away, or set DATA_DIR.`)
  }
  const { output } = await runAs(account, binaries.postgres, ['--version'])
  const major = /(\d+)/.exec(output)?.[1]
  if (version !== major) {
    throw new Error(
      `The cluster in ${cluster} was made by PostgreSQL ${version}, and this Afterview brings PostgreSQL ${major}. ` +
        'Move the data over with pg_dump, or set DATA_DIR to another folder.',
    )
  }
  await giveTo(account, cluster)
}

async function clusterVersion(cluster: string): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new Error(`The cluster in ${cluster} cannot be read (${(error as Error).message}).`, {
      cause: error,
    })
  }
}

/**
 * @NOTE The cluster is made beside its place and renamed: a killed first start leaves no half cluster, and of two
 * racing ones the slower finds the place taken and uses what is there.
 */
async function createCluster(cluster: string, binaries: Binaries, account: Account): Promise<void> {
  const draft = await mkdtemp(`${cluster}.new-`).catch((cause: Error) => {
    throw new Error(`PostgreSQL could not make its cluster in ${cluster}: ${cause.message}`, { cause })
  })
  try {
    await giveTo(account, draft)
    const { ok, output } = await runAs(account, binaries.initdb, [...initdbArguments, '--pgdata', draft])
    if (ok) await putInPlace(draft, cluster)
    else if (!(await clusterVersion(cluster))) {
      const advice =
        process.getuid?.() === 0 && output.includes('Permission denied') ? `. ${adviceForRoot}` : ''
      throw new Error(`PostgreSQL could not make its cluster in ${cluster}: ${output}${advice}`)
    }
  } finally {
    await rm(draft, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function putInPlace(draft: string, cluster: string): Promise<void> {
  try {
    await rename(draft, cluster)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOENT') return
    throw error
  }
  // Without this a power cut could undo the rename, and the next start would take the cluster for a dead draft.
  const folder = await open(dirname(cluster))
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** For the holder of the lock: a draft is of no use to anybody once there is a cluster. */
export async function removeDrafts(cluster: string): Promise<void> {
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.new-`)) continue
    await rm(join(dirname(cluster), name), { recursive: true, force: true }).catch(() => undefined)
  }
}
