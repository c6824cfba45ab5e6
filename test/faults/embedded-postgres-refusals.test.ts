import { mkdir, readdir, realpath, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import tap, { test } from 'tap'
import { chooseAccount } from '../../src/platform/embedded-postgres/account.ts'
import {
  endService,
  makeDataFolder,
  makeUsedFolder,
  query,
  type Service,
  startHere,
  startService,
  waitFor,
} from '../support/embedded-postgres.ts'

// Each of these tests makes a cluster, which takes a second or two on a slow disk.
tap.setTimeout(180_000)

test('a second service on the folder is refused, and the first works on', async (t) => {
  const folder = await makeUsedFolder(t)
  const first = await startService(t, folder)
  const second = await startService(t, folder)
  t.equal(
    second.refusal,
    `Another Afterview service (process ${first.pid}) is using the data folder ${await realpath(folder)}. ` +
      'Stop it, or set DATA_DIR to another folder.',
  )
  t.strictSame(await query(first.connection, 'select 1 as one'), [{ one: 1 }])
  await endService(first)
})

test('a service starts while the one before it is about to end', async (t) => {
  const folder = await makeUsedFolder(t)
  const first = await startService(t, folder)
  const starting = startService(t, folder)
  await waitFor(() => isAwaited(first))
  const [second] = await Promise.all([starting, endService(first)])
  t.equal(second.refusal, undefined)
  t.strictSame(await query(second.connection, 'select 1 as one'), [{ one: 1 }])
  await endService(second)
})

test('of first starts that race on a folder one wins, and the others are refused', async (t) => {
  const folder = await makeDataFolder(t)
  const services = await Promise.all([1, 2, 3].map(() => startService(t, folder)))
  const winners = services.filter((service) => service.connection)
  t.equal(winners.length, 1)
  for (const { refusal } of services.filter((service) => service.refusal)) {
    t.match(refusal, `Another Afterview service (process ${winners[0]?.pid}) is using the data folder`)
  }
  t.strictSame((await readdir(folder)).sort(), ['postgres', 'postgres.log'])
  await Promise.all(winners.map(endService))
})

test('a cluster of another major version is refused', async (t) => {
  const folder = await makeDataFolder(t)
  await mkdir(join(folder, 'postgres'), { recursive: true })
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '15\n')
  await t.rejects(startHere(t, folder), {
    message: /made by PostgreSQL 15, .* brings PostgreSQL 18/,
  })
})

test('a folder in the place of the cluster that is none is left alone', async (t) => {
  const folder = await makeDataFolder(t)
  await mkdir(join(folder, 'postgres', 'photos'), { recursive: true })
  await t.rejects(startHere(t, folder), {
    message: /postgres exists but holds no PostgreSQL cluster/,
  })
  t.strictSame(await readdir(join(folder, 'postgres')), ['photos'])
  t.strictSame(await readdir(folder), ['postgres'])
})

test('a data folder that cannot be made is refused', async (t) => {
  const folder = await makeDataFolder(t)
  await writeFile(folder, 'a file')
  await t.rejects(startHere(t, join(folder, 'data')), {
    message: /^The data folder .* cannot be made .*ENOTDIR.* Set DATA_DIR to another folder\.$/,
  })
  t.strictSame(await readdir(dirname(folder)), ['data'])
})

test('a server that cannot start says why in the words of its log', async (t) => {
  const folder = await makeDataFolder(t)
  await t.rejects(startHere(t, folder, { shared_buffers: 'plenty' }), {
    message: /did not start: .*invalid value for parameter "shared_buffers": "plenty"/,
  })
})

test('a PostgreSQL that does not run on this machine is refused', async (t) => {
  await t.rejects(chooseAccount('/nowhere/postgres', '/nowhere/cluster'), {
    message: /^PostgreSQL does not run on this machine \(.*ENOENT\)\. Run npm ci .* or set DATABASE_URL\.$/,
  })
})

/** Whether somebody waits for the lock of the service. */
async function isAwaited({ connection }: Service): Promise<boolean> {
  const rows = await query(connection, "select from pg_locks where locktype = 'advisory' and not granted")
  return rows.length > 0
}
