import { randomUUIDv7 } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { Problem, type ProblemCode, problems } from '../../problems.ts'
import { BADLY_ENCODED } from '../faults.ts'
import { problemBody } from './error-mapper.ts'

const CODES: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}
const REASONS: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

/** Answers what never became a request, in the same form as every other refusal, and closes the connection. */
export const refuseMalformed =
  (publicUrl: string, log: () => FastifyBaseLogger) => (error: Error & { code?: string }, socket: Socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return socket.destroy()
    const code = CODES[error.code ?? ''] ?? 'malformed_request'
    const requestId = randomUUIDv7()
    const [status, title, whatToDo] = problems[code]
    const why = error.code === 'HPE_INVALID_URL' ? BADLY_ENCODED : `${title}. ${whatToDo}`
    const problem = new Problem(code, why)
    const body = JSON.stringify(problemBody(problem, publicUrl, requestId, '/'))
    log().info({ requestId, status, code }, 'refused before it was a request')
    return socket.end(
      [
        `HTTP/1.1 ${status} ${REASONS[status]}`,
        'Content-Type: application/problem+json',
        `Content-Length: ${Buffer.byteLength(body)}`,
        `X-Request-Id: ${requestId}`,
        'Cache-Control: no-store',
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    )
  }

/** Requests that Node would answer without asking anybody, or not at all. */
export const answerOddRequests = (app: FastifyInstance, publicUrl: string): void => {
  const refuse = refuseMalformed(publicUrl, () => app.log)
  // @NOTE Node has let go of this socket: a client that resets it would end the process, one that keeps it hold up the stop.
  app.server.on('connect', (_request, tunnel) => {
    const socket = tunnel as Socket
    socket.on('error', () => socket.destroy())
    refuse(new Error('No tunnel is built here'), socket)
    socket.destroySoon()
  })
  // An expectation other than 100-continue may be passed over, RFC 9110.
  app.server.on('checkExpectation', app.routing)
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.httpVersion === '1.1' && raw.headers.host === undefined)
      throw new Problem('malformed_request', 'A request in HTTP/1.1 names its Host.')
  })
}
