import { preconditionOf } from '../../platform/http/conditional-requests.ts'
import type { App } from '../../platform/http/types.ts'
import { operation } from '../../platform/openapi/operation.ts'
import { Gone, ListQuery, IdParams as params } from '../../platform/schemas.ts'
import {
  CreatedShareLink,
  NewShareLink,
  SharedFigures,
  SharedParams,
  SharedQuery,
  ShareLink,
  ShareLinkPage,
  ShareLinkPatch,
} from './schemas.ts'
import {
  createShareLink,
  getShareLink,
  listShareLinks,
  readShared,
  removeShareLink,
  updateShareLink,
} from './service.ts'

const tag = 'Coaching'
const scope = 'account:manage'
const coach = 'never'

export const shareLinkRoutes = async (app: App) => {
  app.post(
    '/v1/share-links',
    operation({
      operationId: 'createShareLink',
      tag,
      scope,
      coach,
      summary: 'Share figures with somebody',
      description:
        'The address is shown this once, and opens without a key. It shows the figures that you choose, without names, texts or employers. Your key needs `insights:read` as well. At most 20 for an account.',
      body: NewShareLink,
      answers: { 201: CreatedShareLink },
      problems: ['end_behind', 'scope_not_held', 'share_link_limit_reached'],
    }),
    async (request, reply) => {
      const link = await createShareLink(request.ctx, request.body)
      reply.code(201).header('location', `/v1/share-links/${link.id}`)
      return link
    },
  )

  app.get(
    '/v1/share-links',
    operation({
      operationId: 'listShareLinks',
      tag,
      scope,
      coach,
      summary: 'List share links',
      description: 'Every link of the account that is not revoked, without its address.',
      query: ListQuery,
      answers: { 200: ShareLinkPage },
      problems: ['invalid_cursor'],
    }),
    (request) => listShareLinks(request.ctx, request.query),
  )

  app.get(
    '/v1/share-links/:id',
    operation({
      operationId: 'getShareLink',
      tag,
      scope,
      coach,
      summary: 'Read a share link',
      description: 'What it shows, how often it was opened and when last, without its address.',
      params,
      answers: { 200: ShareLink },
    }),
    (request) => getShareLink(request.ctx, request.params.id),
  )

  app.patch(
    '/v1/share-links/:id',
    operation({
      operationId: 'updateShareLink',
      tag,
      scope,
      coach,
      summary: 'Change a share link',
      description:
        'A JSON Merge Patch. The address stays as it is; one that has expired opens again with a later last day. For another last day your key needs `insights:read` as well.',
      params,
      body: ShareLinkPatch,
      answers: { 200: ShareLink },
      problems: ['end_behind', 'precondition_failed', 'scope_not_held'],
    }),
    (request) => updateShareLink(request.ctx, request.params.id, request.body, preconditionOf(request)),
  )

  app.delete(
    '/v1/share-links/:id',
    operation({
      operationId: 'deleteShareLink',
      tag,
      scope,
      coach,
      summary: 'Revoke a share link',
      description: 'Its address leads nowhere from the next request on.',
      params,
      answers: { 204: Gone },
      problems: ['precondition_failed'],
    }),
    async (request, reply) => {
      await removeShareLink(request.ctx, request.params.id, preconditionOf(request))
      return reply.code(204).send(null)
    },
  )
}

/** What whoever has the address reads: the token in it is all that they have. */
export const sharedRoutes = async (app: App) => {
  // @NOTE On every answer, refusals too: the address is the secret, and belongs in no index and no other page's log.
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' })
  })
  app.get(
    '/v1/shared/:token',
    operation({
      operationId: 'readShared',
      tag,
      credential: 'none',
      summary: 'Read shared figures',
      description:
        'Computed as of now. What never was, is revoked or has expired is 404 alike. Each `GET` is counted, also that of a program which looks at links before a person does. Query parameters are passed over, as mail programs add some to links. Search engines are asked to leave it out.',
      params: SharedParams,
      query: SharedQuery,
      answers: { 200: SharedFigures },
      problems: ['unavailable'],
    }),
    (request) => readShared(request.ctx, request.params.token, request.method === 'GET'),
  )
}
