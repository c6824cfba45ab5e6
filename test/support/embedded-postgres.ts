import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync } from 'node:fs'
import { readFile, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Test } from 'tap'
import { chooseSocketFolder } from '../../src/platform/embedded-postgres/socket.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start.ts'
import { copyFolder, makeFolder } from './folders.ts'

export type Connection = EmbeddedPostgres['connection']
export type Service = { process: ChildProcess; pid: number; connection: Connection; refusal: string }
type Options = { uid?: number; gid?: number; env?: Record<string, string> }

/** A data folder; whatever server lives in it ends with the test. */
export async function makeDataFolder(t: Test, name = 'data', owner?: number): Promise<string> {
  // With a space in its name, as people have them.
  const parent = await makeFolder('test ')
  if (owner !== undefined) chownSync(parent, owner, owner)
  const folder = join(parent, name)
  t.teardown(async () => {
    const { pid } = await readPostmasterFile(folder)
    if (pid && isAlive(pid)) {
      process.kill(pid, 'SIGQUIT')
      await waitForEnd(pid)
    }
    const cluster = join(await realpath(parent), name, 'postgres')
    const sockets = chooseSocketFolder(cluster)
    if (sockets !== cluster) await rm(sockets, { recursive: true, force: true })
  })
  return folder
}

/** A data folder as a first start and a stop leave it: with a cluster in it, which was made once for all tests. */
export async function makeUsedFolder(t: Test): Promise<string> {
  const folder = await makeDataFolder(t)
  await copyFolder(process.env.TEST_USED_FOLDER as string, folder)
  return folder
}

/** A PostgreSQL of this process, which ends with the test if not before. */
export async function startHere(
  t: Test,
  folder: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, settings })
  t.teardown(() => server.stop())
  return server
}

/** Another process that starts a PostgreSQL on the folder. */
export async function startService(t: Test, folder: string, options: Options = {}): Promise<Service> {
  const program = join(import.meta.dirname, 'embedded-postgres-service.ts')
  // The runner adds a report of its own to every child, which another user may not write, and says so.
  const complaints = options.uid === undefined ? 'inherit' : 'ignore'
  const child = spawn(process.execPath, [program, folder], {
    stdio: ['pipe', 'pipe', complaints],
    ...options,
  })
  t.teardown(() => endProcess(child, 'SIGKILL'))
  const [line] = await once(createInterface(child.stdout), 'line')
  const { connection, refusal } = JSON.parse(line)
  return { process: child, pid: child.pid ?? 0, connection, refusal }
}

export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  await once(child, 'exit')
}

/** Lets a service stop its server and end by itself. */
export async function endService({ process: child }: Service): Promise<void> {
  child.stdin?.end()
  await once(child, 'exit')
}

export async function query(connection: Connection, text: string, values: unknown[] = []) {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

/** The process and the socket folder of the server, as its own file names them. */
export async function readPostmasterFile(folder: string) {
  const text = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  return { pid: Number(lines[0]), socketFolder: lines[4], address: lines[5] }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export async function waitForEnd(pid: number): Promise<void> {
  await waitFor(() => !isAlive(pid))
}

/** Waits as long as it takes; the runner's own limit ends a test that would wait for ever. */
export async function waitFor(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20)
}
