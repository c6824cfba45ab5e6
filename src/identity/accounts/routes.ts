import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Account, AccountPatch } from './schemas.ts'
import { getOwnAccount, updateOwnAccount } from './service.ts'

const tag = 'Accounts'

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
