import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../problems.ts'

const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE'] as const

/** Collects which methods each path has; call before the routes are made. */
export const collectMethods = (app: FastifyInstance): Map<string, Set<string>> => {
  const byPath = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const methods = byPath.get(url) ?? new Set()
    for (const each of [method].flat()) methods.add(each)
    byPath.set(url, methods)
  })
  return byPath
}

/** Answers 405 with Allow where the path is known and the method is not; call after the routes are made. */
export const refuseOtherMethods = (app: FastifyInstance, byPath: Map<string, Set<string>>): void => {
  for (const [url, known] of [...byPath]) {
    const allow = [...known].sort().join(', ')
    const method = METHODS.filter((each) => !known.has(each))
    const onRequest = (request: FastifyRequest) => {
      throw new Problem('method_not_allowed', `${request.method} is not offered here.`, {
        headers: { allow },
      })
    }
    if (method.length > 0) app.route({ method, url, schema: { hide: true }, onRequest, handler: onRequest })
  }
}

/** Answers every path that is no route. */
export const refuseUnknownRoute = (): never => {
  throw new Problem('route_not_found', 'Nothing is served at this address. What is served, /docs explains.')
}
