import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import { NewPause, Pause, PausePage, PausePatch, PauseQuery } from './schemas.ts'
import { createPause, getPause, listPauses, removePause, updatePause } from './service.ts'

const tag = 'Pauses'
const params = IdParams

export const pauseRoutes = async (app: App) => {
  app.post(
    '/v1/pauses',
    operation({
      operationId: 'createPause',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Declare a pause',
      description:
        'A planned break from the search. It is neutral: no figure changes with it. Pauses may overlap.',
      body: NewPause,
      answers: { 201: Pause },
    }),
    async (request, reply) => {
      const pause = await createPause(request.ctx, request.body)
      reply.code(201).header('location', `/v1/pauses/${pause.id}`)
      return pause
    },
  )

  app.get(
    '/v1/pauses',
    operation({
      operationId: 'listPauses',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'List pauses',
      description: 'Newest first. Filter by `on` for whether a day is part of one.',
      query: PauseQuery,
      answers: { 200: PausePage },
      problems: ['invalid_cursor'],
    }),
    (request) => listPauses(request.ctx, request.query),
  )

  app.get(
    '/v1/pauses/:id',
    operation({
      operationId: 'getPause',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'Read a pause',
      description: 'From when to when.',
      params,
      answers: { 200: Pause },
    }),
    (request) => getPause(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/pauses/:id',
    operation({
      operationId: 'updatePause',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Change a pause',
      description: 'A JSON Merge Patch. To end an open pause, give its last day.',
      params,
      body: PausePatch,
      answers: { 200: Pause },
      problems: ['precondition_failed'],
    }),
    (request) => updatePause(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/pauses/:id',
    operation({
      operationId: 'deletePause',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Remove a pause',
      description: 'As if it had not been declared.',
      params,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removePause(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
