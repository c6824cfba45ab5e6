import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import { Interview, InterviewPage, InterviewPatch, InterviewQuery, NewInterview } from './schemas.ts'
import {
  createInterview,
  getInterview,
  listInterviews,
  listInterviewsOfApplication,
  removeInterview,
  updateInterview,
} from './service.ts'

const tag = 'Interviews'

export const interviewRoutes = async (app: App) => {
  app.post(
    '/v1/applications/:id/interviews',
    operation({
      operationId: 'createInterview',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Record an interview',
      description: 'One round of an application, ahead or behind.',
      params: IdParams,
      body: NewInterview,
      answers: { 201: Interview },
      problems: ['day_ahead'],
    }),
    async (request, reply) => {
      const interview = await createInterview(request.ctx, request.params.id, request.body)
      reply.code(201).header('location', `/v1/interviews/${interview.id}`)
      return interview
    },
  )

  app.get(
    '/v1/applications/:id/interviews',
    operation({
      operationId: 'listApplicationInterviews',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'List the interviews of an application',
      description: 'Newest record first.',
      params: IdParams,
      query: InterviewQuery,
      answers: { 200: InterviewPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listInterviewsOfApplication(request.ctx, request.params.id, request.query),
  )

  app.get(
    '/v1/interviews',
    operation({
      operationId: 'listInterviews',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'List interviews',
      description: 'Of all applications, newest record first.',
      query: InterviewQuery,
      answers: { 200: InterviewPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listInterviews(request.ctx, request.query),
  )

  app.get(
    '/v1/interviews/:id',
    operation({
      operationId: 'getInterview',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'Read an interview',
      description: 'One round.',
      params: IdParams,
      answers: { 200: Interview },
    }),
    (request) => getInterview(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/interviews/:id',
    operation({
      operationId: 'updateInterview',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Change an interview',
      description: 'A JSON Merge Patch.',
      params: IdParams,
      body: InterviewPatch,
      answers: { 200: Interview },
      problems: ['day_ahead', 'precondition_failed'],
    }),
    (request) => updateInterview(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/interviews/:id',
    operation({
      operationId: 'deleteInterview',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Remove an interview',
      description:
        'Takes its questions and reflections with it, and all notes and assignments about it. `interview.deleted` tells of all that. Plans stay.',
      params: IdParams,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeInterview(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
