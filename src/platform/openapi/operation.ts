import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { Problem, type ProblemCode, problems } from '../../problems.ts'
import type { Deprecation } from '../http/deprecations.ts'
import type { Consent, Scope } from '../scopes.ts'
import { ProblemDocument } from './problem-document.ts'

type File = { content: Record<string, { schema: z.ZodType }> }
type Answers = { [Status in 200 | 201 | 202 | 204]?: z.ZodType | File }
type Bodies = Record<string, z.ZodType>

/** An answer that is a file to keep, of one media type. */
export const fileOf = (type: string, schema: z.ZodType): File => ({ content: { [type]: { schema } } })

/** An answer in JSON, or in another media type where the client asks for that. */
export const orFile = (json: z.ZodType, type: string, schema: z.ZodType): File => ({
  content: { 'application/json': { schema: json }, [type]: { schema } },
})

/** An answer in JSON, or as a page to read. */
export const orPage = (json: z.ZodType): File => orFile(json, 'text/html', z.string())

type Description<Params, Query, Body, Many extends Bodies, Answer extends Answers> = {
  operationId: string
  tag: string
  summary: string
  description: string
  /** Absent on operations that need no key. */
  scope?: Scope
  /** What a client has to consent to before a coach may do it in their account; never unless stated. */
  coach?: Consent | readonly Consent[] | 'never'
  /** Another consent that does as well, for what the coach made there. */
  coachOr?: Consent
  /** How the caller is known; a key unless stated. */
  credential?: 'key' | 'operator' | 'none'
  params?: Params
  /** What the path names is made when it is not there. */
  upserts?: true
  query?: Query
  body?: Body
  /** By media type, where there is more than one. */
  bodies?: Many
  answers: Answer
  /** Whether it answers with a file to keep. */
  file?: true
  /** Whether it is answered with an `ETag`, though its answer is no record. */
  conditional?: true
  /** Nothing of it is kept, not even its answer under an `Idempotency-Key`: a `POST` that changes nothing. */
  keepsNothing?: true
  problems?: readonly ProblemCode[]
  /** Still answered, and not to be used by anything new. */
  deprecated?: Deprecation
}

/** The refusals that a body can meet before its schema is looked at. */
export const OF_BODIES: readonly ProblemCode[] = [
  'malformed_json',
  'payload_too_large',
  'unsupported_media_type',
]

/** Problem answers by status, each naming the codes that it may carry. */
const problemAnswers = (codes: readonly ProblemCode[]) => {
  const byStatus = Map.groupBy(new Set(codes), (code) => problems[code][0])
  const answers = [...byStatus].map(([status, group]) => {
    const description = group.map((code) => `\`${code}\`: ${problems[code][1]}.`).join(' ')
    return [status, { description, content: { 'application/problem+json': { schema: ProblemDocument } } }]
  })
  return Object.fromEntries(answers)
}

/** The refusals that an operation of its kind can meet, and those that it names itself. */
const refusalsOf = (o: Description<unknown, unknown, unknown, Bodies, Answers>): ProblemCode[] => {
  const codes: ProblemCode[] = ['invalid_request', ...(o.problems ?? [])]
  if (o.credential !== 'none') codes.push('unauthenticated', 'rate_limited', 'unavailable')
  if (guardedByKey(o)) codes.push('not_found')
  if (o.scope) codes.push('insufficient_scope')
  if (o.params) codes.push('uri_too_long')
  if (o.params && !o.upserts) codes.push('not_found')
  if (o.body || o.bodies) codes.push(...OF_BODIES)
  return codes
}

const guardedByKey = ({ credential = 'key' }: { credential?: 'key' | 'operator' | 'none' }) =>
  credential === 'key'

const consentsOf = (
  coach: Description<unknown, unknown, unknown, Bodies, Answers>['coach'],
): readonly Consent[] => (coach === undefined || coach === 'never' ? [] : [coach].flat())

const saidOfCoach = (o: Description<unknown, unknown, unknown, Bodies, Answers>) => ({
  'x-coach-scopes': consentsOf(o.coach),
  ...(o.coachOr && { 'x-coach-scopes-or': o.coachOr }),
  'x-scope': o.scope,
})

const byMedia = (bodies: Bodies) => ({
  content: Object.fromEntries(Object.entries(bodies).map(([type, schema]) => [type, { schema }])),
})

/** @NOTE Fastify looks for the schema of a body by its media type: one that is not there has neither. */
const demandBody = async ({ body }: { body: unknown }) => {
  if (body !== undefined) return
  const errors = [{ pointer: '', detail: 'A body is needed', code: 'required' }]
  throw new Problem('invalid_request', 'The body does not fit the contract.', { errors })
}

/** What is sent where nothing is asked for was meant for something: it is not passed over. An empty object is nothing. */
const refuseBody = async ({ body }: { body: unknown }) => {
  if (body === undefined || isDeepStrictEqual(body, {})) return
  const errors = [{ pointer: '', detail: 'No body is taken here', code: 'invalid_value' }]
  throw new Problem('invalid_request', 'The body does not fit the contract.', { errors })
}

/** Everything that one route declares of itself: the contract, and the scope that it needs. */
export const operation = <
  Params extends z.ZodType = z.ZodObject<Record<never, never>>,
  Query extends z.ZodType = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  const Many extends Bodies = Record<never, never>,
  const Answer extends Answers = Answers,
>(
  o: Description<Params, Query, Body, Many, Answer>,
) => {
  const credential = o.credential ?? 'key'
  const body = o.bodies ? byMedia(o.bodies) : o.body
  const coach = consentsOf(o.coach)
  return {
    config: {
      operationId: o.operationId,
      coach,
      coachOr: o.coachOr,
      ...(o.scope && { scope: o.scope }),
      ...(o.keepsNothing && { keepsNothing: true as const }),
      ...(o.deprecated && { deprecated: o.deprecated }),
    },
    ...(o.body ? {} : { preValidation: o.bodies ? demandBody : refuseBody }),
    schema: {
      operationId: o.operationId,
      tags: [o.tag],
      summary: o.summary,
      description: o.scope ? `${o.description}\n\nNeeds the scope \`${o.scope}\`.` : o.description,
      security:
        credential === 'none' ? [] : credential === 'operator' ? [{ operatorKey: [] }] : [{ apiKey: [] }],
      ...(credential === 'key' && saidOfCoach(o)),
      ...(o.file && { 'x-file': true }),
      ...(o.conditional && { 'x-conditional': true }),
      ...(o.keepsNothing && { 'x-keeps-nothing': true }),
      ...(o.deprecated && { deprecated: true, 'x-sunset': o.deprecated.sunset }),
      ...((o.params ? { params: o.params } : {}) as { params: Params }),
      querystring: (o.query ?? z.strictObject({})) as Query,
      ...((body ? { body } : {}) as {
        body: Many extends Record<string, never> ? Body : z.ZodType<z.output<Many[keyof Many]>>
      }),
      response: { ...problemAnswers(refusalsOf(o)), ...o.answers } as Answer,
    },
  }
}
