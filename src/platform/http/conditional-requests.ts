import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../../problems.ts'
import { isRead } from './methods.ts'

/** What the client demands of the record's version before a write. */
export type Precondition = { versions: number[] | 'any' | undefined; absent: boolean }

/** No demand at all: for writes that one part of the service asks of another. */
export const UNCONDITIONAL: Precondition = { versions: undefined, absent: false }

/** An `ETag`, or a version in its place: lists tell no more. */
const TAG = /^"(\d+)(?:-[\w-]+)?"$/

/** Reads `If-Match` and `If-None-Match: *` of a write. */
export const preconditionOf = (request: FastifyRequest): Precondition => {
  const given = request.headers['if-match']?.trim()
  const absent = request.headers['if-none-match']?.trim() === '*'
  if (given === undefined) return { versions: undefined, absent }
  if (given === '*') return { versions: 'any', absent }
  return {
    versions: given
      .split(',')
      .flatMap((tag) => TAG.exec(tag.trim())?.[1] ?? [])
      .map(Number),
    absent,
  }
}

/**
 * Holds a write back when the record is not at a version that the client has seen.
 * @throws Problem `precondition_failed`
 */
export const demand = (precondition: Precondition, current: { version: number } | undefined): void => {
  const { versions, absent } = precondition
  if (absent && current) throw new Problem('precondition_failed', 'The record exists already.')
  const matches = versions === 'any' || (current && versions?.includes(current.version))
  if (versions === undefined || (current && matches)) return
  if (current && versions.length === 0)
    throw new Problem('precondition_failed', 'If-Match holds no ETag, and no version in double quotes.')
  throw new Problem('precondition_failed', 'The record is not at the ETag or version named in If-Match.')
}

const versionOf = (payload: unknown) => (payload as { version?: unknown } | null)?.version

/**
 * Gives every single record an ETag and answers reads of an unchanged one with 304.
 *
 * @NOTE The tag is `"<version>-<digest of the answer>"`. Writes compare the version alone; reads compare the whole, as
 * an answer also holds members computed from other records and from the time of day.
 */
export const answerConditionally = (app: FastifyInstance): void => {
  app.addHook('preSerialization', async (_request, reply, payload) => {
    const version = versionOf(payload)
    if (typeof version === 'number') reply.recordVersion = version
    return payload
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.recordVersion === undefined || typeof payload !== 'string') {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      return payload
    }
    const etag = `"${reply.recordVersion}-${createHash('sha1').update(payload).digest('base64url').slice(0, 16)}"`
    reply.headers({ etag, 'cache-control': 'private, no-cache' })
    return isUnchanged(request, reply, etag) ? notModified(reply) : payload
  })
}

/** Whether the client has this state of what it reads already. */
export const isUnchanged = (request: FastifyRequest, reply: FastifyReply, etag: string) => {
  if (reply.statusCode !== 200 || !isRead(request)) return false
  const tags = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes(etag) || tags.includes('*')
}

/**
 * Makes an answer one without a body: what the client has will do.
 *
 * @NOTE The length would have to be that of the answer held back (RFC 9110, 8.6). Fastify tells one of 0 of an empty
 * text, and to a HEAD of nothing too; of a stream it tells none.
 */
export const notModified = (reply: FastifyReply): Readable => {
  reply.code(304).removeHeader('content-type').removeHeader('content-length')
  return Readable.from([])
}
