import { randomUUIDv7 } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyBaseLogger } from 'fastify'
import { Problem, type ProblemCode, problems } from '../../problems.ts'
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
    const problem = new Problem(code, `${problems[code][1]}.`)
    const body = JSON.stringify(problemBody(problem, publicUrl, requestId, '/'))
    const [status] = problems[code]
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
