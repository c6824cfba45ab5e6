import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import type { Test } from 'tap'

export type Received = { headers: IncomingHttpHeaders; body: string; path: string }
type Answer = (response: ServerResponse, received: Received) => void | Promise<void>

export const withStatus =
  (status: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(body)

/** A receiver of webhooks on this machine, by TLS where it has a certificate; it answers 204 until told otherwise. */
export const openReceiver = async (t: Test, certificate?: { key: string; cert: string }) => {
  const receiver = { url: '', received: [] as Received[], answer: withStatus(204) }
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    response.on('error', () => undefined)
    const got = { headers: request.headers, body: await text(request), path: request.url ?? '' }
    receiver.received.push(got)
    await receiver.answer(response, got)
  }
  const listener = (request: IncomingMessage, response: ServerResponse) =>
    void receive(request, response).catch(() => undefined)
  const server = certificate ? createTlsServer(certificate, listener) : createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  receiver.url = `${certificate ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return receiver
}

/** Whether the library of the standard takes a message for one that was signed with this secret. */
export const provenBy = (secret: string, { headers, body }: Received) => {
  try {
    return Boolean(new Webhook(secret).verify(body, headers as Record<string, string>))
  } catch {
    return false
  }
}
