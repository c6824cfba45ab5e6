import type { FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { guides } from './guides.ts'
import { htmlOf, type Page } from './markdown.ts'
import { type Document, sendDocument } from './sending.ts'
import { textPage } from './template.ts'

const beside = guides.map(({ path, title }): [string, string] => [path, title])

/** A page as browsers show it, with the guides beside it. */
export const draw = async (page: Page): Promise<Document> =>
  textPage({ ...page, html: await htmlOf(page.markdown), beside })

/** Whether the client would rather have a page than JSON, as browsers do. */
export const prefersPage = ({ raw }: FastifyRequest): boolean =>
  new Negotiator(raw).mediaType(['application/json', 'text/html']) === 'text/html'

/** Answers in JSON, or with a page where the client would rather have that. */
export const jsonOrPage = async <Json>(
  request: FastifyRequest,
  reply: FastifyReply,
  json: Json,
  page: () => Page,
): Promise<Json | string> => {
  reply.header('vary', 'accept, accept-language')
  return prefersPage(request) ? sendDocument(reply, await draw(page())) : json
}
