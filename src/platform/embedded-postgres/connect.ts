import pg from 'pg'
import type { Place } from './place.ts'
import { port } from './socket.ts'

/** Nobody listens, or a server does that is on its way up or down. */
export type Unready = 'absent' | 'busy'

const absent = ['ENOENT', 'ECONNREFUSED']
const busy = ['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE', 'EAGAIN']

/** A connection as the superuser, which finds a seat even when all others are taken. */
export async function connectAsSuperuser(place: Place): Promise<pg.Client | Unready> {
  const client = new pg.Client({
    host: place.socketFolder,
    port,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    application_name: `afterview ${process.pid}`,
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end()
    const unready = asUnready(error)
    if (unready) return unready
    throw new Error(
      `PostgreSQL at ${place.socketFolder} refuses the service (${(error as Error).message}).`,
      {
        cause: error,
      },
    )
  }
}

export function asUnready(error: unknown): Unready | undefined {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (absent.includes(code)) return 'absent'
  // The driver gives no code to a connection that ended under it, or that nobody accepted in time.
  if (busy.includes(code) || /terminated|timeout|not queryable/i.test(message)) return 'busy'
  return undefined
}
