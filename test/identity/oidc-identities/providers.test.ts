import { test } from 'tap'
import { openProvider } from '../../support/openid-provider.ts'
import { openService } from '../../support/service.ts'

const AUDIENCE = 'https://afterview.example'
const COOLDOWN_MS = 30_000
const KEPT_MS = 600_000
const REST_MS = 5_000

test('the provider of access tokens', async (t) => {
  const provider = await openProvider(t, AUDIENCE)
  const variables = { OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: AUDIENCE }
  /** A process that has not asked it anything yet. */
  const openNew = async () => {
    const service = await openService(t, variables)
    service.clock.now = new Date()
    const statusOf = async (token: string) => (await service.client(token).get('/v1/me')).status
    return { service, statusOf }
  }
  // Not intercepted by tap, which notes where every reading comes from: a service that starts makes many.
  const { now: realNow } = Date
  let now = Date.now()
  Date.now = () => now
  t.teardown(() => {
    Date.now = realNow
  })
  /** Lets the time pass, for keys and tokens alike, which otherwise stands still. */
  const wait = (milliseconds: number) => {
    now += milliseconds
  }
  const asked = (path: string) => provider.asked.filter((it) => it === path).length

  await t.test('is asked when the first token comes, once, and never about a key', async (t) => {
    const { service, statusOf } = await openNew()
    const noor = await service.newAccount()
    await noor.get('/v1/me')
    for (const credential of ['avk_1.2.3', 'a.b', 'eyJhbGciOiJub25lIn0', `${noor.secret}x`])
      t.equal(await statusOf(credential), 401)
    t.strictSame(provider.asked, [])
    const token = await provider.sign()
    t.strictSame([...new Set(await Promise.all(Array.from({ length: 10 }, () => statusOf(token))))], [200])
    t.strictSame(provider.asked, ['/.well-known/openid-configuration', '/jwks'])
  })

  await t.test('may sign with a new key, which is found without a new start', async (t) => {
    const { statusOf } = await openNew()
    const old = await provider.sign()
    t.equal(await statusOf(old), 200)
    await provider.rotate('second')
    const fresh = await provider.sign()
    const before = asked('/jwks')
    t.equal(await statusOf(fresh), 401, 'keys that were read a moment ago are not read again')
    t.equal(asked('/jwks'), before)
    wait(COOLDOWN_MS + 1)
    t.equal(await statusOf(fresh), 200)
    t.equal(asked('/jwks'), before + 1)
    t.equal(await statusOf(old), 401, 'the old key has gone')
  })

  await t.test('is not asked again and again about keys that nobody has', async (t) => {
    const { statusOf } = await openNew()
    t.equal(await statusOf(await provider.sign()), 200)
    wait(COOLDOWN_MS + 1)
    const before = asked('/jwks')
    for (const kid of ['x', 'y', 'z', '../../etc/passwd', "' OR 1=1"])
      t.equal(await statusOf(await provider.sign({}, { kid })), 401)
    t.equal(asked('/jwks'), before + 1)
  })

  await t.test('that is out of reach is no fault of the token: 503, until it is back', async (t) => {
    const { service, statusOf } = await openNew()
    const noor = await service.newAccount()
    const token = await provider.sign()
    await provider.stop()
    const { status, headers, body } = await service.client(token).get('/v1/me')
    t.strictSame([status, body.code], [503, 'identity_provider_unavailable'])
    t.match(headers['retry-after'], /^\d+$/)
    t.notOk(headers['www-authenticate'])
    t.equal((await noor.get('/v1/me')).status, 200, 'keys go on working')
    await provider.startAgain()
    t.equal(await statusOf(token), 503, 'it is left alone for a moment')
    wait(Number(headers['retry-after']) * 1000)
    t.equal(await statusOf(token), 200)
  })

  await t.test('that fails is asked once for all tokens that wait, and then left alone', async (t) => {
    for (const path of ['/.well-known/openid-configuration', '/jwks']) {
      const { service, statusOf } = await openNew()
      const token = await provider.sign()
      provider.instead.set(path, (_, response) => response.writeHead(500).end())
      const before = asked(path)
      const waiting = await Promise.all(Array.from({ length: 10 }, () => service.client(token).get('/v1/me')))
      t.strictSame([...new Set(waiting.map(({ status }) => status))], [503], path)
      t.strictSame([...new Set(waiting.map(({ headers }) => headers['retry-after']))], ['5'])
      wait(REST_MS - 1)
      t.equal(await statusOf(token), 503)
      t.equal(asked(path), before + 1, 'once')
      wait(1)
      t.equal(await statusOf(token), 503)
      t.equal(asked(path), before + 2, 'once more')
      provider.instead.clear()
      wait(REST_MS)
      t.equal(await statusOf(token), 200)
    }
  })

  await t.test('that goes later is not needed for keys that are known, for a while', async (t) => {
    const { statusOf } = await openNew()
    t.equal(await statusOf(await provider.sign()), 200)
    await provider.stop()
    t.equal(await statusOf(await provider.sign()), 200)
    wait(COOLDOWN_MS + 1)
    t.equal(await statusOf(await provider.sign({}, { kid: 'unknown' })), 503, 'it may be a new one')
    t.equal(await statusOf(await provider.sign()), 200, 'and the known ones stay known')
    wait(KEPT_MS)
    t.equal(await statusOf(await provider.sign()), 503)
    await provider.startAgain()
    wait(REST_MS)
    t.equal(await statusOf(await provider.sign()), 200)
  })

  await t.test('that answers otherwise than it should is as good as none', async (t) => {
    const { issuer, instead } = provider
    const [CONFIGURATION, KEYS] = ['/.well-known/openid-configuration', '/jwks']
    const configuration = { issuer, jwks_uri: `${issuer}/jwks` }
    const json = (value: unknown) => ({ status: 200, text: JSON.stringify(value), headers: {} })
    const moved = { status: 302, text: '', headers: { location: '/elsewhere' } }
    const answers = {
      'an error': [CONFIGURATION, { status: 500, text: '', headers: {} }],
      'an error that looks like an answer': [CONFIGURATION, { ...json(configuration), status: 500 }],
      'no JSON': [CONFIGURATION, { status: 200, text: '<html>', headers: {} }],
      'another issuer': [CONFIGURATION, json({ ...configuration, issuer: `${issuer}/` })],
      'no keys': [CONFIGURATION, json({ issuer })],
      'keys in a file': [CONFIGURATION, json({ issuer, jwks_uri: 'file:///etc/passwd' })],
      'a way to somewhere else': [CONFIGURATION, moved],
      'an error for keys': [KEYS, { status: 500, text: '', headers: {} }],
      'keys that are none': [KEYS, json({ keys: 'all' })],
      'a way to other keys': [KEYS, moved],
    } as const
    const { statusOf } = await openNew()
    const token = await provider.sign()
    for (const [what, [path, { status, text, headers }]] of Object.entries(answers)) {
      const elsewhere = path === KEYS ? { keys: [provider.publicKey()] } : configuration
      instead.set('/elsewhere', (_, response) => response.end(JSON.stringify(elsewhere)))
      instead.set(path, (_, response) => response.writeHead(status, headers).end(text))
      t.equal(await statusOf(token), 503, what)
      wait(REST_MS)
      instead.clear()
    }
    t.equal(await statusOf(token), 200, 'until it does')
  })
})
