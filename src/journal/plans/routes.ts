import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams, ListQuery } from '../../platform/schemas.ts'
import {
  NewPlan,
  NewPlanReview,
  Plan,
  PlanPage,
  PlanPatch,
  PlanQuery,
  PlanReview,
  PlanReviewPage,
} from './schemas.ts'
import {
  createPlan,
  getPlan,
  listPlanReviews,
  listPlans,
  removePlan,
  reviewPlan,
  updatePlan,
} from './service.ts'

const tag = 'Plans'
const params = IdParams

export const planRoutes = async (app: App) => {
  app.post(
    '/v1/plans',
    operation({
      operationId: 'createPlan',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Make a plan',
      description: 'One that did not come out of a reflection; those are made with its answers.',
      body: NewPlan,
      answers: { 201: Plan },
      problems: ['plan_not_if_then'],
    }),
    async (request, reply) => {
      const plan = await createPlan(request.ctx, request.body)
      reply.code(201).header('location', `/v1/plans/${plan.id}`)
      return plan
    },
  )

  app.get(
    '/v1/plans',
    operation({
      operationId: 'listPlans',
      tag,
      scope: 'reflections:read',
      coach: 'reflections:read',
      summary: 'List plans',
      description: 'Newest first. Filter by `status=open` for those to try.',
      query: PlanQuery,
      answers: { 200: PlanPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listPlans(request.ctx, request.query),
  )

  app.get(
    '/v1/plans/:id',
    operation({
      operationId: 'getPlan',
      tag,
      scope: 'reflections:read',
      coach: 'reflections:read',
      summary: 'Read a plan',
      description: 'If this comes up, then I will do that.',
      params,
      answers: { 200: Plan },
    }),
    (request) => getPlan(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/plans/:id',
    operation({
      operationId: 'updatePlan',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Change a plan',
      description: 'A JSON Merge Patch.',
      params,
      body: PlanPatch,
      answers: { 200: Plan },
      problems: ['plan_not_if_then', 'precondition_failed'],
    }),
    (request) => updatePlan(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/plans/:id',
    operation({
      operationId: 'deletePlan',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Remove a plan',
      description: 'Takes its reviews with it. The entry of the reflection that it came out of stays.',
      params,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removePlan(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/v1/plans/:id/reviews',
    operation({
      operationId: 'reviewPlan',
      tag,
      scope: 'reflections:write',
      coach: 'never',
      summary: 'Review a plan',
      description:
        'After the interview: was it tried, and did it help? A plan that was tried is no longer open, unless `planStatus` carries it on.',
      params,
      body: NewPlanReview,
      answers: { 201: PlanReview },
      problems: ['interview_ahead'],
    }),
    async (request, reply) => {
      const { id } = request.params
      const review = await reviewPlan(request.ctx, id, request.body)
      reply.code(201).header('location', `/v1/plans/${id}/reviews`)
      return review
    },
  )

  app.get(
    '/v1/plans/:id/reviews',
    operation({
      operationId: 'listPlanReviews',
      tag,
      scope: 'reflections:read',
      coach: 'reflections:read',
      summary: 'List the reviews of a plan',
      description: 'Newest first.',
      params,
      query: ListQuery,
      answers: { 200: PlanReviewPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listPlanReviews(request.ctx, request.params.id, request.query),
  )
}
