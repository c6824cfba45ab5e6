import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Context } from '../../context.ts'
import type { Consent, Scope } from '../scopes.ts'
import type { Deprecation } from './deprecations.ts'

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

declare module 'fastify' {
  interface FastifyRequest {
    ctx: Context
    /** The language to answer in, by `Accept-Language`. */
    language: Context['language']
  }
  interface FastifyReply {
    recordVersion: number | undefined
  }
  interface FastifyContextConfig {
    operationId?: string
    scope?: Scope
    /** What a client has to consent to before a coach may do it; empty: never. */
    coach?: readonly Consent[]
    /** Another consent that does as well, for what the coach made there. */
    coachOr?: Consent | undefined
    keepsNothing?: true
    deprecated?: Deprecation
  }
}
