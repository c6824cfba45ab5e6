import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { Body } from './client.ts'
import { NODE_COMPILE_CACHE } from './compile-cache.ts'
import { endProcess, isAlive, readPostmasterFile } from './embedded-postgres.ts'
import { outside } from './outside.ts'
import { QUICK_IMPORTS } from './quick-imports.ts'

export type Afterview = {
  process: ChildProcess
  /** Everything that it printed so far, on either of its outputs. */
  output: () => string
  errors: () => string
  /** How the process ended: its exit code, or the signal. */
  ended: Promise<[code: number | null, signal: string | null]>
  /** Where it serves; rejected when it ends before it does. */
  origin: Promise<string>
}

const program = join(import.meta.dirname, '../../src/main.ts')
/** What makes the start of many processes short: found modules, and room from the first moment on for what is made. */
const QUICKLY = [QUICK_IMPORTS, '--min-semi-space-size=16', '--max-semi-space-size=64']

/** The service as an operator runs it, on a port of its own, with nothing else in its environment. */
export const startAfterview = (
  t: Test,
  folder: string,
  variables: Record<string, string> = {},
): Afterview => {
  const { PATH = '' } = process.env
  const env = {
    PATH,
    TMPDIR: tmpdir(),
    NODE_COMPILE_CACHE,
    PORT: '0',
    DATA_DIR: folder,
    MAX_EVENT_LOOP_DELAY_MS: '0',
    RATE_LIMIT_ACCOUNT: '0',
    RATE_LIMIT_KEY: '0',
    ...variables,
  }
  const child = spawn(...outside(process.execPath, [...QUICKLY, program]), {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.teardown(() => endProcess(child, 'SIGKILL'))
  let [printed, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  const ended = once(child, 'close') as Afterview['ended']
  const origin = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [, found] = /^Afterview serves (http:\S+) /m.exec(printed) ?? []
      if (found) resolve(found)
    })
    void ended.then(() => reject(new Error(`Afterview ended before it served: ${errors}`)))
  })
  origin.catch(() => undefined)
  return { process: child, output: () => printed + errors, errors: () => errors, ended, origin }
}

/** The key of the first account, as the data folder keeps it. */
export const keptKey = async (folder: string): Promise<string> =>
  (await readFile(join(folder, 'api-key'), 'utf8')).trimEnd()

/** How to reach the service's own PostgreSQL from aside. */
export const databaseOf = async (folder: string) => {
  const { pid, socketFolder = '' } = await readPostmasterFile(folder)
  return {
    pid,
    connection: {
      host: socketFolder,
      port: 5432,
      user: 'afterview',
      database: 'afterview',
      ssl: false,
    } as const,
  }
}

/** Whether a PostgreSQL lives in the folder. */
export const hasServer = async (folder: string): Promise<boolean> => {
  const { pid } = await readPostmasterFile(folder)
  return pid > 0 && isAlive(pid)
}

/** Sends JSON to a running service. */
export const request = async (
  origin: string,
  key: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) => {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const answer: Body = await response.json().catch(() => undefined)
  return { status: response.status, headers: response.headers, body: answer }
}
