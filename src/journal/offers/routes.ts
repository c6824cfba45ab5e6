import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams } from '../../platform/schemas.ts'
import { Offer, OfferFields } from './schemas.ts'
import { getOffer, putOffer, removeOffer } from './service.ts'

const tag = 'Offers'
const path = '/v1/applications/:id/offer'

export const offerRoutes = async (app: App) => {
  app.put(
    path,
    operation({
      operationId: 'putOffer',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Record or correct an offer',
      description:
        'An application has at most one. It stays a fact, however the application ends. What is left out is cleared.',
      params: IdParams,
      body: OfferFields,
      answers: { 200: Offer, 201: Offer },
      problems: ['day_ahead', 'precondition_failed'],
    }),
    async (request, reply) => {
      const { id } = request.params
      const { offer, created } = await putOffer(request.ctx, id, request.body, preconditionOf(request))
      if (created) reply.code(201).header('location', `/v1/applications/${id}/offer`)
      return offer
    },
  )

  app.get(
    path,
    operation({
      operationId: 'getOffer',
      tag,
      scope: 'journal:read',
      coach: 'journal:read',
      summary: 'Read an offer',
      description: 'The offer of one application.',
      params: IdParams,
      answers: { 200: Offer },
    }),
    (request) => getOffer(request.ctx, request.params.id),
  )

  app.delete(
    path,
    operation({
      operationId: 'deleteOffer',
      tag,
      scope: 'journal:write',
      coach: 'never',
      summary: 'Retract an offer',
      description: 'For an offer recorded by mistake.',
      params: IdParams,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeOffer(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}
