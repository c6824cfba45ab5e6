import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams as params } from '../../platform/schemas.ts'
import { NewWin, Win, WinPage, WinPatch, WinQuery } from './schemas.ts'
import { createWin, getWin, listWins, removeWin, updateWin } from './service.ts'

const tag = 'Wins'

export const winRoutes = async (app: App) => {
  app.post(
    '/v1/wins',
    operation({
      operationId: 'createWin',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Add a win',
      description: 'Something that no record shows. What the records show is a win by itself.',
      body: NewWin,
      problems: ['day_ahead'],
      answers: { 201: Win },
    }),
    async (request, reply) => {
      const win = await createWin(request.ctx, request.body)
      reply.code(201).header('location', `/v1/wins/${win.id}`)
      return win
    },
  )

  app.get(
    '/v1/wins',
    operation({
      operationId: 'listWins',
      tag,
      scope: 'journal:read',
      coach: ['journal:read', 'reflections:read', 'study:read'],
      summary: 'List wins',
      description:
        'The latest day first: what follows from the records as they stand, and what was added by hand. An interview belongs to the day on which it was recorded, or to its own where that is earlier. A way back is the first thing done on a later day than a setback was learned of, other than for the application that ended: an application sent, an interview held or booked, a study review, a plan. What comes of reflections and plans is left out for keys without `reflections:read`.',
      query: WinQuery,
      answers: { 200: WinPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listWins(request.ctx, request.query),
  )

  app.get(
    '/v1/wins/:id',
    operation({
      operationId: 'getWin',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'Read a win',
      description: 'One that was added by hand; the others are read with the records that they follow from.',
      params,
      answers: { 200: Win },
    }),
    (request) => getWin(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/wins/:id',
    operation({
      operationId: 'updateWin',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Change a win',
      description: 'A JSON Merge Patch, for one that was added by hand.',
      params,
      body: WinPatch,
      answers: { 200: Win },
      problems: ['day_ahead', 'precondition_failed'],
    }),
    (request) => updateWin(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/wins/:id',
    operation({
      operationId: 'deleteWin',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Remove a win',
      description: 'One that was added by hand. To take back another, put right the record it follows from.',
      params,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeWin(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
