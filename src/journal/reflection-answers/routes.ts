import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import { Reflection } from '../reflections/schemas.ts'
import { AnswerParams, AnswerPatch, NewAnswer, NewSkip } from './schemas.ts'
import { answerReflection, completeReflection, removeAnswer, skipStep, updateAnswer } from './service.ts'

const tag = 'Reflections'
const params = IdParams

export const reflectionAnswerRoutes = async (app: App) => {
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
        'Or set the wording aside as a fact, with `selfTalkDismissed`. In a reflection that was completed, too. `If-Match` goes by the reflection.',
      params: AnswerParams,
      body: AnswerPatch,
      answers: { 200: Reflection },
      problems: ['precondition_failed'],
    }),
    (request) => {
      const { id, answerId } = request.params
      return updateAnswer(request.ctx, id, answerId, request.body, preconditionOf(request))
    },
  )

  app.delete(
    '/v1/reflections/:id/answers/:answerId',
    operation({
      operationId: 'deleteAnswer',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Take an answer back',
      description:
        'Unless a later answer follows on it. A plan that came out of it stays. `If-Match` goes by the reflection.',
      params: AnswerParams,
      answers: { 204: Gone },
      problems: ['precondition_failed', 'reflection_out_of_order', 'reflection_incomplete'],
    }),
    async (request, reply) => {
      const { id, answerId } = request.params
      await removeAnswer(request.ctx, id, answerId, preconditionOf(request))
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
