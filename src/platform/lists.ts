import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../problems.ts'

/** Which page of a list is asked for: the records after `before`, newest first. */
export type Page = { limit: number; before: string | undefined }

type Query = { limit: number; cursor?: string | undefined; [filter: string]: unknown }

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const fingerprint = (path: string, { limit: _, cursor: __, ...filters }: Query) =>
  createHash('sha256')
    .update(JSON.stringify([path, Object.entries(filters).sort()]))
    .digest('base64url')
    .slice(0, 12)

/**
 * Reads the page out of a list's query.
 * @throws Problem `invalid_cursor` when the cursor is none of ours, or belongs to other filters
 */
export const pageOf = (path: string, query: Query): Page => {
  if (query.cursor === undefined) return { limit: query.limit, before: undefined }
  const [print, before = ''] = Buffer.from(query.cursor, 'base64url').toString().split('.')
  if (print === fingerprint(path, query) && ID.test(before)) return { limit: query.limit, before }
  throw new Problem('invalid_cursor', 'The cursor does not belong to this list with these filters.')
}

/** Wraps rows into a page; the store was asked for one more than `limit`, which tells whether there is a next. */
export const toPage = <Row extends { id: string }>(path: string, query: Query, rows: Row[]) => {
  const data = rows.slice(0, query.limit)
  const last = data.at(-1)
  if (rows.length <= query.limit || !last) return { data }
  return { data, nextCursor: Buffer.from(`${fingerprint(path, query)}.${last.id}`).toString('base64url') }
}

/** Adds `Link: <...>; rel="next"` to every page that has a next one. */
export const linkPages = (app: FastifyInstance): void => {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const { nextCursor } = (payload ?? {}) as { nextCursor?: unknown }
    if (typeof nextCursor !== 'string') return payload
    const [path = '', query] = request.url.split('?')
    const parameters = new URLSearchParams(query)
    parameters.set('cursor', nextCursor)
    reply.header('link', `<${path}?${parameters}>; rel="next"`)
    return payload
  })
}
