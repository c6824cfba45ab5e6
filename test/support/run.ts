import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { migrateDatabase } from '../../src/platform/database/migrations.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start.ts'
import { fillCompileCache, NODE_COMPILE_CACHE } from './compile-cache.ts'
import { copyFolder } from './folders.ts'
import { QUICK_IMPORTS } from './quick-imports.ts'
import { unseenAnswers } from './seen-answers.ts'
import { dropDatabases, inDatabase, onServer } from './server.ts'
import { untakenFiles } from './test-files.ts'

// Runs the tests with one PostgreSQL for all files: the embedded one, or the server that TEST_DATABASE_URL names.
// Arguments are passed on to tap; without any, every test file has to have been run and every documented answer seen.

const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  // @NOTE A worker of it in a database that a test drops belongs to a role that the dropping one may not end.
  autovacuum: 'off',
}

const MEMORY = '/dev/shm'
const ROOM = 8e9

/** Clusters by the dozen, and none outlives the run: they stay in memory where it has room for them. */
const whereToWrite = async () => {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }))
  return process.env.TMPDIR === undefined && bavail * bsize > ROOM ? MEMORY : tmpdir()
}

/** The temporary folder of this run, with all that its tests leave; some of them are other users. */
const makeFolder = async (house: AsyncDisposableStack) => {
  const folder = await mkdtemp(join(await whereToWrite(), 'afterview-run-'))
  house.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  await chmod(folder, 0o711)
  return folder
}

/** What a first start and a stop leave behind: a cluster is made once, and then copied. */
const makeUsedFolder = async (folder: string) => {
  const { stop } = await startEmbeddedPostgres({ folder })
  await stop()
}

const template = `afterview_${process.pid}_template`

const provideServer = async (house: AsyncDisposableStack, folder: string): Promise<ClientConfig> => {
  const { TEST_DATABASE_URL: connectionString } = process.env
  if (connectionString) {
    house.defer(() => dropDatabases({ connectionString }, template))
    return { connectionString }
  }
  await copyFolder(used, folder)
  const { connection, stop } = await startEmbeddedPostgres({ folder, settings: SETTINGS })
  house.defer(stop)
  return connection
}

await using house = new AsyncDisposableStack()
const folder = await makeFolder(house)
const used = join(folder, 'used')
await Promise.all([makeUsedFolder(used), fillCompileCache()])
const connection = await provideServer(house, join(folder, 'server'))
await onServer(connection, `CREATE DATABASE ${template}`)
await migrateDatabase(inDatabase(connection, template))
for (const [name, place] of [
  ['TEST_SEEN', join(folder, 'seen')],
  ['TEST_TAKEN', join(folder, 'taken')],
] as const) {
  process.env[name] = place
  await mkdir(place)
}

const files = process.argv.slice(2)
const env = {
  ...process.env,
  TMPDIR: folder,
  NODE_COMPILE_CACHE,
  // What was loaded matters to coverage alone.
  _TAPJS_PROCESSINFO_EXCLUDE_: '/./',
  // More room for what is young: requests by the thousand are soon forgotten.
  NODE_OPTIONS: `${QUICK_IMPORTS} --max-semi-space-size=128`,
  TEST_USED_FOLDER: used,
  TEST_SERVER: JSON.stringify({ connection, template }),
}
const tap = spawn('tap', ['run', ...files], { stdio: 'inherit', env, detached: true })
// What a run wrote goes with it, also where somebody ends it: its tests end first, as one group.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => process.kill(-(tap.pid as number), 'SIGINT'))
const [status] = await once(tap, 'exit')
const missing =
  files.length > 0
    ? []
    : [
        ...untakenFiles('.').map((file) => `never run: ${file}`),
        ...(await unseenAnswers()).map((answer) => `documented, but never seen: ${answer}`),
      ]
for (const line of missing) process.stdout.write(`${line}\n`)
process.exitCode = status !== 0 || missing.length > 0 ? 1 : 0
