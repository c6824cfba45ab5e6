import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { NewAccount } from '../accounts/schemas.ts'
import { AccountWithKey } from './schemas.ts'
import { createAccount } from './service.ts'

/** For the operator. */
export const openingRoutes = async (app: App) => {
  app.post(
    '/v1/accounts',
    operation({
      operationId: 'createAccount',
      tag: 'Accounts',
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
