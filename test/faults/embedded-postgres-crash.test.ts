import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import tap, { test } from 'tap'
import {
  type Connection,
  endProcess,
  endService,
  isAlive,
  makeUsedFolder,
  query,
  readPostmasterFile,
  startHere,
  startService,
  waitFor,
  waitForEnd,
} from '../support/embedded-postgres.ts'

tap.setTimeout(180_000)

test('a killed service leaves its server running, and the next one takes it over', async (t) => {
  const folder = await makeUsedFolder(t)
  const killed = await startService(t, folder)
  await query(killed.connection, 'create table answers as select 42 as answer')
  const { pid } = await readPostmasterFile(folder)
  await endProcess(killed.process, 'SIGKILL')
  t.ok(isAlive(pid))
  const server = await startHere(t, folder)
  t.equal((await readPostmasterFile(folder)).pid, pid)
  t.strictSame(await query(server.connection, 'select * from answers'), [{ answer: 42 }])
  await server.stop()
  t.notOk(isAlive(pid))
})

test('what was committed is there after a kill of both the service and its server', async (t) => {
  const folder = await makeUsedFolder(t)
  const killed = await startService(t, folder)
  await query(killed.connection, 'create table answers as select 42 as answer')
  const { pid } = await readPostmasterFile(folder)
  await endProcess(killed.process, 'SIGKILL')
  process.kill(pid, 'SIGKILL')
  const server = await startHere(t, folder)
  t.not((await readPostmasterFile(folder)).pid, pid)
  t.strictSame(await query(server.connection, 'select * from answers'), [{ answer: 42 }])
  await server.stop()
})

test('a start waits for what a killed server left running to end', async (t) => {
  const folder = await makeUsedFolder(t)
  const killed = await startService(t, folder)
  const [orphan] = await query(
    asSuperuser(killed.connection),
    "select pid from pg_stat_activity where backend_type = 'checkpointer'",
  )
  const { pid } = await readPostmasterFile(folder)
  await endProcess(killed.process, 'SIGKILL')
  process.kill(orphan.pid, 'SIGSTOP')
  process.kill(pid, 'SIGKILL')
  const starting = startHere(t, folder)
  await waitFor(async () => (await readLog(folder)).includes('shared memory block'))
  process.kill(orphan.pid, 'SIGCONT')
  const server = await starting
  t.strictSame(await query(server.connection, 'select 1 as one'), [{ one: 1 }])
  await server.stop()
})

test('a start succeeds though the process id of a dead server is that of another process now', async (t) => {
  const folder = await makeUsedFolder(t)
  const killed = await startService(t, folder)
  const { pid } = await readPostmasterFile(folder)
  await endProcess(killed.process, 'SIGKILL')
  process.kill(pid, 'SIGKILL')
  await waitForEnd(pid)
  const stranger = await startService(t, await makeUsedFolder(t))
  for (const file of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
    const path = join(folder, 'postgres', file)
    await writeFile(path, (await readFile(path, 'utf8')).replace(String(pid), String(stranger.pid)))
  }
  const server = await startHere(t, folder)
  t.strictSame(await query(server.connection, 'select 1 as one'), [{ one: 1 }])
  await server.stop()
  t.ok(isAlive(stranger.pid))
  await endService(stranger)
})

test('a service starts its server again when that was killed', async (t) => {
  const folder = await makeUsedFolder(t)
  const server = await startHere(t, folder)
  await query(server.connection, 'create table answers as select 42 as answer')
  const { pid } = await readPostmasterFile(folder)
  process.kill(pid, 'SIGKILL')
  await waitFor(() => answers(server.connection))
  t.strictSame(await query(server.connection, 'select * from answers'), [{ answer: 42 }])
  const { pid: next } = await readPostmasterFile(folder)
  t.not(next, pid)
  await server.stop()
  t.notOk(isAlive(next))
})

test('a stop during the restart of a killed server leaves no process behind', async (t) => {
  const folder = await makeUsedFolder(t)
  const server = await startHere(t, folder)
  const { pid } = await readPostmasterFile(folder)
  process.kill(pid, 'SIGKILL')
  await waitFor(async () => ![pid, 0].includes((await readPostmasterFile(folder)).pid))
  const { pid: next } = await readPostmasterFile(folder)
  await server.stop()
  t.notOk(isAlive(next))
})

test('a service whose lock connection drops takes the lock again', async (t) => {
  const folder = await makeUsedFolder(t)
  const server = await startHere(t, folder)
  const superuser = asSuperuser(server.connection)
  const [before] = await query(superuser, "select pid from pg_locks where locktype = 'advisory'")
  await query(superuser, 'select pg_terminate_backend($1, 10000)', [before.pid])
  await waitFor(async () => {
    const [after] = await query(superuser, "select pid from pg_locks where locktype = 'advisory' and granted")
    return after !== undefined && after.pid !== before.pid
  })
  const second = await startService(t, folder)
  t.match(second.refusal, `process ${process.pid}`)
  await server.stop()
})

async function readLog(folder: string): Promise<string> {
  return readFile(join(folder, 'postgres.log'), 'utf8')
}

function asSuperuser(connection: Connection): Connection {
  return { ...connection, user: 'postgres', database: 'postgres' }
}

async function answers(connection: Connection): Promise<boolean> {
  return query(connection, 'select 1').then(
    () => true,
    () => false,
  )
}
