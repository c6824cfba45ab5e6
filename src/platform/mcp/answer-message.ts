import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../problems.ts'
import { clientIn, type GrantOf } from '../acting.ts'
import { type Assistance, serverFor } from './server.ts'

/** One message of the protocol; which one it is, the protocol reads. */
export const Message = z.looseObject({})

/** Refuses pages of other sites: an address that was bent to this one is no way in. @throws Problem `origin_refused` */
export const ownPagesOnly = (publicUrl: string) => {
  const own = new URL(publicUrl).origin
  return async ({ headers: { origin } }: FastifyRequest) => {
    if (origin === undefined || origin === own) return
    throw new Problem('origin_refused', 'This is not for pages of other sites.')
  }
}

/** The headers that the protocol reads; the credential stays here. */
const headersOf = ({ headers }: FastifyRequest) =>
  Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    /^(accept|content-type|mcp-.+)$/.test(name) ? [[name, String(value)]] : [],
  )

/**
 * Answers one message of the Model Context Protocol, whatever process it comes to: nothing is kept between two.
 *
 * @NOTE The library and the tools are loaded with the first message: they would take 70 ms of every start. What the
 * protocol itself refuses is answered in its own form, which its clients read; all else as everywhere in the service.
 */
export const answerMessage = async (
  request: FastifyRequest,
  reply: FastifyReply,
  load: () => Promise<{ assistance: Assistance }>,
  grantOf: GrantOf,
) => {
  const { ctx, id: requestId, body: parsedBody, log } = request
  const caller = { ctx, clientId: clientIn(request), requestId, grantOf }
  const [sdk, { assistance }] = await Promise.all([import('@modelcontextprotocol/server'), load()])
  const { fetch } = sdk.createMcpHandler(() => serverFor(sdk, assistance, caller), {
    // No stream stays open: there is nothing to tell of.
    maxSubscriptions: 0,
    onerror: (err) => log.info({ err }, 'refused by the protocol'),
  })
  const message = new Request('http://afterview/mcp', { method: 'POST', headers: headersOf(request) })
  const response = await fetch(message, { parsedBody })
  const type = response.headers.get('content-type')
  if (type) void reply.type(type)
  return reply.code(response.status).send((await response.text()) || undefined)
}
