import type pg from 'pg'
import type { Place } from './place.ts'

const key = 4116

/**
 * Makes this process the only service on the data folder, for as long as the connection lives.
 *
 * @NOTE The lock is one of the server's, so it ends with the process however that dies. The wait covers the moment
 * in which the server notices that the holder is gone. Locks belong to a database: always the same one, `postgres`.
 */
export async function lockDataFolder(client: pg.Client, { folder }: Place): Promise<void> {
  try {
    await client.query("set lock_timeout = '2s'")
    await client.query('select pg_advisory_lock($1)', [key])
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error
    throw new Error(
      `Another Afterview service (${await findHolder(client)}) is using the data folder ${folder}. ` +
        'Stop it, or set DATA_DIR to another folder.',
      { cause: error },
    )
  }
}

async function findHolder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and classid = 0 and objid = $1`,
    [key],
  )
  return rows[0]?.name.replace('afterview', 'process') ?? 'its process just ended'
}
