import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { IdParams as params } from '../../platform/schemas.ts'
import { Assignment, NewAssignment } from '../assignments/schemas.ts'
import {
  CoachingSession,
  CoachingSessionPage,
  CoachingSessionPatch,
  CoachingSessionQuery,
  NewCoachingSession,
} from './schemas.ts'
import {
  createCoachingSession,
  createSessionAction,
  getCoachingSession,
  listCoachingSessions,
  updateCoachingSession,
} from './service.ts'

const tag = 'Coaching'
const coach = 'assignments:write'

export const coachingSessionRoutes = async (app: App) => {
  app.post(
    '/v1/coaching-sessions',
    operation({
      operationId: 'createCoachingSession',
      tag,
      scope: 'journal:write',
      coach,
      summary: 'Set down a coaching session',
      description:
        'A coach makes it in the account of a client; clients may set down one for themselves, which no coach sees. It is in the calendar of the client where a feed holds `coaching_sessions`.',
      body: NewCoachingSession,
      answers: { 201: CoachingSession },
      problems: ['session_ahead'],
    }),
    async (request, reply) => {
      const session = await createCoachingSession(request.ctx, request.body)
      reply.code(201).header('location', `/v1/coaching-sessions/${session.id}`)
      return session
    },
  )

  app.get(
    '/v1/coaching-sessions',
    operation({
      operationId: 'listCoachingSessions',
      tag,
      scope: 'journal:read',
      coach,
      summary: 'List coaching sessions',
      description:
        'A client reads all of them, also when the engagement is over; a coach those that they made for this client. The latest first.',
      query: CoachingSessionQuery,
      answers: { 200: CoachingSessionPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listCoachingSessions(request.ctx, request.query),
  )

  app.get(
    '/v1/coaching-sessions/:id',
    operation({
      operationId: 'getCoachingSession',
      tag,
      scope: 'journal:read',
      coach,
      summary: 'Read a coaching session',
      description:
        'With an agenda of what needs attention, the assignments that are open, and the plans that are.',
      params,
      answers: { 200: CoachingSession },
    }),
    (request) => getCoachingSession(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/coaching-sessions/:id',
    operation({
      operationId: 'updateCoachingSession',
      tag,
      scope: 'journal:write',
      coach,
      summary: 'Change a coaching session',
      description:
        'A JSON Merge Patch, by either side. Call one off with the status `cancelled`: it stays readable.',
      params,
      body: CoachingSessionPatch,
      answers: { 200: CoachingSession },
      problems: ['precondition_failed', 'session_ahead'],
    }),
    (request) => updateCoachingSession(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.post(
    '/v1/coaching-sessions/:id/actions',
    operation({
      operationId: 'createSessionAction',
      tag,
      scope: 'journal:write',
      coach,
      summary: 'Agree on something to do',
      description: 'Makes an assignment that names the session in `sessionId`.',
      params,
      body: NewAssignment,
      answers: { 201: Assignment },
    }),
    async (request, reply) => {
      const assignment = await createSessionAction(request.ctx, request.params.id, request.body)
      reply.code(201).header('location', `/v1/assignments/${assignment.id}`)
      return assignment
    },
  )
}
