import { createPublicKey } from 'node:crypto'
import { base64url, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { test } from 'tap'
import { openProvider } from '../../support/openid-provider.ts'
import { openService } from '../../support/service.ts'

const AUDIENCE = 'https://afterview.example'
const SECOND = 1000

test('an access token', async (t) => {
  const provider = await openProvider(t, AUDIENCE)
  const { sign, issuer } = provider
  const service = await openService(t, {
    PUBLIC_URL: AUDIENCE,
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: AUDIENCE,
  })
  t.beforeEach(() => {
    service.clock.now = new Date()
  })
  const seconds = () => Math.floor(Date.now() / SECOND)
  const meOf = (token: string) => service.client(token).get('/v1/me')

  await t.test('of the provider is as good as a key', async (t) => {
    for (const [claims, header] of [
      [{}, {}],
      [{}, { typ: 'application/at+jwt' }],
      [{ aud: ['https://elsewhere.example', AUDIENCE] }, {}],
      [{ aud: `${AUDIENCE}/` }, {}],
      [{ scope: 'openid journal:read unheard-of' }, {}],
    ] as const)
      t.equal((await meOf(await sign(claims, header))).status, 200, JSON.stringify([claims, header]))
  })

  await t.test('is refused unless the provider made it for this service, and lately', async (t) => {
    const other = await generateKeyPair('ES256')
    const key = { kid: 'first', privateKey: other.privateKey, jwk: {} }
    const { payload } = UnsecuredJWT.decode(
      new UnsecuredJWT({ iss: issuer, aud: AUDIENCE, sub: 'noor', exp: seconds() + 600 }).encode(),
    )
    const pem = createPublicKey({ key: provider.publicKey() as never, format: 'jwk' })
    const symmetric = (secret: Uint8Array) =>
      new SignJWT(payload).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'first' }).sign(secret)
    const [head = '', body = '', signature = ''] = (await sign()).split('.')
    const written = (members: object) => base64url.encode(JSON.stringify(members))
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
    const flipped = `${signature.slice(0, 9)}${signature[9] === 'A' ? 'B' : 'A'}${signature.slice(10)}`
    const refused: Record<string, string> = {
      'of another audience': await sign({ aud: 'https://elsewhere.example' }),
      'of an audience that only begins like ours': await sign({ aud: `${AUDIENCE}.attacker.example` }),
      'of no audience': await sign({ aud: undefined }),
      'of another issuer': await sign({ iss: 'https://id.attacker.example' }),
      'of an issuer that only ends otherwise': await sign({ iss: `${issuer}/` }),
      'of no issuer': await sign({ iss: undefined }),
      'of nobody': await sign({ sub: undefined }),
      'of somebody without a name': await sign({ sub: '' }),
      'of somebody whose name no column holds': await sign({ sub: 'noor\0' }),
      'of somebody with too long a name': await sign({ sub: 'n'.repeat(256) }),
      'of somebody who is a list': await sign({ sub: ['noor'] }),
      'that has expired': await sign({ exp: seconds() - 60 }),
      'that never ends': await sign({ exp: undefined }),
      'that ends in words': await sign({ exp: 'tomorrow' }),
      'that ends after all time': await sign({ exp: 1e300 }),
      'that is not valid yet': await sign({ nbf: seconds() + 60 }),
      'whose scopes are a list': await sign({ scope: ['journal:read'] }),
      'bound to a key that nobody showed': await sign({
        cnf: { jkt: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs' },
      }),
      'of the kind of ID tokens': await sign({}, { typ: 'JWT' }),
      'of no kind': await sign({}, { typ: undefined }),
      'of the kind that ends sessions': await sign({}, { typ: 'logout+jwt' }),
      'with a header that nobody here understands': `${written({ alg: 'ES256', typ: 'at+jwt', kid: 'first', crit: ['exp'] })}.${body}.${signature}`,
      'signed by somebody else under the same name': await sign({}, {}, key),
      'that brings its own key along': await sign(
        {},
        { jwk: other.publicKey, jku: 'https://id.attacker.example/keys', kid: undefined },
        key,
      ),
      'whose signature was changed': `${head}.${body}.${flipped}`,
      'whose signature is missing': `${head}.${body}.`,
      'whose claims were changed': `${head}.${written({ ...claims, sub: 'sam' })}.${signature}`,
      'whose signature counts for nothing (none)': `${written({ alg: 'none', typ: 'at+jwt' })}.${body}.`,
      'none, in capitals': `${written({ alg: 'NONE', typ: 'at+jwt' })}.${body}.`,
      'signed with the public key as a secret': await symmetric(
        Buffer.from(JSON.stringify(provider.publicKey())),
      ),
      'signed with the public key as a secret, in PEM': await symmetric(
        Buffer.from(pem.export({ type: 'spki', format: 'pem' })),
      ),
      'of another algorithm than its key has': `${written({ alg: 'RS256', typ: 'at+jwt', kid: 'first' })}.${body}.${signature}`,
      'whose parts are no JSON': 'a.b.c',
      'whose claims are no object': `${head}.${base64url.encode('[]')}.${signature}`,
      'in five parts': `${head}.${body}.${signature}.${body}.${signature}`,
      'with something behind it': `${await sign()}=`,
    }
    for (const [what, token] of Object.entries(refused)) {
      const { status, headers, body: problem } = await meOf(token)
      t.strictSame([status, problem.code], [401, 'unauthenticated'], what)
      t.match(
        headers['www-authenticate'],
        /^Bearer realm="afterview", error="invalid_token", resource_metadata="/,
      )
      t.notOk(JSON.stringify(problem).includes(token.slice(0, 40)), 'nothing of it is said again')
    }
    const { rows } = await service.db.$client.query('SELECT * FROM oidc_identities')
    t.equal(rows.length, 1, 'and nobody got an account by them')
  })

  await t.test('may be off by a little time, as clocks are', async (t) => {
    for (const [claims, status] of [
      [{ exp: seconds() - 15 }, 200],
      [{ exp: seconds() - 45 }, 401],
      [{ nbf: seconds() + 15 }, 200],
      [{ nbf: seconds() + 45 }, 401],
    ] as const)
      t.equal((await meOf(await sign(claims))).status, status, JSON.stringify(claims))
    service.clock.now = new Date(Date.now() + 700 * SECOND)
    const { body } = await meOf(await sign())
    t.equal(body.detail, 'The access token has expired.')
  })

  await t.test(
    'may do what its scopes say, in our words; one without them may do next to nothing',
    async (t) => {
      for (const scope of [
        undefined,
        '',
        'openid profile',
        'journal',
        'journal:*',
        'JOURNAL:READ',
        'journal:write',
      ]) {
        const { status, headers, body } = await service.client(await sign({ scope })).get('/v1/applications')
        t.strictSame([status, body.code], [403, 'insufficient_scope'], scope ?? 'none')
        t.match(body.detail, 'journal:read')
        t.match(
          headers['www-authenticate'],
          /error="insufficient_scope", scope="journal:read", resource_metadata="/,
        )
      }
      const token = await sign({ scope: 'openid journal:read unheard-of' })
      t.equal((await service.client(token).get('/v1/applications')).status, 200)
    },
  )

  await t.test('makes no key that may do more, or lasts longer', async (t) => {
    const scopes = ['account:manage', 'journal:read']
    const noor = service.client(await sign({ scope: scopes.join(' ') }))
    const soon = new Date(Date.now() + 60 * SECOND).toISOString()
    const make = (members: object) => noor.post('/v1/api-keys', { name: 'Script', scopes, ...members })
    t.equal(
      (await make({ scopes: [...scopes, 'journal:write'], expiresAt: soon })).body.code,
      'scope_not_held',
    )
    t.equal((await make({})).body.code, 'life_not_held')
    t.equal((await make({ expiresAt: new Date(Date.now() + 3600 * SECOND) })).body.code, 'life_not_held')
    const { status, body } = await make({ expiresAt: soon })
    t.equal(status, 201)
    t.equal((await noor.post(`/v1/api-keys/${body.id}/rotations`, {})).status, 201)
    const longer = await noor.patch(`/v1/api-keys/${body.id}`, { expiresAt: null })
    t.equal(longer.body.code, 'life_not_held')
    const late = service.client(await sign({ scope: scopes.join(' '), exp: Date.now() / 1000 - 15 }))
    const narrowed = await late.patch(`/v1/api-keys/${body.id}`, { scopes: ['journal:read'] })
    t.equal(narrowed.status, 200, 'a token in its last seconds takes rights away from a key that lives on')
    t.equal((await service.client(body.secret).get('/v1/me')).body.id, (await noor.get('/v1/me')).body.id)
  })

  await t.test('opens nothing that is the operator’s', async (t) => {
    const { status } = await service.client(await sign()).post('/v1/accounts', { displayName: 'Mallory' })
    t.equal(status, 401)
  })
})
