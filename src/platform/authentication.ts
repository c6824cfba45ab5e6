import { hash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Actor, Context, Settings } from '../context.ts'
import { invalidToken, Problem } from '../problems.ts'
import { actingFor, clientIn, deedOf, type GrantOf, recordOf, scopeFor } from './acting.ts'
import type { PooledDb } from './database/pool.ts'
import type { App } from './http/types.ts'
import type { Admit } from './limits/callers.ts'
import { demandScope } from './scopes.ts'

type AccountActor = Extract<Actor, { kind: 'account' }>
type Ground = { db: PooledDb; clock: () => Date; settings: Settings }
/** Finds out whose credential this is; undefined when it is not a live one. */
export type Authenticate = (ctx: Context, credential: string) => Promise<AccountActor | undefined>
type Routes = (app: App) => Promise<void>

const bearerOf = (request: FastifyRequest): string => {
  const [, credential] = /^Bearer +([\x21-\x7e]+)$/i.exec(request.headers.authorization ?? '') ?? []
  if (credential) return credential
  throw new Problem('unauthenticated', 'Send a credential in the Authorization header, as Bearer.', {
    headers: { 'www-authenticate': 'Bearer realm="afterview"' },
  })
}

const refuseKey = (): never => {
  throw invalidToken('The key is unknown, expired or removed.')
}

const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/

/** Known by a key or, where a provider vouches for people, by what looks like an access token. A key asks nobody outside. */
export const byKeyOrToken =
  (byKey: Authenticate, byToken: Authenticate | undefined): Authenticate =>
  (ctx, credential) =>
    byToken && JWT.test(credential) ? byToken(ctx, credential) : byKey(ctx, credential)

/** The context of a request, or of the process itself at its start. */
export const contextOf = (
  { db, clock, settings }: Ground,
  { log, language }: Pick<FastifyRequest, 'log' | 'language'>,
  actor: Actor,
): Context => ({
  db,
  actor,
  accountId: actor.kind === 'account' ? actor.accountId : '',
  now: clock().toISOString(),
  log,
  language,
  settings,
})

/** Whoever showed no credential yet, or needs none. */
const NOBODY: Actor = { kind: 'guest', scopes: [], expiresAt: null }

/** How a caller is known, and how often one may come. */
type Guard = { authenticate: Authenticate; admit: Admit }

/**
 * Routes that need a live key or token, and ask for what it may do themselves.
 *
 * @NOTE Of a request that is not here as a whole, the credential is asked for again once it is: one that was removed
 * meanwhile ends nothing, and makes no other.
 */
export const identified = (app: App, ground: Ground, { authenticate, admit }: Guard, routes: Routes[]) =>
  app.register(async (scope: App) => {
    const unfinished = new WeakSet<FastifyRequest>()
    const know = async (request: FastifyRequest) => {
      const ctx = contextOf(ground, request, NOBODY)
      const actor = (await authenticate(ctx, bearerOf(request))) ?? refuseKey()
      request.ctx = { ...ctx, actor, accountId: actor.accountId }
    }
    scope.addHook('onRequest', async (request, reply) => {
      await know(request)
      if (request.raw.complete === false) unfinished.add(request)
      await admit(request, reply)
    })
    scope.addHook('preValidation', async (request) => {
      if (unfinished.has(request)) await know(request)
    })
    for (const each of routes) await scope.register(each)
  })

/** Routes that need a live key or token; each names the scope it needs. What a coach may do in a client's account, `grantOf` says. */
export const authenticated = (app: App, ground: Ground, guard: Guard, grantOf: GrantOf, routes: Routes[]) =>
  identified(app, ground, guard, [
    async (scope: App) => {
      const demandOwn = async (request: FastifyRequest) =>
        demandScope(request.ctx.actor, scopeFor(deedOf(request), clientIn(request)))
      scope.addHook('onRequest', async (request, reply) => {
        reply.header('vary', 'accept-language, afterview-account')
        await demandOwn(request)
      })
      scope.addHook('preValidation', demandOwn)
      scope.addHook('preValidation', async (request) => {
        const forWhom = { clientId: clientIn(request), recordId: recordOf(request) }
        request.ctx = await actingFor(request.ctx, deedOf(request), forWhom, grantOf)
      })
      for (const each of routes) await scope.register(each)
    },
  ])

/** Routes that need no key: what their address holds tells whose records they show. */
export const withoutKey = (app: App, ground: Ground, routes: Routes[]) =>
  app.register(async (scope: App) => {
    scope.addHook('onRequest', async (request) => {
      request.ctx = contextOf(ground, request, NOBODY)
    })
    for (const each of routes) await scope.register(each)
  })

const digestOf = (key: string) => hash('sha256', key, 'buffer')

/** Routes of the operator alone, who is known by the value of OPERATOR_KEY. */
export const operatorOnly = (app: App, ground: Ground, operatorKey: string | undefined, routes: Routes[]) =>
  app.register(async (scope: App) => {
    scope.addHook('onRequest', async (request) => {
      const given = digestOf(bearerOf(request))
      if (!operatorKey || !timingSafeEqual(given, digestOf(operatorKey)))
        throw invalidToken('This takes the credential of the operator: the value of OPERATOR_KEY.')
      request.ctx = contextOf(ground, request, { kind: 'operator' })
    })
    for (const each of routes) await scope.register(each)
  })
