import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { accountErased, Problem, type ProblemCode, problems } from '../../problems.ts'
import { isHeldUp, isOfErasedAccount, isUnavailable, namesRemoved } from '../database/failures.ts'
import { BADLY_ENCODED } from '../faults.ts'
import { targetOf } from './requests.ts'

const FRAMEWORK_CODES: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_request',
  FST_ERR_MAX_PARAM_LENGTH: 'uri_too_long',
  FST_UNDER_PRESSURE: 'overloaded',
}

/** Turns whatever was thrown into the one problem that the client sees. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  if (isOfErasedAccount(error)) return accountErased(error)
  if (namesRemoved(error)) {
    return new Problem('not_found', 'A record that this names was removed in the meantime.', { cause: error })
  }
  if (isUnavailable(error)) {
    const why = isHeldUp(error)
      ? 'Another write holds what this one needs. An import of this account may be under way.'
      : 'The database did not answer in time.'
    return new Problem('unavailable', why, { cause: error })
  }
  const { code = '', statusCode = 500 } = error as Partial<FastifyError>
  const known = FRAMEWORK_CODES[code]
  if (code === 'FST_ERR_BAD_URL') return new Problem('malformed_request', BADLY_ENCODED)
  if (known) return new Problem(known, `${problems[known][1]}. ${problems[known][2]}`)
  if (statusCode < 500) return new Problem('malformed_request', 'The request cannot be read.')
  return new Problem('internal_error', 'The request could not be completed.', { cause: error })
}

/** The body of a problem answer, RFC 9457. */
export const problemBody = (problem: Problem, publicUrl: string, requestId: string, instance: string) => {
  const [status, title] = problems[problem.code]
  const type = `${publicUrl}/docs/problems/${problem.code}`
  const { code, detail, errors, extension } = problem
  return { type, title, status, detail, instance, code, requestId, ...(errors && { errors }), ...extension }
}

/** Where credentials are missing or do not do, RFC 9728 lets a challenge say where it is written who gives out others. */
const withMetadata = (headers: Record<string, string>, resourceMetadata: string | undefined) => {
  const challenge = headers['www-authenticate']
  if (!challenge || !resourceMetadata) return headers
  return { ...headers, 'www-authenticate': `${challenge}, resource_metadata="${resourceMetadata}"` }
}

/** The one error handler: problem+json for everything, and a log line that quotes nobody. */
export const errorHandler =
  (publicUrl: string, resourceMetadata?: string) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = toProblem(error)
    const [status] = problems[problem.code]
    if (status >= 500) request.log.error({ err: problem.cause ?? error }, problem.code)
    if (status === 503) void reply.header('retry-after', '5')
    // Whoever went in the meantime is nobody, of whom no limits are told.
    if (status === 401) void reply.removeHeader('ratelimit-policy').removeHeader('ratelimit')
    return (
      reply
        .code(status)
        // @NOTE Answers to addresses that the router cannot read pass no hooks: these headers would be missing there.
        .headers({
          'x-request-id': request.id,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
          'content-language': 'en',
        })
        .headers(withMetadata(problem.headers, resourceMetadata))
        .type('application/problem+json')
        .serializer(JSON.stringify)
        .send(problemBody(problem, publicUrl, request.id, targetOf(request).path))
    )
  }
