import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../problems.ts'
import { targetOf } from './http/requests.ts'

/** The last record of the page before: its id, and what it is sorted by where that is something else. */
export type Place = { id: string; value: string | undefined }
/** Which page of a list is asked for: the records after a place. */
export type Page = { limit: number; after: Place | undefined }

/** Which days a list is asked for, `YYYY-MM-DD`, and the instants between which they lie; an end that is not there is open. */
export type Window = {
  from?: string | undefined
  to?: string | undefined
  begins?: string | undefined
  ends?: string | undefined
}

type Query = { limit: number; cursor?: string | undefined; [filter: string]: unknown }

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const VALUE = /^(?!0000)\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d\.\d{3}Z)?$/

/** A day or an instant that exists, or `-infinity`: what a list may be sorted by. */
const isValue = (value: string): boolean => {
  const at = VALUE.test(value) ? Date.parse(value) : Number.NaN
  return value === '-infinity' || (!Number.isNaN(at) && new Date(at).toISOString().startsWith(value))
}

/** What a filter asks for, in whatever order its values came. */
const asked = (filter: unknown) => (Array.isArray(filter) ? filter.toSorted().join(',') : filter)

const CONTROL = /\p{Cc}/u

/** What a record is sorted by, without a space. */
const written = (value: string): string =>
  isValue(value) ? value : `~${Buffer.from(value).toString('base64url')}`

/** A text that was written so; undefined where it is none of ours. */
const readText = (given: string): string | undefined => {
  const text = given.startsWith('~') ? Buffer.from(given.slice(1), 'base64url').toString() : given
  return written(text) === given && !CONTROL.test(text) ? text : undefined
}

const fingerprint = (path: string, { limit: _, cursor: __, ...filters }: Query) =>
  createHash('sha256')
    .update(
      JSON.stringify([
        path,
        Object.entries(filters)
          .map(([name, filter]) => [name, asked(filter)])
          .sort(),
      ]),
    )
    .digest('base64url')
    .slice(0, 12)

type Sorting = {
  /** What the records of the list are named by, where that is no UUID. */
  isId?: RegExp
  /** Whether it is sorted by a text, and not by a day or an instant. */
  byText?: boolean
}

/**
 * Reads the page out of a list's query.
 * @throws Problem `invalid_cursor` when the cursor is none of ours, or belongs to other filters
 */
export const pageOf = (path: string, query: Query, { isId = ID, byText = false }: Sorting = {}): Page => {
  const { limit, cursor } = query
  if (cursor === undefined) return { limit, after: undefined }
  const bytes = Buffer.from(cursor, 'base64url')
  const [print, id = '', given, more] = bytes.toString().split(' ')
  const isOurs = print === fingerprint(path, query) && bytes.toString('base64url') === cursor
  const value = byText && given !== undefined ? readText(given) : given
  const isRead = value === undefined ? given === undefined : byText || isValue(value)
  const isPlace = isId.test(id) && isRead && more === undefined
  if (isOurs && isPlace) return { limit, after: { id, value } }
  throw new Problem('invalid_cursor', 'The cursor does not belong to this list with these filters.')
}

/**
 * Wraps rows into a page; the store was asked for one more than `limit`, which tells whether there is a next.
 * @param sortedBy what a row is sorted by, where that is not its id: a day, an instant, `-infinity`, or a text
 */
export const toPage = <Row extends { id: string }>(
  path: string,
  query: Query,
  rows: Row[],
  sortedBy?: (row: Row) => string | undefined,
) => {
  const data = rows.slice(0, query.limit)
  const last = data.at(-1)
  if (rows.length <= query.limit || !last) return { data }
  const value = sortedBy?.(last)
  const place = [fingerprint(path, query), last.id, ...(value === undefined ? [] : [written(value)])]
  return { data, nextCursor: Buffer.from(place.join(' ')).toString('base64url') }
}

type Paging<Row> = {
  /** How many rows a page holds; 200 unless stated. */
  limit?: number
  /** What a row is sorted by, where that is not its id. */
  sortedBy?: (row: Row) => string
}

/**
 * Every row there is, page by page.
 * @param list reads one row more than the page holds, in an order that goes on after a place
 */
export async function* everyPage<Row extends { id: string }>(
  list: (page: Page) => Promise<Row[]>,
  { limit = 200, sortedBy }: Paging<Row> = {},
): AsyncGenerator<Row[], void, undefined> {
  let after: Place | undefined
  do {
    const rows = await list({ limit, after })
    const last = rows[limit - 1]
    if (rows.length > 0) yield rows.slice(0, limit)
    after = rows.length > limit && last ? { id: last.id, value: sortedBy?.(last) } : undefined
  } while (after)
}

const sealOf = (accountId: string, cursor: string) =>
  createHash('sha256').update(`${accountId} ${cursor}`).digest('base64url').slice(0, 12)

/** A cursor that serves for the records of one account alone. */
export const sealed = (accountId: string, cursor: string): string => `${cursor}.${sealOf(accountId, cursor)}`

/** @throws Problem `invalid_cursor` when it was given out for the records of another account */
export const unsealed = (accountId: string, given: string): string => {
  const [cursor = '', seal, more] = given.split('.')
  if (seal === sealOf(accountId, cursor) && more === undefined) return cursor
  throw new Problem('invalid_cursor', 'The cursor does not belong to this list of this account.')
}

/**
 * Binds every cursor to the account whose records it goes through, and adds `Link: <...>; rel="next"` to every page that
 * has a next one.
 */
export const linkPages = (app: FastifyInstance): void => {
  app.addHook('preHandler', async ({ ctx, query }) => {
    const given = query as { cursor?: string } | undefined
    if (given?.cursor !== undefined) given.cursor = unsealed(ctx.accountId, given.cursor)
  })
  app.addHook('preSerialization', async (request, reply, payload) => {
    const { nextCursor: cursor } = (payload ?? {}) as { nextCursor?: unknown }
    if (typeof cursor !== 'string') return payload
    const nextCursor = sealed(request.ctx.accountId, cursor)
    const { path, query } = targetOf(request)
    const parameters = new URLSearchParams(query)
    parameters.set('cursor', nextCursor)
    const others = [reply.getHeader('link') ?? []].flat()
    reply.header('link', [...others, `<${path}?${parameters}>; rel="next"`].join(', '))
    return { ...(payload as object), nextCursor }
  })
}
