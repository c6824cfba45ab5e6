import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Account, AccountPatch, AccountWithKey, NewAccount } from './schemas.ts'
import { createAccount, getOwnAccount, updateOwnAccount } from './service.ts'

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

/** For everybody. */
export const ownAccountRoutes = async (app: App) => {
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
}
