import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { Problem } from '../problems.ts'
import type { Consent, Scope } from './scopes.ts'

/** What a coach is about to do in a client's account. */
export type Errand = {
  clientId: string
  operationId: string
  needs: readonly Consent[]
  recordId: string | null
}

/** All that the client lets this coach do now; undefined unless it holds what the errand needs. */
export type GrantOf = (ctx: Context, errand: Errand) => Promise<readonly Consent[] | undefined>

const HEADER = 'afterview-account'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const demandId = (given: string | string[]): string => {
  const id = String(given).toLowerCase()
  if (UUID.test(id)) return id
  const errors = [
    { pointer: `/headers/${HEADER}`, detail: 'Must be the id of an account', code: 'invalid_value' },
  ]
  throw new Problem('invalid_request', 'The header Afterview-Account does not fit the contract.', { errors })
}

const recordIn = (params: unknown): string | null => {
  const { id } = (params ?? {}) as { id?: string }
  return id !== undefined && UUID.test(id.toLowerCase()) ? id.toLowerCase() : null
}

/**
 * The scope that the key of a request needs: that of the operation or, with the header `Afterview-Account`, one for
 * coaching.
 * @throws Problem `not_found` where no consent lets a coach do this
 */
export const scopeFor = ({ headers, method, routeOptions }: FastifyRequest): Scope | undefined => {
  const given = headers[HEADER]
  if (given === undefined) return routeOptions.config.scope
  demandId(given)
  if (!routeOptions.config.coach?.length) throw nobody()
  return ['GET', 'HEAD'].includes(method) ? 'coaching:read' : 'coaching:write'
}

/**
 * The context of a request that may act for a client, by the header `Afterview-Account`: whose records it is about, and
 * who asks. Without the header it stays as it is.
 *
 * @NOTE The one place where anybody gets at records of another account. The scopes of the actor are then what the client
 * consents to, so that whatever a key of the owner's own would not show is not shown to a coach either. It is asked for
 * when the whole request is here: what comes in slowly is held against what the client says by then.
 * @throws Problem `not_found` without a live grant, as if there were no such account
 */
export const actingFor = async (
  request: FastifyRequest,
  ctx: Context,
  grantOf: GrantOf,
): Promise<Context> => {
  const given = request.headers[HEADER]
  if (given === undefined || ctx.actor.kind !== 'account') return ctx
  const { coach: needs = [], operationId = '' } = request.routeOptions.config
  const clientId = demandId(given)
  const consents = await grantOf(ctx, { clientId, operationId, needs, recordId: recordIn(request.params) })
  if (!consents) throw nobody()
  return { ...ctx, accountId: clientId, actor: { ...ctx.actor, scopes: consents } }
}

const nobody = () => new Problem('not_found', 'There is no account with this id.')

/** Whether somebody else than the owner of the records asks: a coach, or a guest, who sees no more than a coach. */
export const asksAsCoach = ({ actor, accountId }: Pick<Context, 'actor' | 'accountId'>): boolean =>
  actor.kind === 'guest' || (actor.kind === 'account' && actor.accountId !== accountId)
