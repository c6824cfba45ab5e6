import { randomUUIDv7 } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type { Context } from '../../context.ts'

const REQUEST_ID = /^[A-Za-z0-9._-]{1,128}$/
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/

/** The client's own `X-Request-Id` when it is well-formed, else a new one. */
export const requestId = (raw: Pick<IncomingMessage, 'headers'>): string => {
  const given = raw.headers['x-request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUIDv7()
}

/** The path that was asked for, and its query. The host of an absolute target, RFC 9112 section 3.2.2, is no part of it. */
export const targetOf = ({ url }: { url: string }): { path: string; query: string } => {
  const target = url.replace(/^https?:\/\/[^/?]*/i, '')
  const [path = ''] = target.split('?', 1)
  return { path: path || '/', query: target.slice(path.length + 1) }
}

/** Log lines of a request that came with a W3C `traceparent` carry its trace id. */
export const traceLogger: NonNullable<FastifyServerOptions['childLoggerFactory']> = (
  log,
  bindings,
  options,
  raw,
) => {
  const [, traceId] = TRACEPARENT.exec(String(raw.headers.traceparent ?? '')) ?? []
  return log.child({ ...bindings, ...(traceId && { traceId }) }, options)
}

/** Headers that every answer carries. */
export const answerHeaders = (
  app: FastifyInstance,
  languageOf: (header: string | undefined) => Context['language'],
): void => {
  app.addHook('onRequest', async (request, reply) => {
    request.language = languageOf(request.headers['accept-language'])
    reply.headers({
      'x-request-id': request.id,
      'content-language': request.language,
      vary: 'accept-language',
      'x-content-type-options': 'nosniff',
    })
  })
}

/** An answer given while the service stops is the last on its connection: a kept one would hold up the end. */
export const endConnectionsAtStop = (app: FastifyInstance): void => {
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.addHook('onSend', async (_request, reply, payload) => {
    if (stopping) reply.header('connection', 'close')
    return payload
  })
}
