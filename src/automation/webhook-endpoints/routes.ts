import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams, ListQuery } from '../../platform/schemas.ts'
import {
  CreatedWebhookEndpoint,
  NewWebhookEndpoint,
  WebhookEndpoint,
  WebhookEndpointPage,
  WebhookEndpointPatch,
} from './schemas.ts'
import {
  createEndpoint,
  getEndpoint,
  listEndpoints,
  removeEndpoint,
  rotateSecret,
  updateEndpoint,
} from './service.ts'

const tag = 'Webhooks'
const scope = 'automation:manage'
const params = IdParams

export const webhookEndpointRoutes = async (app: App) => {
  app.post(
    '/v1/webhook-endpoints',
    operation({
      operationId: 'createWebhookEndpoint',
      tag,
      scope,
      summary: 'Have events sent to a URL',
      description:
        'From now on, by Standard Webhooks 1.0.0: each event is posted at least once, signed, and again after a failure. The secret is shown this once.',
      body: NewWebhookEndpoint,
      answers: { 201: CreatedWebhookEndpoint },
      problems: ['endpoint_limit_reached', 'endpoint_url_refused', 'secrets_key_missing'],
    }),
    async (request, reply) => {
      const endpoint = await createEndpoint(request.ctx, request.body)
      reply.code(201).header('location', `/v1/webhook-endpoints/${endpoint.id}`)
      return endpoint
    },
  )

  app.get(
    '/v1/webhook-endpoints',
    operation({
      operationId: 'listWebhookEndpoints',
      tag,
      scope,
      summary: 'List endpoints',
      description: 'Newest first, without their secrets.',
      query: ListQuery,
      answers: { 200: WebhookEndpointPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listEndpoints(request.ctx, request.query),
  )

  app.get(
    '/v1/webhook-endpoints/:id',
    operation({
      operationId: 'getWebhookEndpoint',
      tag,
      scope,
      summary: 'Read an endpoint',
      description: 'Without its secret.',
      params,
      answers: { 200: WebhookEndpoint },
    }),
    (request) => getEndpoint(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/webhook-endpoints/:id',
    operation({
      operationId: 'updateWebhookEndpoint',
      tag,
      scope,
      summary: 'Change an endpoint',
      description:
        'A JSON Merge Patch. One that is disabled drops what waits for it; enabled again, it begins with what happens from then on.',
      params,
      body: WebhookEndpointPatch,
      answers: { 200: WebhookEndpoint },
      problems: ['precondition_failed', 'endpoint_url_refused'],
    }),
    (request) => updateEndpoint(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/webhook-endpoints/:id',
    operation({
      operationId: 'deleteWebhookEndpoint',
      tag,
      scope,
      summary: 'Remove an endpoint',
      description: 'Nothing more is sent to it, and the log of its deliveries goes with it.',
      params,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeEndpoint(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/v1/webhook-endpoints/:id/secret-rotations',
    operation({
      operationId: 'rotateWebhookSecret',
      tag,
      scope,
      summary: 'Replace the secret of an endpoint',
      description:
        'For 24 hours messages are signed with both, so that there is time to put the new one in place. Rotated again meanwhile, each secret has its 24 hours; beyond five that sign it is refused.',
      params,
      answers: { 201: CreatedWebhookEndpoint },
      problems: ['secrets_key_missing', 'secrets_overlapping'],
    }),
    async (request, reply) => {
      const endpoint = await rotateSecret(request.ctx, request.params.id)
      reply.code(201).header('location', `/v1/webhook-endpoints/${endpoint.id}`)
      return endpoint
    },
  )
}
