import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import {
  AnswerParams,
  AnswerPatch,
  NewAnswer,
  NewReflection,
  NewSkip,
  Reflection,
  ReflectionPage,
  ReflectionPatch,
  ReflectionQuery,
} from './schemas.ts'
import {
  answerReflection,
  completeReflection,
  createReflection,
  getReflection,
  listReflections,
  removeAnswer,
  removeReflection,
  skipStep,
  updateAnswer,
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

  app.post(
    '/v1/reflections/:id/answers',
    operation({
      operationId: 'answerReflection',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Answer a question',
      description:
        'What went well comes first, then what did not, then what you will do differently. Each may have several answers.',
      params,
      body: NewAnswer,
      answers: { 201: Reflection },
      problems: [
        'plan_not_if_then',
        'question_not_in_subject',
        'reflection_completed',
        'reflection_out_of_order',
      ],
    }),
    async (request, reply) => {
      const { id } = request.params
      const reflection = await answerReflection(request.ctx, id, request.body)
      reply.code(201).header('location', `/v1/reflections/${id}`)
      return reflection
    },
  )

  app.patch(
    '/v1/reflections/:id/answers/:answerId',
    operation({
      operationId: 'updateAnswer',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Put the words of an answer right',
      description:
        'Or set the wording aside as a fact, with `selfTalkDismissed`. In a reflection that was completed, too.',
      params: AnswerParams,
      body: AnswerPatch,
      answers: { 200: Reflection },
    }),
    ({ ctx, params, body }) => updateAnswer(ctx, params.id, params.answerId, body),
  )

  app.delete(
    '/v1/reflections/:id/answers/:answerId',
    operation({
      operationId: 'deleteAnswer',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Take an answer back',
      description: 'Unless a later answer follows on it. A plan that came out of it stays.',
      params: AnswerParams,
      answers: { 204: Gone },
      problems: ['reflection_out_of_order', 'reflection_incomplete'],
    }),
    async (request, reply) => {
      await removeAnswer(request.ctx, request.params.id, request.params.answerId)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/v1/reflections/:id/skips',
    operation({
      operationId: 'skipReflectionStep',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Skip a question',
      description:
        'The second and the third question may be skipped. The first cannot: it is where a reflection begins.',
      params,
      body: NewSkip,
      answers: { 200: Reflection },
      problems: ['reflection_out_of_order', 'reflection_completed', 'step_not_skippable'],
    }),
    (request) => skipStep(request.ctx, request.params.id, request.body.step),
  )

  app.post(
    '/v1/reflections/:id/completion',
    operation({
      operationId: 'completeReflection',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Complete a reflection',
      description: 'When every question was answered or skipped. Completing it again changes nothing.',
      params,
      answers: { 200: Reflection },
      problems: ['reflection_incomplete'],
    }),
    (request) => completeReflection(request.ctx, request.params.id),
  )
}
