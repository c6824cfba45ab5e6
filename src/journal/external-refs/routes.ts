import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone } from '../../platform/schemas.ts'
import { Application, CreatedApplication } from '../applications/schemas.ts'
import { ApplicationUpsert, ExternalRefParams } from './schemas.ts'
import { getApplicationByRef, removeApplicationByRef, upsertApplication } from './service.ts'

const tag = 'Applications'
const path = '/v1/applications/by-external-ref/:source/:id'

export const externalRefRoutes = async (app: App) => {
  app.put(
    path,
    operation({
      operationId: 'upsertApplication',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Record or change an application by its external id',
      description:
        'For integrations: makes the application that another system knows by this id, or changes it. What the body leaves out stays as it is, null clears.',
      params: ExternalRefParams,
      upserts: true,
      body: ApplicationUpsert,
      answers: { 200: Application, 201: CreatedApplication },
      problems: ['day_ahead', 'precondition_failed'],
    }),
    async (request, reply) => {
      const { ctx, params, body } = request
      const { application, created } = await upsertApplication(ctx, params, body, preconditionOf(request))
      if (created) reply.code(201).header('location', `/v1/applications/${application.id}`)
      return application
    },
  )

  app.get(
    path,
    operation({
      operationId: 'getApplicationByExternalRef',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'Read an application by its external id',
      description: 'The application that another system knows by this id.',
      params: ExternalRefParams,
      answers: { 200: Application },
    }),
    (request) => getApplicationByRef(request.ctx, request.params),
  )

  app.delete(
    path,
    operation({
      operationId: 'deleteApplicationByExternalRef',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Remove an application by its external id',
      description: 'As removing it by its own id.',
      params: ExternalRefParams,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeApplicationByRef(request.ctx, request.params, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
