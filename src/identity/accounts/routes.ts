import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone } from '../../platform/schemas.ts'
import { Account, AccountPatch, AccountWithKey, Erasure, NewAccount } from './schemas.ts'
import { createAccount, eraseOwnAccount, getOwnAccount, type Leave, updateOwnAccount } from './service.ts'

const tag = 'Accounts'

/** For the operator. */
export const accountRoutes = async (app: App) => {
  app.post(
    '/v1/accounts',
    operation({
      operationId: 'createAccount',
      tag,
      credential: 'operator',
      summary: 'Make an account',
      description: 'For the operator alone. Answers with the first key, whose secret is shown this once.',
      body: NewAccount,
      answers: { 201: AccountWithKey },
    }),
    async (request, reply) => {
      const created = await createAccount(request.ctx, request.body)
      reply.code(201).header('location', '/v1/me')
      return created
    },
  )
}

/** For everybody. `leave` clears away what an erased account left with others. */
export const ownAccountRoutes = (leave: Leave) => async (app: App) => {
  app.get(
    '/v1/me',
    operation({
      operationId: 'getMe',
      tag,
      summary: 'Read your own account',
      description: 'Any live key may ask; a good first call.',
      answers: { 200: Account },
    }),
    (request) => getOwnAccount(request.ctx),
  )

  app.patch(
    '/v1/me',
    operation({
      operationId: 'updateMe',
      tag,
      scope: 'account:manage',
      summary: 'Change your own account',
      description: 'A JSON Merge Patch. A cleared time zone or locale falls back to its default.',
      body: AccountPatch,
      answers: { 200: Account },
      problems: ['precondition_failed'],
    }),
    (request) => updateOwnAccount(request.ctx, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/me',
    operation({
      operationId: 'eraseMe',
      tag,
      scope: 'account:manage',
      summary: 'Erase your own account',
      description:
        'Everything goes: the journal, its keys, its events, answers kept for retries, those given to others that name it too. Nothing can be brought back; export first.',
      body: Erasure,
      answers: { 204: Gone },
      problems: ['erasure_not_confirmed', 'precondition_failed'],
    }),
    async (request, reply) => {
      await eraseOwnAccount(request.ctx, request.body, preconditionOf(request), leave)
      return reply.code(204).send(null)
    },
  )
}
