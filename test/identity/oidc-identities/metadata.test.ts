import { test } from 'tap'
import { readConfig } from '../../../src/config.ts'
import { SCOPES } from '../../../src/platform/scopes.ts'
import type { Operation } from '../../support/conformance.ts'
import { openService } from '../../support/service.ts'

const OIDC_ISSUER = 'https://id.example.org/realms/search/'
const WITH = {
  PUBLIC_URL: 'https://afterview.example',
  OIDC_ISSUER,
  OIDC_AUDIENCE: 'https://afterview.example',
}
const METADATA = '/.well-known/oauth-protected-resource'

test('a service that is told of a provider', async (t) => {
  const { client, app } = await openService(t, WITH)

  await t.test('says who gives out access tokens, for what', async (t) => {
    const { status, body } = await client().get(METADATA)
    t.equal(status, 200)
    t.strictSame(body, {
      resource: 'https://afterview.example',
      resource_name: 'Afterview',
      authorization_servers: [OIDC_ISSUER],
      scopes_supported: [...SCOPES],
      bearer_methods_supported: ['header'],
      resource_documentation: 'https://afterview.example/docs',
    })
  })

  await t.test('leads there from every challenge', async (t) => {
    const metadata = `resource_metadata="https://afterview.example${METADATA}"`
    for (const [credential, error] of [
      [undefined, ''],
      ['avk_unknown', ' error="invalid_token",'],
    ]) {
      const { status, headers } = await client(credential).get('/v1/me')
      t.equal(status, 401)
      t.equal(headers['www-authenticate'], `Bearer realm="afterview",${error} ${metadata}`)
    }
  })

  await t.test('names it in the contract, with the scopes of each operation', async (t) => {
    const { components, paths } = app.swagger() as unknown as {
      components: { securitySchemes: object }
      paths: Record<string, Record<string, Operation>>
    }
    t.hasStrict(components.securitySchemes, {
      accessToken: {
        type: 'openIdConnect',
        openIdConnectUrl: 'https://id.example.org/realms/search/.well-known/openid-configuration',
      },
    })
    const securityOf = (path: string, method: string) => paths[path]?.[method]?.security
    t.strictSame(securityOf('/v1/me', 'get'), [{ apiKey: [] }, { accessToken: [] }])
    t.strictSame(securityOf('/v1/applications', 'post'), [{ apiKey: [] }, { accessToken: ['journal:write'] }])
    t.strictSame(securityOf('/v1/notes', 'post'), [
      { apiKey: [] },
      { accessToken: ['journal:write'] },
      { apiKey: [], clientAccount: [] },
      { accessToken: ['coaching:write'], clientAccount: [] },
    ])
    t.strictSame(securityOf('/v1/accounts', 'post'), [{ operatorKey: [] }])
    t.strictSame(securityOf('/livez', 'get'), [])
  })
})

test('a service that is told of none takes keys alone, and says so', async (t) => {
  const { client, app } = await openService(t)
  const { body } = await client().get(METADATA)
  t.notOk('authorization_servers' in body)
  const { status, headers, body: problem } = await client('eyJh.eyJz.c2ln').get('/v1/me')
  t.strictSame([status, problem.code], [401, 'unauthenticated'])
  t.notMatch(headers['www-authenticate'], 'resource_metadata')
  t.notMatch(JSON.stringify(app.swagger()), 'accessToken')
})

test('a provider is named whole, and as one that can be trusted', async (t) => {
  for (const OIDC_ISSUER of [
    'https://id.example.org',
    'http://localhost:8080/realm',
    'http://[::1]:80/',
    'http://127.0.0.1',
  ])
    t.equal(readConfig({ OIDC_ISSUER, OIDC_AUDIENCE: 'api' }).OIDC_ISSUER, OIDC_ISSUER)
  const refused = [
    'id.example.org',
    'http://id.example.org',
    'http://localhost.example.org',
    'http://127.0.0.1.example.org',
    'https://id.example.org?tenant=1',
    'https://id.example.org#x',
    'https://me:secret@id.example.org',
    'https://',
    'ftp://id.example.org',
  ]
  const said = 'OIDC_ISSUER: must be an https:// address without a query, or an http:// one of this machine.'
  for (const OIDC_ISSUER of refused)
    t.throws(() => readConfig({ OIDC_ISSUER, OIDC_AUDIENCE: 'api' }), { message: said }, OIDC_ISSUER)
  const half = { message: 'OIDC_ISSUER: must be set together with OIDC_AUDIENCE, or neither of them.' }
  t.throws(() => readConfig({ OIDC_ISSUER: 'https://id.example.org' }), half)
  t.throws(() => readConfig({ OIDC_AUDIENCE: 'api' }), half)
  t.throws(() => readConfig({ OIDC_ISSUER: 'https://id.example.org', OIDC_AUDIENCE: '' }), half)
})
