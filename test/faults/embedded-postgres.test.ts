import { mkdir, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import tap, { test } from 'tap'
import {
  isAlive,
  makeDataFolder,
  makeUsedFolder,
  query,
  readPostmasterFile,
  startHere,
} from '../support/embedded-postgres.ts'

// Each of these tests makes a cluster, which takes a second or two on a slow disk.
tap.setTimeout(180_000)

const fast = { fsync: 'off' }

test('the first start makes a cluster that answers a query', async (t) => {
  const folder = await makeDataFolder(t)
  const server = await startHere(t, folder, { ...fast, work_mem: '5MB' })
  const [row] = await query(
    server.connection,
    `select current_user as role, current_setting('is_superuser') as super, current_setting('server_version_num') as version,
            current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
            current_setting('work_mem') as memory, current_setting('fsync') as fsync, lower('ÄÖ') as lower`,
  )
  t.match(row, {
    role: 'afterview',
    super: 'off',
    version: /^18/,
    encoding: 'UTF8',
    checksums: 'on',
    memory: '5MB',
  })
  t.match(row, { fsync: 'off', lower: 'äö' })
  t.equal((await stat(folder)).mode & 0o777, 0o700)
  t.equal((await stat(join(folder, 'postgres'))).mode & 0o777, 0o700)
  t.strictSame((await readdir(folder)).sort(), ['postgres', 'postgres.log'])
  await server.stop()
})

test('writes are flushed to the disk unless the settings say otherwise', async (t) => {
  const server = await startHere(t, await makeUsedFolder(t))
  const rows = await query(server.connection, 'show fsync')
  t.strictSame(rows, [{ fsync: 'on' }])
  await server.stop()
})

test('the service may make further databases', async (t) => {
  const server = await startHere(t, await makeUsedFolder(t), fast)
  await query(server.connection, 'create database copy template afterview')
  const rows = await query({ ...server.connection, database: 'copy' }, 'select 1 as one')
  t.strictSame(rows, [{ one: 1 }])
  await server.stop()
})

test('stop leaves no process behind, however often it is called', async (t) => {
  const folder = await makeUsedFolder(t)
  const server = await startHere(t, folder, fast)
  const { pid } = await readPostmasterFile(folder)
  t.ok(isAlive(pid))
  await Promise.all([server.stop(), server.stop()])
  await server.stop()
  t.notOk(isAlive(pid))
  t.strictSame(await readPostmasterFile(folder), { pid: 0, socketFolder: undefined, address: undefined })
  await t.rejects(query(server.connection, 'select 1'))
})

test('data is there after a stop and another start', async (t) => {
  const folder = await makeUsedFolder(t)
  const first = await startHere(t, folder, fast)
  await query(first.connection, 'create table answers as select 42 as answer')
  await first.stop()
  const second = await startHere(t, folder, fast)
  t.strictSame(await query(second.connection, 'select * from answers'), [{ answer: 42 }])
  await second.stop()
})

test('the server listens on no TCP port', async (t) => {
  const folder = await makeUsedFolder(t)
  const server = await startHere(t, folder, { ...fast, listen_addresses: '127.0.0.1' })
  const { pid, address } = await readPostmasterFile(folder)
  t.equal(address, '')
  t.strictSame(await query(server.connection, 'show listen_addresses'), [{ listen_addresses: '' }])
  if (platform() === 'linux') t.strictSame(await tcpSockets(pid), [])
  await server.stop()
})

async function tcpSockets(pid: number): Promise<string[]> {
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
  )
  const inodes = tables
    .join('\n')
    .split('\n')
    .map((line) => `socket:[${line.trim().split(/\s+/)[9]}]`)
  const links = (await readdir(`/proc/${pid}/fd`)).map((fd) =>
    readlink(`/proc/${pid}/fd/${fd}`).catch(() => ''),
  )
  return (await Promise.all(links)).filter((link) => inodes.includes(link))
}

for (const name of [`a "quoted" folder's $HOME, \`id\` & \\more`, 'long'.repeat(30)]) {
  test(`a folder may be called ${name}`, async (t) => {
    const folder = await makeDataFolder(t, name)
    const server = await startHere(t, folder, fast)
    const { socketFolder = '' } = await readPostmasterFile(folder)
    t.equal(socketFolder, server.connection.host)
    t.equal((await stat(socketFolder)).mode & 0o777, 0o700)
    t.strictSame(await query(server.connection, 'select 1 as one'), [{ one: 1 }])
    await server.stop()
    const again = await startHere(t, folder, fast)
    t.equal(again.connection.host, socketFolder)
    await again.stop()
  })
}

test('the log holds nothing that a person wrote', async (t) => {
  const folder = await makeUsedFolder(t)
  const settings = {
    ...fast,
    log_statement: 'all',
    log_min_messages: 'debug1',
    log_min_duration_statement: '0',
  }
  const server = await startHere(t, folder, settings)
  await query(server.connection, 'create table diary (line text primary key)')
  await query(server.connection, "insert into diary values ('confidential')")
  await t.rejects(query(server.connection, "insert into diary values ('confidential')"), { code: '23505' })
  await t.rejects(query(server.connection, 'select $1::uuid', ['confidential']), { code: '22P02' })
  await t.rejects(
    query(server.connection, "do $$ begin raise warning 'confidential'; raise 'confidential'; end $$"),
  )
  await t.rejects(query(server.connection, "select pg_terminate_backend(pg_backend_pid()), 'confidential'"))
  await server.stop()
  const log = await readFile(join(folder, 'postgres.log'), 'utf8')
  t.match(log, 'database system is ready')
  t.notMatch(log, 'confidential')
})

test('drafts of clusters that dead starts left are removed', async (t) => {
  const folder = await makeDataFolder(t)
  await mkdir(join(folder, 'postgres.new-AbCdEf', 'base'), { recursive: true })
  await writeFile(join(folder, 'postgres.new-AbCdEf', 'PG_VERSION'), '18\n')
  const server = await startHere(t, folder, fast)
  t.strictSame((await readdir(folder)).sort(), ['postgres', 'postgres.log'])
  await server.stop()
})
