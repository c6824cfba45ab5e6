import { z } from 'zod'
import { type ProblemCode, problems } from '../../problems.ts'
import type { Scope } from '../scopes.ts'
import { ProblemDocument } from './problem-document.ts'

type Answers = { [Status in 200 | 201 | 202 | 204]?: z.ZodType }

type Description<Params, Query, Body, Answer extends Answers> = {
  operationId: string
  tag: string
  summary: string
  description: string
  /** Absent on operations that need no key. */
  scope?: Scope
  /** How the caller is known; a key unless stated. */
  credential?: 'key' | 'operator' | 'none'
  params?: Params
  /** What the path names is made when it is not there. */
  upserts?: true
  query?: Query
  body?: Body
  answers: Answer
  problems?: readonly ProblemCode[]
  consumes?: readonly string[]
  bodyLimit?: number
}

const BODY: readonly ProblemCode[] = ['malformed_json', 'payload_too_large', 'unsupported_media_type']

/** Problem answers by status, each naming the codes that it may carry. */
const problemAnswers = (codes: readonly ProblemCode[]) => {
  const byStatus = Map.groupBy(new Set(codes), (code) => problems[code][0])
  const answers = [...byStatus].map(([status, group]) => {
    const description = group.map((code) => `\`${code}\`: ${problems[code][1]}.`).join(' ')
    return [status, { description, content: { 'application/problem+json': { schema: ProblemDocument } } }]
  })
  return Object.fromEntries(answers)
}

/** Everything that one route declares of itself: the contract, and the scope that it needs. */
export const operation = <
  Params extends z.ZodType = z.ZodObject<Record<never, never>>,
  Query extends z.ZodType = z.ZodObject<Record<never, never>>,
  Body extends z.ZodType = z.ZodUndefined,
  const Answer extends Answers = Answers,
>(
  o: Description<Params, Query, Body, Answer>,
) => {
  const credential = o.credential ?? 'key'
  const codes: ProblemCode[] = ['invalid_request', ...(o.problems ?? [])]
  if (credential !== 'none') codes.push('unauthenticated', 'unavailable')
  if (o.scope) codes.push('insufficient_scope')
  if (o.params) codes.push('uri_too_long')
  if (o.params && !o.upserts) codes.push('not_found')
  if (o.body) codes.push(...BODY)
  return {
    config: { ...(o.scope && { scope: o.scope }) },
    ...(o.bodyLimit && { bodyLimit: o.bodyLimit }),
    schema: {
      operationId: o.operationId,
      tags: [o.tag],
      summary: o.summary,
      description: o.scope ? `${o.description}\n\nNeeds the scope \`${o.scope}\`.` : o.description,
      security:
        credential === 'none' ? [] : credential === 'operator' ? [{ operatorKey: [] }] : [{ apiKey: [] }],
      ...(o.consumes && { consumes: [...o.consumes] }),
      ...((o.params ? { params: o.params } : {}) as { params: Params }),
      querystring: (o.query ?? z.strictObject({})) as Query,
      ...((o.body ? { body: o.body } : {}) as { body: Body }),
      response: { ...problemAnswers(codes), ...o.answers } as Answer,
    },
  }
}
