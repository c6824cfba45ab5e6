import { DrizzleQueryError, sql } from 'drizzle-orm'
import { DatabaseError, type PoolClient } from 'pg'
import { Problem } from '../../problems.ts'
import { isOutdated } from './failures.ts'
import { type Db, databaseOf, type PooledDb } from './pool.ts'

/** The client may still be busy, its connection gone, or what it prepared of no more use. */
const isDoubtful = (error: unknown) =>
  (error instanceof DrizzleQueryError && !(error.cause instanceof DatabaseError)) || isOutdated(error)

/**
 * Runs `work` between BEGIN and COMMIT on one client of the pool; `end` may say that nothing is to be kept.
 *
 * @NOTE Not Drizzle's own: that one hands a timed-out client back to the pool with its transaction open,
 * and the next request would then work inside it.
 * @throws what `work` throws, after a rollback; Problem `outcome_unknown` when the answer to COMMIT was lost.
 */
export const inTransaction = async <T>(
  pooled: PooledDb,
  work: (db: Db) => Promise<T>,
  end: 'COMMIT' | 'ROLLBACK' = 'COMMIT',
): Promise<T> => {
  const client = await pooled.$client.connect()
  // Until BEGIN is answered, nobody knows what the client is in.
  let broken = true
  const settle = async () => {
    const { command } = await client.query(end).catch((cause: Error) => {
      broken = true
      // Nothing was to be kept, and nothing is: the transaction ends with its connection.
      if (end === 'ROLLBACK') return { command: end }
      if (cause instanceof DatabaseError && cause.severity !== 'FATAL') throw cause
      throw new Problem(
        'outcome_unknown',
        'The connection to the database was lost while the write was being confirmed.',
        { cause },
      )
    })
    // @NOTE PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
    if (command !== end) throw new Error(`The transaction ended in ${command} instead of ${end}`)
  }
  try {
    await client.query('BEGIN')
    broken = false
    const result = await work(databaseOf(client))
    await settle()
    return result
  } catch (error) {
    broken ||= isDoubtful(error)
    if (!broken)
      await client.query('ROLLBACK').catch(() => {
        broken = true
      })
    throw error
  } finally {
    client.release(broken)
  }
}

const readers = new WeakMap<PooledDb, number>()

/**
 * Reads one picture of the database, piece by piece, for as long as somebody takes the pieces: what is written meanwhile
 * is not in it. Who stops taking them ends it.
 *
 * @NOTE It holds its client all the while, so no more than half of the pool reads like this: who takes the pieces slowly
 * keeps nobody else waiting.
 * @throws Problem `overloaded` when there is no room for another
 */
export async function* inSnapshot<Piece>(
  pooled: PooledDb,
  read: (db: Db) => AsyncIterable<Piece>,
): AsyncGenerator<Piece, void, undefined> {
  const others = readers.get(pooled) ?? 0
  if (others >= Math.max(1, pooled.$client.options.max >> 1))
    throw new Problem('overloaded', 'As many exports as there is room for are being written.')
  readers.set(pooled, others + 1)
  try {
    yield* reading(await pooled.$client.connect(), read)
  } finally {
    readers.set(pooled, (readers.get(pooled) ?? 1) - 1)
  }
}

async function* reading<Piece>(
  client: PoolClient,
  read: (db: Db) => AsyncIterable<Piece>,
): AsyncGenerator<Piece, void, undefined> {
  let broken = true
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    broken = false
    yield* read(databaseOf(client))
  } catch (error) {
    broken ||= isDoubtful(error)
    throw error
  } finally {
    if (!broken)
      await client.query('ROLLBACK').catch(() => {
        broken = true
      })
    client.release(broken)
  }
}

/** Waits until no other transaction holds this name, and holds it until this one ends. */
export const holdName = (db: Db, name: string) =>
  db.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`)

/** Marks a place in a transaction, to which it can go back. */
export const markPlace = (db: Db) => db.execute(sql`SAVEPOINT place`)

export const forgetPlace = (db: Db) => db.execute(sql`RELEASE SAVEPOINT place`)

/** Undoes what was written since the last place that was marked, and forgets it. */
export const undoSincePlace = async (db: Db) => {
  await db.execute(sql`ROLLBACK TO SAVEPOINT place`)
  await forgetPlace(db)
}
