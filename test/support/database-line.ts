import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from 'node:net'
import { Client, type ClientConfig } from 'pg'
import type { Test } from 'tap'
import { waitFor } from './embedded-postgres.ts'
import { onServer, sharedServer } from './server.ts'
import type { Service } from './service.ts'

/** What the line does when `word` passes from the service to the database. */
type Fault = {
  word: string
  /** `lost`: cut before it arrives. `unanswered`: cut when the answer comes back. `silent`: the answer never comes. */
  how: 'lost' | 'unanswered' | 'silent'
}

export type Line = {
  /** The fault that the line has from now on; undefined repairs it for the connections to come. */
  fault: Fault | undefined
  /** How often the fault has happened. */
  faults: number
}

const addressOf = ({ host, port }: Client): NetConnectOpts =>
  host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port }

const join = (line: Line, near: Socket, far: Socket) => {
  let struck: Fault['how'] | undefined
  const cut = () => {
    near.destroy()
    far.destroy()
  }
  for (const socket of [near, far]) socket.on('error', cut).on('close', cut)
  near.on('data', (chunk) => {
    if (line.fault && !struck && chunk.includes(line.fault.word)) {
      struck = line.fault.how
      line.faults += 1
    }
    if (struck === 'lost') cut()
    else far.write(chunk)
  })
  far.on('data', (chunk) => {
    if (struck === 'unanswered') cut()
    else if (struck !== 'silent') near.write(chunk)
  })
}

/** Leads every new connection of the service's pool over a line that can fail. */
export const openLine = async (t: Test, { db }: Service): Promise<Line> => {
  const target = new Client(db.$client.options as ClientConfig)
  const line: Line = { fault: undefined, faults: 0 }
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(addressOf(target))
    for (const socket of [near, far]) open.add(socket)
    join(line, near, far)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.close()
    for (const socket of open) socket.destroy()
  })
  const { user, database, password } = target
  const { port } = server.address() as AddressInfo
  const host = '127.0.0.1'
  Object.assign(db.$client.options, { connectionString: undefined, host, port, user, database, password })
  return line
}

/** Ends every connection of the pool at the server, and waits until the pool knows. */
export const dropIdle = async ({ db: { $client: pool } }: Service): Promise<void> => {
  const { database } = new Client(pool.options as ClientConfig)
  await onServer(
    sharedServer().connection,
    `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '${database}'`,
  )
  await waitFor(() => pool.totalCount === 0)
}
