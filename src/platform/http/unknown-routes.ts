import type { FastifyInstance, FastifyRequest } from 'fastify'
import findMyWay from 'find-my-way'
import { Problem } from '../../problems.ts'
import { targetOf } from './requests.ts'

const nothing = () => {}

/**
 * Answers 405 with Allow where the path is known and the method is not, and 404 where nothing stands for an id; call
 * before the routes are made.
 *
 * @NOTE A router of paths alone: a route for each method that a path lacks would take a third of what the start takes.
 */
export const refuseOtherMethods = (app: FastifyInstance, maxParamLength: number): void => {
  const known = new Map<string, Set<string>>()
  const paths = findMyWay({ maxParamLength })
  app.addHook('onRoute', ({ url, method }) => {
    const methods = known.get(url) ?? new Set<string>()
    for (const each of [method].flat()) methods.add(each)
    if (!known.has(url)) paths.on('GET', url, nothing, methods)
    known.set(url, methods)
  })
  app.addHook('onRequest', async (request, reply) => {
    const found = paths.find('GET', request.url)
    if (!found) return
    if (Object.values(found.params).includes('')) return request.is404 ? undefined : reply.callNotFound()
    const methods: Set<string> = found.store
    if (methods.has(request.method)) return
    const headers = { allow: [...methods].sort().join(', ') }
    throw new Problem('method_not_allowed', `${request.method} is not offered here.`, { headers })
  })
}

const EMPTY_PART = /\/(\/|$)/

/** Answers every path that is no route. */
export const refuseUnknownRoute = (request: Pick<FastifyRequest, 'url'>): never => {
  const hint = EMPTY_PART.test(targetOf(request).path)
    ? 'A part of its path is empty: an id is missing, or there is a slash too many.'
    : 'What is served, /docs explains.'
  throw new Problem('route_not_found', `Nothing is served at this address. ${hint}`)
}
