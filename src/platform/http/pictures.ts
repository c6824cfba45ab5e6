import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import type { Context } from '../../context.ts'

export const PICTURE = 'image/svg+xml'
const JSON_TYPE = 'application/json'

/** An SVG document, and the one style in it. */
type Picture = { svg: string; style: string }

/** What a picture may do where it is opened on its own: show itself, in its own style. */
const policyFor = (style: string) =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    ...['base-uri', 'form-action', 'frame-ancestors'].map((kind) => `${kind} 'none'`),
    'sandbox',
  ].join('; ')

/** Sends a picture that may stand anywhere and do nothing there. */
export const sendPicture = async (reply: FastifyReply, picture: Promise<Picture>): Promise<string> => {
  const { svg, style } = await picture
  reply.type(`${PICTURE}; charset=utf-8`).header('content-security-policy', policyFor(style))
  return svg
}

type Read<Query, Answer> = (ctx: Context, query: Query) => Promise<Answer>

/**
 * Answers in JSON, or with a picture where the client would rather have that (RFC 9110, 12.5.1). Who accepts neither
 * gets JSON, as everywhere in the service.
 */
export const asAccepted =
  <Query, Answer>(read: Read<Query, Answer>, draw: Read<Query, Picture>) =>
  async (request: FastifyRequest & { query: Query }, reply: FastifyReply): Promise<Answer | string> => {
    reply.header('vary', 'accept, accept-language, afterview-account')
    const wanted = new Negotiator(request.raw).mediaType([JSON_TYPE, PICTURE])
    return wanted === PICTURE
      ? sendPicture(reply, draw(request.ctx, request.query))
      : read(request.ctx, request.query)
  }
