import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import { Outcome, OutcomeFields } from './schemas.ts'
import { getOutcome, putOutcome, removeOutcome } from './service.ts'

const tag = 'Outcomes'
const path = '/v1/applications/:id/outcome'

export const outcomeRoutes = async (app: App) => {
  app.put(
    path,
    operation({
      operationId: 'putOutcome',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Record or correct an outcome',
      description:
        'Takes the place of what was recorded before: what is left out is cleared, and stays in the timeline. Answers with a reading: what this ending says, and what it does not say.',
      params: IdParams,
      body: OutcomeFields,
      answers: { 200: Outcome, 201: Outcome },
      problems: ['day_ahead', 'precondition_failed', 'reason_unknown'],
    }),
    async (request, reply) => {
      const { id } = request.params
      const { outcome, created } = await putOutcome(request.ctx, id, request.body, preconditionOf(request))
      if (created) reply.code(201).header('location', `/v1/applications/${id}/outcome`)
      return outcome
    },
  )

  app.get(
    path,
    operation({
      operationId: 'getOutcome',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'Read an outcome',
      description: 'With its reading, as the records stand today.',
      params: IdParams,
      answers: { 200: Outcome },
    }),
    (request) => getOutcome(request.ctx, request.params.id),
  )

  app.delete(
    path,
    operation({
      operationId: 'deleteOutcome',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Retract an outcome',
      description: 'The application is open again. Interviews, offer and reflections stay.',
      params: IdParams,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeOutcome(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
