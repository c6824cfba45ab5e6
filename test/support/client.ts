import type { App } from '../../src/platform/http/types.ts'
import type { Seen } from './conformance.ts'

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the tests are there to find out
export type Body = any
type Headers = Record<string, string>
type Answer = { status: number; headers: Record<string, string>; body: Body }
type Send = (url: string, body?: unknown, headers?: Headers) => Promise<Answer>

export type Client = {
  secret: string | undefined
  get: (url: string, headers?: Headers) => Promise<Answer>
  post: Send
  put: Send
  patch: Send
  delete: (url: string, headers?: Headers) => Promise<Answer>
  /** Another client of the same service, with other credentials. */
  as: (secret: string) => Client
  /** Any method, any body as it is. */
  send: (
    method: string,
    url: string,
    options?: { payload?: string | Buffer; headers?: Headers },
  ) => Promise<Answer>
}

const parsed = (text: string, type: unknown): Body =>
  /json/.test(String(type)) && text ? JSON.parse(text) : text

/** Makes clients that speak to the service as any HTTP client would. `check` sees every answer. */
export const clientOf =
  (app: App, check: (method: string, url: string, seen: Seen) => void) =>
  (secret?: string): Client => {
    const authorization: Headers = secret ? { authorization: `Bearer ${secret}` } : {}
    const send: Client['send'] = async (method, url, { payload, headers = {} } = {}) => {
      const request = { method: method as 'GET', url, headers: { ...authorization, ...headers } }
      const response = await app.inject(payload === undefined ? request : { ...request, payload })
      const seen = { status: response.statusCode, headers: response.headers, body: response.body }
      check(method, url, seen)
      const body = parsed(response.body, response.headers['content-type'])
      return { status: seen.status, headers: response.headers as Headers, body }
    }
    const json =
      (method: string): Send =>
      (url, body, headers = {}) =>
        body === undefined
          ? send(method, url, { headers })
          : send(method, url, {
              payload: JSON.stringify(body),
              headers: { 'content-type': 'application/json', ...headers },
            })
    return {
      secret,
      as: clientOf(app, check),
      send,
      get: (url, headers = {}) => send('GET', url, { headers }),
      post: json('POST'),
      put: json('PUT'),
      patch: json('PATCH'),
      delete: (url, headers = {}) => send('DELETE', url, { headers }),
    }
  }
