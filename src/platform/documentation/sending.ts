import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply } from 'fastify'
import Negotiator from 'negotiator'
import { isUnchanged, notModified } from '../http/conditional-requests.ts'
import type { App } from '../http/types.ts'

/** A text of the documentation. */
export type Document = { type: string; text: string; headers?: Record<string, string> }

const compress = promisify(gzip)

/** Sends a document as it is. */
export const sendDocument = (reply: FastifyReply, { type, text, headers }: Document): string => {
  void reply
    .type(`${type}; charset=utf-8`)
    .headers({ 'referrer-policy': 'no-referrer', vary: 'accept, accept-language', ...headers })
  return text
}

const prepare = async (make: () => Document | Promise<Document>) => {
  const document = await make()
  const tag = `"${createHash('sha256').update(document.text).digest('base64url').slice(0, 22)}"`
  const headers = {
    ...document.headers,
    'cache-control': 'public, no-cache',
    // Weak, as it names the text, packed or not.
    etag: `W/${tag}`,
    vary: 'accept-encoding, accept-language',
  }
  return { document: { ...document, headers }, tag, packed: await compress(document.text) }
}

/** Leads from where somebody may well look to where it is. */
export const lead = (app: App, from: string, to: string): void => {
  app.get(from, { schema: { hide: true } }, async (_request, reply) => reply.redirect(to, 308))
}

/**
 * Serves a document that is the same for everybody, at an address that the contract does not name. It is made when it is
 * first asked for.
 */
export const serve = (app: App, path: string, make: () => Document | Promise<Document>): void => {
  let prepared: ReturnType<typeof prepare> | undefined
  app.get(path, { schema: { hide: true } }, async (request, reply) => {
    prepared ??= prepare(make).catch((error) => {
      prepared = undefined
      throw error
    })
    const { document, tag, packed } = await prepared
    if (isUnchanged(request, reply, tag)) return notModified(reply.headers(document.headers))
    const text = sendDocument(reply, document)
    if (new Negotiator(request.raw).encoding(['gzip', 'identity']) !== 'gzip') return text
    void reply.header('content-encoding', 'gzip')
    return packed
  })
}
