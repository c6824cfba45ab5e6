import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone } from '../../platform/schemas.ts'
import { Erasure } from './schemas.ts'
import { eraseOwnAccount, type Farewell } from './service.ts'

export const erasureRoutes = (farewell: Farewell) => async (app: App) => {
  app.delete(
    '/v1/me',
    operation({
      operationId: 'eraseMe',
      tag: 'Accounts',
      scope: 'account:manage',
      summary: 'Erase your own account',
      description:
        'Everything goes: the journal, its keys, its events, answers kept for retries, those given to others that name it too. Nothing can be brought back; export first.',
      body: Erasure,
      answers: { 204: Gone },
      problems: ['erasure_not_confirmed', 'precondition_failed'],
    }),
    async (request, reply) => {
      await eraseOwnAccount(request.ctx, request.body, preconditionOf(request), farewell)
      return reply.code(204).send(null)
    },
  )
}
