import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, IdParams, ListQuery } from '../../platform/schemas.ts'
import { ApiKey, ApiKeyPage, ApiKeyPatch, CreatedApiKey, NewApiKey, NewRotation } from './schemas.ts'
import { createApiKey, getApiKey, listApiKeys, removeApiKey, rotateApiKey, updateApiKey } from './service.ts'

const tag = 'API keys'
const scope = 'account:manage'

export const apiKeyRoutes = async (app: App) => {
  app.post(
    '/v1/api-keys',
    operation({
      operationId: 'createApiKey',
      tag,
      scope,
      summary: 'Make a key',
      description: 'The secret is shown this once. A key cannot grant more than itself.',
      body: NewApiKey,
      answers: { 201: CreatedApiKey },
      problems: ['end_behind', 'key_limit_reached', 'key_replaced', 'life_not_held', 'scope_not_held'],
    }),
    async (request, reply) => {
      const key = await createApiKey(request.ctx, request.body)
      reply.code(201).header('location', `/v1/api-keys/${key.id}`)
      return key
    },
  )

  app.get(
    '/v1/api-keys',
    operation({
      operationId: 'listApiKeys',
      tag,
      scope,
      summary: 'List keys',
      description: 'Every key of the account, expired ones too, without secrets.',
      query: ListQuery,
      answers: { 200: ApiKeyPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listApiKeys(request.ctx, request.query),
  )

  app.get(
    '/v1/api-keys/:id',
    operation({
      operationId: 'getApiKey',
      tag,
      scope,
      summary: 'Read a key',
      description: 'The key without its secret.',
      params: IdParams,
      answers: { 200: ApiKey },
    }),
    (request) => getApiKey(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/api-keys/:id',
    operation({
      operationId: 'updateApiKey',
      tag,
      scope,
      summary: 'Change a key',
      description: 'A JSON Merge Patch. The secret stays as it is; see rotations.',
      params: IdParams,
      body: ApiKeyPatch,
      answers: { 200: ApiKey },
      problems: [
        'key_limit_reached',
        'key_replaced',
        'last_managing_key',
        'life_not_held',
        'precondition_failed',
        'scope_not_held',
      ],
    }),
    (request) => updateApiKey(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/api-keys/:id',
    operation({
      operationId: 'deleteApiKey',
      tag,
      scope,
      summary: 'Remove a key',
      description: 'It stops working with the next request. The last one that may manage the account stays.',
      params: IdParams,
      answers: { 204: Gone },
      problems: ['key_replaced', 'last_managing_key', 'precondition_failed'],
    }),
    async (request, reply) => {
      await removeApiKey(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/v1/api-keys/:id/rotations',
    operation({
      operationId: 'rotateApiKey',
      tag,
      scope,
      summary: 'Replace a secret',
      description:
        'Makes a key with the same rights. The old one goes on working for the overlap, and no longer; meanwhile it makes, changes and rotates no key.',
      params: IdParams,
      body: NewRotation,
      answers: { 201: CreatedApiKey },
      problems: ['key_limit_reached', 'key_replaced', 'life_not_held', 'scope_not_held'],
    }),
    async (request, reply) => {
      const key = await rotateApiKey(request.ctx, request.params.id, request.body.overlapSeconds ?? undefined)
      reply.code(201).header('location', `/v1/api-keys/${key.id}`)
      return key
    },
  )
}
