import type pg from 'pg'

export const owner = 'afterview'

/** The database of the service, owned by a role that is no superuser but may create further databases. */
export async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: boolean; database: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as role,
            exists (select from pg_database where datname = $1) as database`,
    [owner],
  )
  if (!rows[0]?.role) await client.query(`create role ${owner} login createdb`)
  if (!rows[0]?.database) await client.query(`create database ${owner} owner ${owner}`)
}
