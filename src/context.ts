import type { FastifyBaseLogger } from 'fastify'
import type { Language } from './language/languages.ts'
import type { SupportLine } from './language/support/lines.ts'
import type { Db, PooledDb } from './platform/database/pool.ts'
import {
  forgetPlace,
  holdName,
  inSnapshot,
  inTransaction,
  markPlace,
  undoSincePlace,
} from './platform/database/transaction.ts'
import { type NewEvent, storeEvents } from './platform/events/record.ts'

export type Actor =
  /** Whoever holds a credential of an account: `keyId` is null where that is no key. */
  | {
      kind: 'account'
      accountId: string
      keyId: string | null
      scopes: readonly string[]
      expiresAt: string | null
    }
  | { kind: 'operator' }
  /** Whoever shows no credential, with a share link or without: what may be read, and until when. */
  | { kind: 'guest'; scopes: readonly string[]; expiresAt: string | null }

/** What the operator may set, as far as services need it. */
export type Settings = {
  /** How clients reach the service, without a slash at the end. */
  publicUrl: string
  /** The chance of an offer per process that readings assume. */
  baseRate: BaseRate
  /** The chance of an interview per application. */
  applicationRate: BaseRate
  /** Help lines in place of ours. */
  supportLines: readonly SupportLine[] | undefined
  webhooks: {
    /** What the secrets of endpoints are sealed with, and then what they were sealed with before; none: no webhooks. */
    secretsKeys: readonly string[]
    /** Whether they may go to this machine, and by plain http: for development. */
    allowLoopback: boolean
    /** How long to wait after the first failure, the second and so on; after the last one it is given up. */
    retrySeconds: readonly number[]
    /** Longest wait for an answer. */
    timeoutMs: number
  }
  /** What forecasts assume of the rate of offers before the first process, as a Beta distribution. */
  forecastPrior: { alpha: number; beta: number }
}

/** A chance between 0 and 1, with where it comes from. */
type BaseRate = { low: number; high: number; source: string; year: number }

/** What one request works with: who asks, whose records, what time it is, and the database. */
export type Context = {
  db: Db
  actor: Actor
  accountId: string
  now: string
  log: FastifyBaseLogger
  /** The language of texts in the answer. */
  language: Language
  settings: Settings
  events?: NewEvent[]
}

/** A context whose writes are committed together, with the events they cause. */
export type Transaction = Context & { events: NewEvent[] }

const isTransaction = (ctx: Context): ctx is Transaction => ctx.events !== undefined

const begin = <T>(ctx: Context, work: (tx: Transaction) => Promise<T>, end: 'COMMIT' | 'ROLLBACK') =>
  inTransaction(
    ctx.db as PooledDb,
    async (db) => {
      const tx: Transaction = { ...ctx, db, events: [] }
      const result = await work(tx)
      // @NOTE In the order of the accounts: two that wait for each other's counters would wait for ever.
      const byAccount = Map.groupBy(tx.events, (event) => event.accountId)
      for (const [accountId, recorded] of [...byAccount].sort())
        await storeEvents(db, accountId, ctx.now, recorded)
      return result
    },
    end,
  )

/** Runs `work` in one transaction; inside of one already, it joins that. */
export const transaction = <T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  isTransaction(ctx) ? work(ctx) : begin(ctx, work, 'COMMIT')

/** Runs `work` as it would run, and keeps nothing of it. */
export const rehearse = <T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  isTransaction(ctx) ? aside(ctx, work, 'undo') : begin(ctx, work, 'ROLLBACK')

/** Reads one picture of the records, piece by piece, for as long as somebody takes the pieces. */
export const snapshot = <Piece>(
  ctx: Context,
  read: (ctx: Context) => AsyncIterable<Piece>,
): AsyncGenerator<Piece, void, undefined> => inSnapshot(ctx.db as PooledDb, (db) => read({ ...ctx, db }))

/** Transactions that take a turn of one name go one after the other, from here to their ends. */
export const takeTurn = (tx: Transaction, name: string) => holdName(tx.db, name)

/** Runs a part of a transaction; when it throws, what it wrote is undone, and the rest may go on. */
export const attempt = <T>(tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  aside(tx, work, 'keep')

const aside = async <T>(tx: Transaction, work: (tx: Transaction) => Promise<T>, then: 'keep' | 'undo') => {
  const recorded = tx.events.length
  const undo = async () => {
    tx.events.length = recorded
    await undoSincePlace(tx.db)
  }
  await markPlace(tx.db)
  try {
    const result = await work(tx)
    await (then === 'undo' ? undo() : forgetPlace(tx.db))
    return result
  } catch (error) {
    await undo()
    throw error
  }
}
