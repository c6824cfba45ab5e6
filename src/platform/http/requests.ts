import { randomUUIDv7 } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyBodyParser, FastifyInstance, FastifyServerOptions } from 'fastify'
import type { Context } from '../../context.ts'
import { Problem } from '../../problems.ts'

const REQUEST_ID = /^[A-Za-z0-9._-]{1,128}$/
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/

/** The client's own `X-Request-Id` when it is well-formed, else a new one. */
export const requestId = (raw: IncomingMessage | { headers: IncomingMessage['headers'] }): string => {
  const given = raw.headers['x-request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUIDv7()
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

const parseJson: FastifyBodyParser<string> = (_request, text, done) => {
  if (text === '') return done(null, undefined)
  try {
    const value = JSON.parse(text, (key, member) => {
      if (key === '__proto__') throw new Error('refused')
      return member
    })
    done(null, value)
  } catch {
    done(new Problem('malformed_json', 'The body is not one well-formed JSON document.'))
  }
}

/** Bodies: JSON alone, and for PATCH as a merge patch too. An empty one counts as none, which DELETE may well send. */
export const acceptJson = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, parseJson)
  app.addContentTypeParser<string>(
    'application/merge-patch+json',
    { parseAs: 'string' },
    (request, text, done) =>
      request.method === 'PATCH'
        ? parseJson(request, text, done)
        : done(new Problem('unsupported_media_type', 'A merge patch goes with PATCH alone.')),
  )
}

const MEBIBYTE = 1_048_576

/**
 * Bodies in this part of the service: whole files. JSON of up to 50 MiB, and CSV of up to 10 MiB in UTF-8, UTF-16 with a
 * byte order mark, or else Windows-1252.
 */
export const acceptFiles = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: 50 * MEBIBYTE }, parseJson)
  app.addContentTypeParser(
    'text/csv',
    { parseAs: 'buffer', bodyLimit: 10 * MEBIBYTE },
    async (_request: unknown, bytes: Buffer) => decode(bytes),
  )
}

const decode = (bytes: Buffer): string => {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') {
    return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes)
  }
  const text = new TextDecoder('utf-8').decode(bytes)
  return text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text
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
