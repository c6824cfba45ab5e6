import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { IdParams } from '../../platform/schemas.ts'
import {
  DeliveryParams,
  DeliveryQuery,
  NewWebhookReplay,
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookReplay,
} from './schemas.ts'
import { getDelivery, listDeliveries, replayEvents, retryDelivery, testEndpoint } from './service.ts'

const tag = 'Webhooks'
const scope = 'automation:manage'
const pathOf = (delivery: { endpointId: string; id: string }) =>
  `/v1/webhook-endpoints/${delivery.endpointId}/deliveries/${delivery.id}`

export const webhookDeliveryRoutes = async (app: App) => {
  app.post(
    '/v1/webhook-endpoints/:id/test',
    operation({
      operationId: 'testWebhookEndpoint',
      tag,
      scope,
      summary: 'Send a test message to an endpoint',
      description:
        'Of the type `webhook_endpoint.test`, whatever types the endpoint takes. Read the delivery to see how it went.',
      params: IdParams,
      answers: { 201: WebhookDelivery },
      problems: ['deliveries_pending', 'endpoint_disabled'],
    }),
    async (request, reply) => {
      const delivery = await testEndpoint(request.ctx, request.params.id)
      reply.code(201).header('location', pathOf(delivery))
      return delivery
    },
  )

  app.get(
    '/v1/webhook-endpoints/:id/deliveries',
    operation({
      operationId: 'listWebhookDeliveries',
      tag,
      scope,
      summary: 'List what was sent to an endpoint',
      description: 'Newest first. Kept until 30 days after the last attempt.',
      params: IdParams,
      query: DeliveryQuery,
      answers: { 200: WebhookDeliveryPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listDeliveries(request.ctx, request.params.id, request.query),
  )

  app.get(
    '/v1/webhook-endpoints/:endpointId/deliveries/:id',
    operation({
      operationId: 'getWebhookDelivery',
      tag,
      scope,
      summary: 'Read how a delivery went',
      description: 'Each attempt with what was answered.',
      params: DeliveryParams,
      answers: { 200: WebhookDelivery },
    }),
    (request) => getDelivery(request.ctx, request.params),
  )

  app.post(
    '/v1/webhook-endpoints/:endpointId/deliveries/:id/retries',
    operation({
      operationId: 'retryWebhookDelivery',
      tag,
      scope,
      summary: 'Send a message once more',
      description: 'At once, under the same `webhook-id`, with all retries still to come.',
      params: DeliveryParams,
      answers: { 201: WebhookDelivery },
      problems: ['deliveries_pending', 'endpoint_disabled'],
    }),
    async (request, reply) => {
      const delivery = await retryDelivery(request.ctx, request.params)
      reply.code(201).header('location', pathOf(delivery))
      return delivery
    },
  )

  app.post(
    '/v1/webhook-endpoints/:id/replays',
    operation({
      operationId: 'replayWebhookEvents',
      tag,
      scope,
      summary: 'Send the events of a time once more',
      description:
        'Up to 1,000, under the same `webhook-id` as before: receivers tell by it what they know already. What waits for a retry is sent at once, and what waits at all is not sent twice.',
      params: IdParams,
      body: NewWebhookReplay,
      answers: { 201: WebhookReplay },
      problems: ['deliveries_pending', 'endpoint_disabled', 'replay_too_large'],
    }),
    async (request, reply) => {
      const replay = await replayEvents(request.ctx, request.params.id, request.body)
      reply.code(201).header('location', `/v1/webhook-endpoints/${request.params.id}/deliveries`)
      return replay
    },
  )
}
