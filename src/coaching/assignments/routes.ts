import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { IdParams as params } from '../../platform/schemas.ts'
import { Assignment, AssignmentPage, AssignmentPatch, AssignmentQuery, NewAssignment } from './schemas.ts'
import {
  completeAssignment,
  createAssignment,
  getAssignment,
  listAssignments,
  updateAssignment,
  withdrawAssignment,
} from './service.ts'

const tag = 'Coaching'
const coach = 'assignments:write'

export const assignmentRoutes = async (app: App) => {
  app.post(
    '/v1/assignments',
    operation({
      operationId: 'createAssignment',
      tag,
      scope: 'journal:write',
      coach,
      summary: 'Make an assignment',
      description:
        'A coach makes it in the account of a client; clients may set themselves one. While it is open, it is among the next actions of the client.',
      body: NewAssignment,
      answers: { 201: Assignment },
      problems: ['not_found'],
    }),
    async (request, reply) => {
      const assignment = await createAssignment(request.ctx, request.body)
      reply.code(201).header('location', `/v1/assignments/${assignment.id}`)
      return assignment
    },
  )

  app.get(
    '/v1/assignments',
    operation({
      operationId: 'listAssignments',
      tag,
      scope: 'journal:read',
      coach,
      summary: 'List assignments',
      description:
        'A client reads all of them, also when the engagement is over; a coach those that they made for this client. Newest first.',
      query: AssignmentQuery,
      answers: { 200: AssignmentPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listAssignments(request.ctx, request.query),
  )

  app.get(
    '/v1/assignments/:id',
    operation({
      operationId: 'getAssignment',
      tag,
      scope: 'journal:read',
      coach,
      summary: 'Read an assignment',
      description: 'For the client, and for the coach who made it.',
      params,
      answers: { 200: Assignment },
    }),
    (request) => getAssignment(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/assignments/:id',
    operation({
      operationId: 'updateAssignment',
      tag,
      scope: 'journal:write',
      coach,
      summary: 'Change an assignment',
      description: 'A JSON Merge Patch, by who made it, while it is open. What it is about stays.',
      params,
      body: AssignmentPatch,
      answers: { 200: Assignment },
      problems: ['assignment_closed', 'not_the_author', 'precondition_failed'],
    }),
    (request) => updateAssignment(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.post(
    '/v1/assignments/:id/completion',
    operation({
      operationId: 'completeAssignment',
      tag,
      scope: 'journal:write',
      coach,
      summary: 'Mark an assignment as done',
      description: 'By either side. One that is done already stays as it is.',
      params,
      answers: { 200: Assignment },
      problems: ['assignment_closed'],
    }),
    (request) => completeAssignment(request.ctx, request.params.id),
  )

  app.post(
    '/v1/assignments/:id/withdrawal',
    operation({
      operationId: 'withdrawAssignment',
      tag,
      scope: 'journal:write',
      coach,
      summary: 'Withdraw an assignment',
      description:
        'By the coach who made it, or by the client, who need not keep it. It stays readable. One that is withdrawn already stays as it is.',
      params,
      answers: { 200: Assignment },
      problems: ['assignment_closed'],
    }),
    (request) => withdrawAssignment(request.ctx, request.params.id),
  )
}
