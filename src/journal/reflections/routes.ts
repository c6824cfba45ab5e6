import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import { NewReflection, Reflection, ReflectionPage, ReflectionPatch, ReflectionQuery } from './schemas.ts'
import {
  createReflection,
  getReflection,
  listReflections,
  removeReflection,
  updateReflection,
} from './service.ts'

const tag = 'Reflections'
const params = IdParams

export const reflectionRoutes = async (app: App) => {
  app.post(
    '/v1/reflections',
    operation({
      operationId: 'createReflection',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Begin a reflection',
      description:
        'About an interview, an application, or a period that lies behind, such as a week. `nextPrompt` asks the first question.',
      body: NewReflection,
      answers: { 201: Reflection },
      problems: ['not_found', 'interview_ahead', 'period_ahead'],
    }),
    async (request, reply) => {
      const reflection = await createReflection(request.ctx, request.body)
      reply.code(201).header('location', `/v1/reflections/${reflection.id}`)
      return reflection
    },
  )

  app.get(
    '/v1/reflections',
    operation({
      operationId: 'listReflections',
      tag,
      scope: 'reflections:read',
      coach: 'reflections:read',
      summary: 'List reflections',
      description: 'Newest first. Suggestions are left to the single reads.',
      query: ReflectionQuery,
      answers: { 200: ReflectionPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listReflections(request.ctx, request.query),
  )

  app.get(
    '/v1/reflections/:id',
    operation({
      operationId: 'getReflection',
      tag,
      scope: 'reflections:read',
      coach: 'reflections:read',
      summary: 'Read a reflection',
      description: 'The answers so far, and the question that comes next.',
      params,
      answers: { 200: Reflection },
    }),
    (request) => getReflection(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/reflections/:id',
    operation({
      operationId: 'updateReflection',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Change a reflection',
      description: 'A JSON Merge Patch. Answers are added with their own operation.',
      params,
      body: ReflectionPatch,
      answers: { 200: Reflection },
      problems: ['precondition_failed'],
    }),
    (request) => updateReflection(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/reflections/:id',
    operation({
      operationId: 'deleteReflection',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Remove a reflection',
      description: 'Takes its answers with it. Plans that came out of it stay.',
      params,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeReflection(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
