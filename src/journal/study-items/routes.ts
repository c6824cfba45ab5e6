import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams, ListQuery } from '../../platform/schemas.ts'
import {
  NewStudyItem,
  NewStudyReview,
  StudyItem,
  StudyItemPage,
  StudyItemPatch,
  StudyItemQuery,
  StudyMerge,
  StudyReview,
  StudyReviewPage,
} from './schemas.ts'
import {
  createStudyItem,
  getStudyItem,
  listStudyItems,
  listStudyReviews,
  mergeStudyItems,
  removeStudyItem,
  reviewStudyItem,
  updateStudyItem,
} from './service.ts'

const tag = 'Study items'

export const studyItemRoutes = async (app: App) => {
  app.post(
    '/v1/study-items',
    operation({
      operationId: 'createStudyItem',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Add a study item by hand',
      description: 'Questions that were missed become study items by themselves; add others that you expect.',
      body: NewStudyItem,
      answers: { 201: StudyItem },
      problems: ['study_item_exists'],
    }),
    async (request, reply) => {
      const item = await createStudyItem(request.ctx, request.body)
      reply.code(201).header('location', `/v1/study-items/${item.id}`)
      return item
    },
  )

  app.get(
    '/v1/study-items',
    operation({
      operationId: 'listStudyItems',
      tag,
      scope: 'journal:read',
      coach: 'study:read',
      summary: 'List study items',
      description: 'Newest first.',
      query: StudyItemQuery,
      answers: { 200: StudyItemPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listStudyItems(request.ctx, request.query),
  )

  app.get(
    '/v1/study-items/:id',
    operation({
      operationId: 'getStudyItem',
      tag,
      scope: 'journal:read',
      coach: 'study:read',
      summary: 'Read a study item',
      description: 'With how often it was asked and missed, and when it is due.',
      params: IdParams,
      answers: { 200: StudyItem },
    }),
    (request) => getStudyItem(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/study-items/:id',
    operation({
      operationId: 'updateStudyItem',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Change a study item',
      description:
        'A JSON Merge Patch. Its state and its schedule follow from its reviews and cannot be set.',
      params: IdParams,
      body: StudyItemPatch,
      answers: { 200: StudyItem },
      problems: ['precondition_failed', 'study_item_exists'],
    }),
    (request) => updateStudyItem(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/study-items/:id',
    operation({
      operationId: 'deleteStudyItem',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Remove a study item',
      description:
        'Takes its reviews with it. The questions stay; one that is missed later makes a new item.',
      params: IdParams,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeStudyItem(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/v1/study-items/:id/reviews',
    operation({
      operationId: 'reviewStudyItem',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Record how a review went',
      description: 'Settles when the item is due again, by FSRS. Every review is kept.',
      params: IdParams,
      body: NewStudyReview,
      answers: { 201: StudyReview },
    }),
    async (request, reply) => {
      const { id } = request.params
      const review = await reviewStudyItem(request.ctx, id, request.body)
      reply.code(201).header('location', `/v1/study-items/${id}/reviews`)
      return review
    },
  )

  app.get(
    '/v1/study-items/:id/reviews',
    operation({
      operationId: 'listStudyReviews',
      tag,
      scope: 'journal:read',
      coach: 'study:read',
      summary: 'List the reviews of a study item',
      description:
        'Newest first. A question that was studied and is missed again adds a review of its own, `again`, where the interview was on the day of the last review or later. Where it was before, what was studied since stands: the miss counts in `missedCount` alone. An item without a review is due already, and a miss adds none.',
      params: IdParams,
      query: ListQuery,
      answers: { 200: StudyReviewPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listStudyReviews(request.ctx, request.params.id, request.query),
  )

  app.post(
    '/v1/study-items/:id/merges',
    operation({
      operationId: 'mergeStudyItems',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Merge another study item into this one',
      description:
        'For two wordings of one question: all times it was asked, and all reviews, count for this item.',
      params: IdParams,
      body: StudyMerge,
      answers: { 200: StudyItem },
      problems: ['study_item_is_itself', 'study_notes_too_long'],
    }),
    (request) => mergeStudyItems(request.ctx, request.params.id, request.body),
  )
}
