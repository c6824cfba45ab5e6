import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import { NewQuestion, Question, QuestionPage, QuestionPatch, QuestionQuery } from './schemas.ts'
import { createQuestion, getQuestion, listQuestions, removeQuestion, updateQuestion } from './service.ts'

const tag = 'Questions'

export const questionRoutes = async (app: App) => {
  app.post(
    '/v1/interviews/:id/questions',
    operation({
      operationId: 'createQuestion',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Record a question',
      description:
        'What was asked in an interview, and how it was answered. One that was missed, which is any answer but `well`, leads to a study item.',
      params: IdParams,
      body: NewQuestion,
      answers: { 201: Question },
    }),
    async (request, reply) => {
      const question = await createQuestion(request.ctx, request.params.id, request.body)
      reply.code(201).header('location', `/v1/questions/${question.id}`)
      return question
    },
  )

  app.get(
    '/v1/questions',
    operation({
      operationId: 'listQuestions',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'List questions',
      description: 'Newest first. Filter by `answered` for those to study.',
      query: QuestionQuery,
      answers: { 200: QuestionPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listQuestions(request.ctx, request.query),
  )

  app.get(
    '/v1/questions/:id',
    operation({
      operationId: 'getQuestion',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'Read a question',
      description: 'What was asked, and how it was answered.',
      params: IdParams,
      answers: { 200: Question },
    }),
    (request) => getQuestion(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/questions/:id',
    operation({
      operationId: 'updateQuestion',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Change a question',
      description: 'A JSON Merge Patch.',
      params: IdParams,
      body: QuestionPatch,
      answers: { 200: Question },
      problems: ['precondition_failed'],
    }),
    (request) => updateQuestion(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/questions/:id',
    operation({
      operationId: 'deleteQuestion',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Remove a question',
      description: 'Entries of a reflection that name it stay, without the link.',
      params: IdParams,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeQuestion(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
