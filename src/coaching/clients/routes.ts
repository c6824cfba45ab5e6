import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import {
  CoachingClient,
  CoachingClientPage,
  CoachingClientQuery,
  Cohort,
  CoachingClientParams as params,
} from './schemas.ts'
import { getClient, getCohort, listClients } from './service.ts'

const tag = 'Coaching'
const scope = 'coaching:read'
const coach = 'never'

export const clientRoutes = async (app: App) => {
  app.get(
    '/v1/clients',
    operation({
      operationId: 'listClients',
      tag,
      scope,
      coach,
      summary: 'List your clients',
      description:
        'Those whose engagement is active, with figures and with what may be worth a word, as far as each of them lets you see. With `status=paused`, those who paused it. Each read of figures stands in the log of the client.',
      query: CoachingClientQuery,
      answers: { 200: CoachingClientPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listClients(request.ctx, request.query),
  )

  app.get(
    '/v1/clients/summary',
    operation({
      operationId: 'getCohort',
      tag,
      scope,
      coach,
      summary: 'Read all your clients together',
      description:
        'In counts alone, of those who let the journal be read. Each read stands in the log of these clients.',
      answers: { 200: Cohort },
    }),
    (request) => getCohort(request.ctx),
  )

  app.get(
    '/v1/clients/:accountId',
    operation({
      operationId: 'getClient',
      tag,
      scope,
      coach,
      summary: 'Read one client',
      description: 'As the list has it, while the engagement is active.',
      params,
      answers: { 200: CoachingClient },
    }),
    (request) => getClient(request.ctx, request.params.accountId),
  )
}
