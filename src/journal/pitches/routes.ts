import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams as params } from '../../platform/schemas.ts'
import { NewPitch, Pitch, PitchPage, PitchPatch, PitchQuery } from './schemas.ts'
import { createPitch, getPitch, listPitches, removePitch, updatePitch } from './service.ts'

const tag = 'Pitches'

export const pitchRoutes = async (app: App) => {
  app.post(
    '/v1/pitches',
    operation({
      operationId: 'createPitch',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Add a pitch',
      description:
        'One way to explain what you offer. Another way of saying it names the one before as `previousId`.',
      body: NewPitch,
      answers: { 201: Pitch },
      problems: ['not_found'],
    }),
    async (request, reply) => {
      const pitch = await createPitch(request.ctx, request.body)
      reply.code(201).header('location', `/v1/pitches/${pitch.id}`)
      return pitch
    },
  )

  app.get(
    '/v1/pitches',
    operation({
      operationId: 'listPitches',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'List pitches',
      description: 'Newest first.',
      query: PitchQuery,
      answers: { 200: PitchPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listPitches(request.ctx, request.query),
  )

  app.get(
    '/v1/pitches/:id',
    operation({
      operationId: 'getPitch',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'Read a pitch',
      description: 'With how often it was used, and how often it led on.',
      params,
      answers: { 200: Pitch },
    }),
    (request) => getPitch(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/pitches/:id',
    operation({
      operationId: 'updatePitch',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Change a pitch',
      description:
        'A JSON Merge Patch. The text of one that an interview names stays; add a new version instead.',
      params,
      body: PitchPatch,
      answers: { 200: Pitch },
      problems: ['pitch_in_use', 'precondition_failed'],
    }),
    (request) => updatePitch(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/pitches/:id',
    operation({
      operationId: 'deletePitch',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Remove a pitch',
      description:
        'Only one that no interview and no later version names; put the others away with `archivedAt`.',
      params,
      answers: { 204: Gone },
      problems: ['pitch_in_use', 'precondition_failed'],
    }),
    async (request, reply) => {
      await removePitch(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
