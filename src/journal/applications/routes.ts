import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import {
  Application,
  ApplicationPage,
  ApplicationPatch,
  ApplicationQuery,
  NewApplication,
} from './schemas.ts'
import {
  createApplication,
  getApplication,
  listApplications,
  removeApplication,
  updateApplication,
} from './service.ts'

const tag = 'Applications'

export const applicationRoutes = async (app: App) => {
  app.post(
    '/v1/applications',
    operation({
      operationId: 'createApplication',
      tag,
      scope: 'journal:write',
      summary: 'Record an application',
      description:
        'Give the company, the role title, or both. Without `appliedOn` it counts as saved for later.',
      body: NewApplication,
      answers: { 201: Application },
    }),
    async (request, reply) => {
      const application = await createApplication(request.ctx, request.body)
      reply.code(201).header('location', `/v1/applications/${application.id}`)
      return application
    },
  )

  app.get(
    '/v1/applications',
    operation({
      operationId: 'listApplications',
      tag,
      scope: 'journal:read',
      summary: 'List applications',
      description: 'Newest first.',
      query: ApplicationQuery,
      answers: { 200: ApplicationPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listApplications(request.ctx, request.query),
  )

  app.get(
    '/v1/applications/:id',
    operation({
      operationId: 'getApplication',
      tag,
      scope: 'journal:read',
      summary: 'Read an application',
      description: 'With its stage and status, computed from the records.',
      params: IdParams,
      answers: { 200: Application },
    }),
    (request) => getApplication(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/applications/:id',
    operation({
      operationId: 'updateApplication',
      tag,
      scope: 'journal:write',
      summary: 'Change an application',
      description: 'A JSON Merge Patch. Stage and status follow from the records and cannot be set.',
      params: IdParams,
      body: ApplicationPatch,
      answers: { 200: Application },
      problems: ['precondition_failed'],
    }),
    (request) => updateApplication(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/applications/:id',
    operation({
      operationId: 'deleteApplication',
      tag,
      scope: 'journal:write',
      summary: 'Remove an application',
      description: 'Takes its interviews, questions, offer, outcome and reflections with it. Plans stay.',
      params: IdParams,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeApplication(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
