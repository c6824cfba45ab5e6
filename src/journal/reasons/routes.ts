import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import { NewReason, OwnReason, ReasonList, ReasonPatch } from './schemas.ts'
import { createReason, getReason, listReasons, removeReason, updateReason } from './service.ts'

const tag = 'Reasons'
const params = IdParams

export const reasonRoutes = async (app: App) => {
  app.get(
    '/v1/reasons',
    operation({
      operationId: 'listReasons',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'Read the catalogue of reasons',
      description:
        'The whole catalogue and then the reasons of your own, in one answer. What the catalogue says follows `Accept-Language`.',
      answers: { 200: ReasonList },
    }),
    (request) => listReasons(request.ctx),
  )

  app.post(
    '/v1/reasons',
    operation({
      operationId: 'createReason',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Add a reason of your own',
      description:
        'For what the catalogue has no word for. Outcomes name it by its code and count it by its group; both stay as they are. An account has room for 200.',
      body: NewReason,
      answers: { 201: OwnReason },
      problems: ['reason_limit_reached'],
    }),
    async (request, reply) => {
      const reason = await createReason(request.ctx, request.body)
      reply.code(201).header('location', `/v1/reasons/${reason.id}`)
      return reason
    },
  )

  app.get(
    '/v1/reasons/:id',
    operation({
      operationId: 'getReason',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'Read a reason of your own',
      description: 'Those of the catalogue have no id: the list holds them whole.',
      params,
      answers: { 200: OwnReason },
    }),
    (request) => getReason(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/reasons/:id',
    operation({
      operationId: 'updateReason',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Change a reason of your own',
      description:
        'A JSON Merge Patch of its words. The code stays under another title, and the group stays as it decides the attribution of what was recorded.',
      params,
      body: ReasonPatch,
      answers: { 200: OwnReason },
      problems: ['precondition_failed'],
    }),
    (request) => updateReason(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/reasons/:id',
    operation({
      operationId: 'deleteReason',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Remove a reason of your own',
      description: 'Only while no outcome names it.',
      params,
      answers: { 204: Gone },
      problems: ['precondition_failed', 'reason_in_use'],
    }),
    async (request, reply) => {
      await removeReason(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
