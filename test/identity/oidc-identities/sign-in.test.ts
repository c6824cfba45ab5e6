import * as oauth from 'oauth4webapi'
import { test } from 'tap'
import { freePort } from '../../support/free-port.ts'
import { CLIENT, openProvider } from '../../support/openid-provider.ts'
import { openService } from '../../support/service.ts'
import { browse } from './browser.ts'

const INSECURE = { [oauth.allowInsecureRequests]: true }
const CODE = { client_id: CLIENT.id }

test('a client of somebody else, which knows the address of the service alone', async (t) => {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const provider = await openProvider(t, address)
  const variables = { PUBLIC_URL: address, OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: address }
  const service = await openService(t, variables)
  service.clock.now = new Date()
  await service.app.listen({ host: '127.0.0.1', port })

  /** Where tokens are to be had, as the service and the provider say it. */
  const discover = async () => {
    const refused = await fetch(`${address}/v1/applications`)
    const challenge = refused.headers.get('www-authenticate') ?? ''
    const [, metadata] = /resource_metadata="([^"]+)"/.exec(challenge) ?? []
    const found = await oauth.resourceDiscoveryRequest(new URL(address), INSECURE)
    t.equal(metadata, found.url)
    const resource = await oauth.processResourceDiscoveryResponse(new URL(address), found)
    const issuer = new URL(resource.authorization_servers?.[0] ?? '')
    const answer = await oauth.discoveryRequest(issuer, INSECURE)
    return { resource, server: await oauth.processDiscoveryResponse(issuer, answer) }
  }

  /** The authorization code flow with PKCE. */
  const signIn = async (person: string, scope: string) => {
    const { resource, server } = await discover()
    const verifier = oauth.generateRandomCodeVerifier()
    const url = new URL(server.authorization_endpoint ?? '')
    url.search = `${new URLSearchParams({
      response_type: 'code',
      client_id: CLIENT.id,
      redirect_uri: CLIENT.redirectUri,
      scope,
      resource: resource.resource,
      login_hint: person,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })}`
    const back = oauth.validateAuthResponse(server, CODE, await browse(url, CLIENT.redirectUri))
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      CODE,
      oauth.None(),
      back,
      CLIENT.redirectUri,
      verifier,
      { ...INSECURE, additionalParameters: { resource: resource.resource } },
    )
    return oauth.processAuthorizationCodeResponse(server, CODE, answer)
  }

  await t.test(
    'comes to a token by what the service says of itself, and to an account by the token',
    async (t) => {
      const scope = 'openid journal:read journal:write account:manage'
      const { access_token: token } = await signIn('noor', scope)
      const ask = (path: string, body?: unknown) =>
        oauth.protectedResourceRequest(
          token,
          body ? 'POST' : 'GET',
          new URL(address + path),
          new Headers({ 'content-type': 'application/json' }),
          body ? JSON.stringify(body) : null,
          INSECURE,
        )
      const me = await ask('/v1/me')
      t.equal(me.status, 200)
      const account = (await me.json()) as { id: string }
      t.hasStrict(account, { displayName: 'New account', email: null, version: 1 })
      t.equal((await ask('/v1/applications', { company: 'Lindgren Optics' })).status, 201)

      const again = await signIn('noor', scope)
      t.not(again.access_token, token)
      const noor = service.client(again.access_token)
      t.equal(
        (await noor.get('/v1/me')).body.id,
        account.id,
        'the same person comes back to the same account',
      )
      t.equal((await noor.get('/v1/applications')).body.data[0].company, 'Lindgren Optics')

      const sam = service.client((await signIn('sam', scope)).access_token)
      t.not((await sam.get('/v1/me')).body.id, account.id, 'another person has another one')
      t.strictSame((await sam.get('/v1/applications')).body.data, [])
    },
  )

  await t.test('gets what it asked for, and no more', async (t) => {
    const { access_token } = await signIn('noor', 'openid journal:read')
    const noor = service.client(access_token)
    t.equal((await noor.get('/v1/applications')).status, 200)
    const { status, headers, body } = await noor.post('/v1/applications', { company: 'Brightwater' })
    t.strictSame([status, body.code], [403, 'insufficient_scope'])
    t.match(body.detail, 'journal:write')
    t.match(headers['www-authenticate'], /^Bearer .*error="insufficient_scope", scope="journal:write"/)
  })

  await t.test('does not get in with the ID token that came along', async (t) => {
    const { id_token = '' } = await signIn('noor', 'openid journal:read')
    t.match(id_token, /^ey/)
    const { status, headers, body } = await service.client(id_token).get('/v1/me')
    t.strictSame([status, body.code], [401, 'unauthenticated'])
    t.match(headers['www-authenticate'], 'error="invalid_token"')
  })
})
