import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { Problem } from '../problems.ts'
import { isRead } from './http/methods.ts'
import { type Consent, holdsConsent, type Scope } from './scopes.ts'

/** What a coach is about to do in a client's account. */
export type Errand = {
  clientId: string
  operationId: string
  needs: readonly Consent[]
  /** Another consent that does as well. */
  or?: Consent | undefined
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
    { pointer: `/headers/${HEADER}`, detail: 'Must be the id of an account', code: 'invalid_format' },
  ]
  throw new Problem('invalid_request', 'The header Afterview-Account does not fit the contract.', { errors })
}

/** What somebody is about to do: an operation of the contract, at its own address or by a tool that stands for it. */
export type Deed = {
  operationId: string
  scope: Scope | undefined
  /** What a client has to consent to before a coach may do it; empty: never. */
  coach: readonly Consent[]
  /** Another consent that does as well, for what the coach made there. */
  coachOr?: Consent | undefined
  reads: boolean
}

/** What a request is about to do. */
export const deedOf = (request: FastifyRequest): Deed => {
  const { operationId = '', scope, coach = [], coachOr } = request.routeOptions.config
  return { operationId, scope, coach, coachOr, reads: isRead(request) }
}

/** The client that the header `Afterview-Account` names. @throws Problem `invalid_request` */
export const clientIn = ({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined => {
  const given = headers[HEADER]
  return given === undefined ? undefined : demandId(given)
}

/**
 * The scope that a deed needs of the key: that of the operation or, for a client, one for coaching.
 * @throws Problem `not_found` where no consent lets a coach do this
 */
export const scopeFor = (deed: Deed, clientId: string | undefined): Scope | undefined => {
  if (clientId === undefined) return deed.scope
  if (deed.coach.length === 0) throw nobody()
  return deed.reads ? 'coaching:read' : 'coaching:write'
}

/** The record that the path of a request names. */
export const recordOf = ({ params }: Pick<FastifyRequest, 'params'>): string | null => {
  const { id } = (params ?? {}) as { id?: string }
  return id !== undefined && UUID.test(id.toLowerCase()) ? id.toLowerCase() : null
}

type For = { clientId: string | undefined; recordId: string | null }

/**
 * The context of somebody who may act for a client: whose records it is about, and who asks. Without a client it stays
 * as it is.
 *
 * @NOTE The one place where anybody gets at records of another account. The scopes of the actor are then what the client
 * consents to, so that whatever a key of the owner's own would not show is not shown to a coach either. It is asked for
 * when the whole request is here: what comes in slowly is held against what the client says by then.
 * @throws Problem `not_found` without a live grant, as if there were no such account
 */
export const actingFor = async (
  ctx: Context,
  { operationId, coach: needs, coachOr: or }: Deed,
  { clientId, recordId }: For,
  grantOf: GrantOf,
): Promise<Context> => {
  if (clientId === undefined || ctx.actor.kind !== 'account') return ctx
  const consents = await grantOf(ctx, { clientId, operationId, needs, or, recordId })
  if (!consents) throw nobody()
  return { ...ctx, accountId: clientId, actor: { ...ctx.actor, scopes: consents } }
}

/** The refusal of an account that is none of the caller's clients. */
export const nobody = () => new Problem('not_found', 'There is no account with this id.')

/** Whether somebody else than the owner of the records asks: a coach, or a guest, who sees no more than a coach. */
export const asksAsCoach = ({ actor, accountId }: Pick<Context, 'actor' | 'accountId'>): boolean =>
  actor.kind === 'guest' || (actor.kind === 'account' && actor.accountId !== accountId)

/**
 * Before a record of the journal is named in a write: whether it is there is for those who may read the journal.
 * @throws Problem `not_found` for a coach who may not
 */
export const demandSight = (ctx: Pick<Context, 'actor' | 'accountId'>): void => {
  if (asksAsCoach(ctx) && !holdsConsent(ctx.actor, 'journal:read'))
    throw new Problem('not_found', 'There is no record with this id in this account.')
}
