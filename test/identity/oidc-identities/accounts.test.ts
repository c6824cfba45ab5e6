import { test } from 'tap'
import { forgetOldErasures } from '../../../src/identity/oidc-identities/service.ts'
import { SCOPES } from '../../../src/platform/scopes.ts'
import type { Body, Client } from '../../support/client.ts'
import { openProvider } from '../../support/openid-provider.ts'
import { openService } from '../../support/service.ts'
import { countStatements } from '../../support/statements.ts'

const AUDIENCE = 'https://afterview.example'
const DAY_S = 86_400
const scope = SCOPES.join(' ')

test('whoever comes with an access token', async (t) => {
  const provider = await openProvider(t, AUDIENCE)
  const service = await openService(t, {
    OIDC_ISSUER: provider.issuer,
    OIDC_AUDIENCE: AUDIENCE,
    POOL_SIZE: '10',
  })
  service.clock.now = new Date()
  const clientOf = async (sub: string) => service.client(await provider.sign({ sub, scope }))
  const countAccounts = async () => {
    const { rows } = await service.db.$client.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM accounts',
    )
    return rows[0]?.count
  }

  await t.test('gets an account, once, however many requests come first', async (t) => {
    const before = (await countAccounts()) ?? 0
    const noor = await clientOf('noor')
    const answers = await Promise.all(Array.from({ length: 20 }, () => noor.get('/v1/me')))
    t.strictSame([...new Set(answers.map(({ status }) => status))], [200])
    t.equal(new Set(answers.map(({ body }) => body.id)).size, 1)
    t.equal(await countAccounts(), before + 1)
    t.equal(
      await countStatements(service, async () => noor.get('/v1/me')),
      2,
      'then it is found by one query',
    )
  })

  await t.test('is told apart by the provider’s word alone, not by what else a token says', async (t) => {
    const claims = { scope, email: 'noor@example.org', email_verified: true, name: 'Noor' }
    const ids: Body[] = []
    for (const sub of ['robin', 'Robin', 'robin '])
      ids.push((await service.client(await provider.sign({ ...claims, sub })).get('/v1/me')).body)
    t.equal(new Set(ids.map(({ id }) => id)).size, 3)
    for (const account of ids) t.hasStrict(account, { displayName: 'New account', email: null })
  })

  await t.test('has a journal like anybody, and retries are safe', async (t) => {
    const kim = await clientOf('kim')
    const once = { 'idempotency-key': 'first' }
    const made = await kim.post('/v1/applications', { company: 'Lindgren Optics' }, once)
    t.equal(made.status, 201)
    const again = await (await clientOf('kim')).post('/v1/applications', { company: 'Lindgren Optics' }, once)
    t.strictSame([again.body.id, again.headers['idempotent-replayed']], [made.body.id, 'true'])
    const elsewhere = await (await clientOf('sam')).post(
      '/v1/applications',
      { company: 'Lindgren Optics' },
      once,
    )
    t.not(elsewhere.body.id, made.body.id)
    t.equal((await (await clientOf('sam')).get(`/v1/applications/${made.body.id}`)).status, 404)
  })

  await t.test('coaches whoever lets them, and is seen doing it', async (t) => {
    const [client, coach] = [await service.newAccount('Mira'), await clientOf('coach')]
    const { body: coachs } = await coach.get('/v1/me')
    const invitation = await client.post('/v1/engagements', { role: 'client', scopes: ['journal:read'] })
    const token = invitation.body.invitationToken
    t.equal((await coach.post('/v1/engagements/acceptances', { token })).status, 201)
    await client.post('/v1/applications', { company: 'Lindgren Optics' })
    const acting = { 'afterview-account': client.accountId }
    t.equal((await coach.get('/v1/applications', acting)).body.data[0].company, 'Lindgren Optics')
    t.equal((await coach.get('/v1/reflections', acting)).status, 404, 'what was not granted is not there')
    const plain = service.client(await provider.sign({ sub: 'coach', scope: 'journal:read' }))
    t.equal((await plain.get('/v1/applications', acting)).body.code, 'insufficient_scope')
    const { data } = (await client.get('/v1/access-log')).body
    t.strictSame(
      data.map((entry: Body) => [entry.operation, entry.coach.accountId]),
      [['listApplications', coachs.id]],
    )
  })

  const erase = ({ send }: Client, confirm: string) =>
    send('DELETE', '/v1/me', {
      payload: JSON.stringify({ confirm }),
      headers: { 'content-type': 'application/json' },
    })
  /** A client with a token that was issued so many seconds after now. */
  const clientAt = async (sub: string, seconds: number, claims: object = {}) => {
    const iat = Math.floor(service.clock.now.getTime() / 1000) + seconds
    return service.client(await provider.sign({ sub, scope, iat, exp: iat + 40 * DAY_S, ...claims }))
  }

  await t.test('needs no key: the last one can go', async (t) => {
    const ada = await clientOf('ada')
    const expiresAt = new Date(service.clock.now.getTime() + 60_000).toISOString()
    const desk = { name: 'Desk', scopes: ['account:manage'], expiresAt }
    const { body } = await ada.post('/v1/api-keys', desk)
    t.equal((await service.client(body.secret).delete(`/v1/api-keys/${body.id}`)).status, 204)
    t.strictSame((await ada.get('/v1/api-keys')).body.data, [])
  })

  await t.test('leaves nothing behind when it erases its account, and may come again', async (t) => {
    const robin = await clientOf('leaving')
    const { body: first } = await robin.get('/v1/me')
    await robin.post('/v1/applications', { company: 'Lindgren Optics' })
    t.equal((await erase(robin, first.id)).status, 204)
    const left = "SELECT 1 FROM oidc_identities WHERE account_id = $1 OR subject = 'leaving'"
    t.strictSame((await service.db.$client.query(left, [first.id])).rows, [])
    const again = await clientAt('leaving', 1)
    const { body: second } = await again.get('/v1/me')
    t.not(second.id, first.id)
    t.strictSame((await again.get('/v1/applications')).body.data, [])
  })

  await t.test('opens no new account with a token from before the erasure', async (t) => {
    const [tablet, phone] = [await clientAt('two devices', -60), await clientAt('two devices', 0)]
    const { body } = await tablet.get('/v1/me')
    const key = await tablet.post('/v1/api-keys', { name: 'Zap', scopes: ['account:manage'] })
    t.equal(key.status, 422, 'a key has to end with its token')
    t.equal((await erase(tablet, body.id)).status, 204)
    const before = await countAccounts()
    for (const device of [tablet, phone]) {
      const { status, headers, body: problem } = await device.get('/v1/me')
      t.strictSame([status, problem.code], [401, 'unauthenticated'])
      t.match(problem.detail, /erased/)
      t.match(headers['www-authenticate'], /error="invalid_token"/)
    }
    t.equal(await countAccounts(), before)
    const { rows } = await service.db.$client.query('SELECT * FROM erased_identities')
    t.notMatch(JSON.stringify(rows), /two devices|127\.0\.0\.1/, 'nobody can read who it was')
    const { body: other } = await (await clientAt('one device', -60)).get('/v1/me')
    t.ok(other.id, 'others are not concerned')
    t.equal((await (await clientAt('two devices', 1)).get('/v1/me')).status, 200)
    t.equal((await tablet.get('/v1/me')).status, 401, 'nor leads it into the next')
  })

  await t.test('is told the same however often it comes and goes', async (t) => {
    for (const seconds of [0, 10, 20]) {
      service.clock.now = new Date(service.clock.now.getTime() + seconds * 1000)
      const client = await clientAt('coming and going', 0)
      service.clock.now = new Date(service.clock.now.getTime() + 1000)
      t.equal((await erase(client, (await client.get('/v1/me')).body.id)).status, 204)
      t.equal((await client.get('/v1/me')).status, 401)
    }
  })

  await t.test('opens none with a token that is older than any erasure is remembered', async (t) => {
    const [old, young, ageless] = [
      await clientAt('old', -30 * DAY_S),
      await clientAt('old', -30 * DAY_S + 1),
      await clientAt('old', 0, { iat: undefined }),
    ]
    for (const client of [old, ageless]) {
      const { status, body } = await client.get('/v1/me')
      t.strictSame([status, body.code], [401, 'unauthenticated'])
      t.match(body.detail, /too old .* iat/)
    }
    const { body } = await young.get('/v1/me')
    for (const client of [old, ageless]) t.equal((await client.get('/v1/me')).body.id, body.id)
    t.equal((await erase(young, body.id)).status, 204)
    const ctx = {
      db: service.db,
      now: new Date(service.clock.now.getTime() + 30 * DAY_S * 1000).toISOString(),
    }
    const remembered = async () =>
      (await service.db.$client.query('SELECT 1 FROM erased_identities')).rows.length
    t.ok((await remembered()) > 0)
    await forgetOldErasures(ctx)
    t.equal(await remembered(), 0, 'then it is forgotten')
    service.clock.now = new Date(ctx.now)
    t.equal((await young.get('/v1/me')).status, 401)
  })
})
