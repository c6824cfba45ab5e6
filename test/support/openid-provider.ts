import type { webcrypto } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import Provider, { type Adapter, type AdapterPayload, type Configuration } from 'oidc-provider'
import type { Test } from 'tap'
import { SCOPES } from '../../src/platform/scopes.ts'

export const CLIENT = { id: 'dashboard', redirectUri: 'org.example.dashboard:/signed-in' }

type Key = { kid: string; privateKey: webcrypto.CryptoKey; jwk: JWK }

const makeKey = async (kid: string): Promise<Key> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' }
  return { kid, privateKey, jwk }
}

/** Where the provider keeps its sessions and codes. */
const makeAdapter = () => {
  const kept = new Map<string, AdapterPayload>()
  return (name: string): Adapter => ({
    upsert: async (id, payload) => void kept.set(`${name} ${id}`, payload),
    find: async (id) => kept.get(`${name} ${id}`),
    findByUid: async (uid) => [...kept.values()].find((payload) => payload.uid === uid),
    findByUserCode: async () => undefined,
    consume: async (id) => void Object.assign(kept.get(`${name} ${id}`) ?? {}, { consumed: 1 }),
    destroy: async (id) => void kept.delete(`${name} ${id}`),
    revokeByGrantId: async () => undefined,
  })
}

const configurationOf = (keys: Key[]): Configuration => ({
  adapter: makeAdapter(),
  jwks: { keys: keys.map(({ jwk }) => jwk) as never },
  clients: [
    {
      client_id: CLIENT.id,
      application_type: 'native',
      redirect_uris: [CLIENT.redirectUri],
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: 'ES256',
    },
  ],
  cookies: { keys: ['cookies-of-the-tests'] },
  enabledJWA: { idTokenSigningAlgValues: ['ES256'] } as never,
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (_, audience) => ({
        scope: SCOPES.join(' '),
        audience,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
})

/** Signs in whoever `login_hint` names, and consents to all that is asked for. */
const interact = async (provider: Provider, request: IncomingMessage, response: ServerResponse) => {
  const { prompt, params, session } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login') {
    const login = { accountId: String(params.login_hint) }
    return provider.interactionFinished(request, response, { login })
  }
  const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: CLIENT.id })
  const { missingOIDCScope = [], missingResourceScopes = {} } = prompt.details as {
    missingOIDCScope?: string[]
    missingResourceScopes?: Record<string, string[]>
  }
  grant.addOIDCScope(missingOIDCScope.join(' '))
  for (const [resource, scopes] of Object.entries(missingResourceScopes))
    grant.addResourceScope(resource, scopes.join(' '))
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
}

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

/** An OpenID provider as others run one, on this machine. */
export const openProvider = async (t: Test, audience: string) => {
  const asked: string[] = []
  const instead = new Map<string, Answer>()
  let keys = [await makeKey('first')]
  let answer: Answer
  const server = createServer((request, response) => {
    const { url = '' } = request
    asked.push(url)
    return (instead.get(url) ?? answer)(request, response)
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const port = await listen(0)
  const issuer = `http://127.0.0.1:${port}`
  const start = () => {
    const provider = new Provider(issuer, configurationOf(keys))
    const otherwise = provider.callback()
    answer = (request, response) =>
      request.url?.startsWith('/interaction/')
        ? interact(provider, request, response)
        : otherwise(request, response)
  }
  start()
  /** From now on the provider cannot be reached. */
  const stop = async () => {
    if (!server.listening) return
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  t.teardown(stop)
  return {
    issuer,
    /** What it was asked for so far. */
    asked,
    stop,
    startAgain: () => listen(port),
    /** What it answers under a path instead of what it should. */
    instead,
    /** Signs with a new key from now on. */
    rotate: async (kid: string) => {
      keys = [await makeKey(kid)]
      start()
    },
    /** The public key that tokens are signed with now. */
    publicKey: (): JWK => {
      const { d: _, ...jwk } = keys[0]?.jwk ?? {}
      return jwk as JWK
    },
    /** A token as this provider writes them, except where told otherwise. */
    sign: (claims: object = {}, header: object = {}, key = keys[0] as Key) => {
      const now = Math.floor(Date.now() / 1000)
      const members = {
        iss: issuer,
        aud: audience,
        sub: 'noor',
        iat: now,
        exp: now + 600,
        jti: 'a',
        client_id: CLIENT.id,
      }
      return new SignJWT({ ...members, ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid, ...header })
        .sign(key.privateKey)
    },
  }
}
