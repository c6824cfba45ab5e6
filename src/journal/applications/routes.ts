import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import {
  Application,
  ApplicationPage,
  ApplicationPatch,
  ApplicationQuery,
  CreatedApplication,
  NewApplication,
} from './schemas.ts'
import {
  createApplication,
  listApplications,
  readApplication,
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
      coach: 'never',
      summary: 'Record an application',
      description:
        'Give the company, the role title, or both. Without `appliedOn` it counts as saved for later. What looks like it is named in `possibleDuplicates`, and nothing is refused for it.',
      body: NewApplication,
      answers: { 201: CreatedApplication },
      problems: ['day_ahead', 'external_ref_taken'],
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
      coach: 'journal:read',
      summary: 'List applications',
      description:
        'Newest first unless `sort` says otherwise. What changes while you page may be met twice, or not at all, when it is sorted by what changed.',
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
      coach: 'journal:read',
      summary: 'Read an application',
      description: 'With its stage and status, computed from the records.',
      params: IdParams,
      answers: { 200: Application },
    }),
    (request) => readApplication(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/applications/:id',
    operation({
      operationId: 'updateApplication',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Change an application',
      description: 'A JSON Merge Patch. Stage and status follow from the records and cannot be set.',
      params: IdParams,
      body: ApplicationPatch,
      answers: { 200: Application },
      problems: ['day_ahead', 'external_ref_taken', 'precondition_failed'],
    }),
    (request) => updateApplication(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/applications/:id',
    operation({
      operationId: 'deleteApplication',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Remove an application',
      description:
        'Takes its interviews, questions, offer, outcome and reflections with it, and all notes and assignments about any of them. `application.deleted` tells of all that. Plans stay.',
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
