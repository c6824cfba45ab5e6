import { hash, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { test } from 'tap'
import { spellSecret } from '../../src/identity/api-keys/rules.ts'
import { openService } from '../support/service.ts'

const FRESH = { name: 'Dashboard', scopes: ['journal:read'] }

test('API keys', async (t) => {
  const service = await openService(t)
  const start = service.clock.now
  const at = (seconds: number) => {
    service.clock.now = new Date(start.getTime() + seconds * 1000)
  }
  t.afterEach(() => at(0))

  await t.test('the secret is shown when the key is made, and never again', async (t) => {
    const noor = await service.newAccount()
    const made = await noor.post('/v1/api-keys', FRESH)
    const { id, secret, hint } = made.body
    t.equal(made.status, 201)
    t.equal(made.headers.location, `/v1/api-keys/${id}`)
    t.equal(hint, secret.slice(-4))
    const later = [
      await noor.get(`/v1/api-keys/${id}`),
      await noor.get('/v1/api-keys'),
      await noor.patch(`/v1/api-keys/${id}`, { name: 'Old dashboard' }),
      await noor.post(`/v1/api-keys/${id}/rotations`, {}),
    ]
    t.strictSame(
      later.map(({ status }) => status),
      [200, 200, 200, 201],
    )
    for (const answer of later) t.notOk(JSON.stringify(answer).includes(secret))
    t.equal((await service.client(secret).get('/v1/applications')).status, 200)
  })

  await t.test('the database holds the digest of the secret, and nothing else of it', async (t) => {
    const noor = await service.newAccount()
    const { id, secret } = (await noor.post('/v1/api-keys', FRESH)).body
    const { rows } = await service.db.execute(sql`SELECT * FROM api_keys WHERE id = ${id}`)
    const [row = {}] = rows
    t.equal(row.secret_hash, hash('sha256', secret))
    const stored = JSON.stringify({ ...row, secret_hash: undefined })
    for (let i = 4; i + 5 <= secret.length; i++) t.notOk(stored.includes(secret.slice(i, i + 5)))
  })

  await t.test('a mistyped secret is refused without asking the database', async (t) => {
    const noor = await service.newAccount()
    const secret = noor.secret as string
    let asked = 0
    const count = () => {
      asked++
    }
    service.db.$client.on('acquire', count)
    t.teardown(() => service.db.$client.off('acquire', count))
    const other = secret.charAt(9) === 'a' ? 'b' : 'a'
    for (const typed of [secret.slice(0, -1), `${secret}a`, secret.slice(0, 9) + other + secret.slice(10)]) {
      const { status, body } = await service.client(typed).get('/v1/me')
      t.strictSame([status, body.code], [401, 'unauthenticated'])
    }
    t.equal(asked, 0)
    t.equal((await service.client(spellSecret(randomBytes(64))).get('/v1/me')).status, 401)
    t.equal(asked, 1, 'a secret that nobody was given has to be looked up')
  })

  await t.test('a key works until the instant it expires, and no longer', async (t) => {
    const noor = await service.newAccount()
    const { body } = await noor.post('/v1/api-keys', { ...FRESH, expiresAt: '2026-06-01T12:00:00+02:00' })
    t.equal(body.expiresAt, '2026-06-01T10:00:00.000Z')
    const dashboard = service.client(body.secret)
    at(3599.999)
    t.equal((await dashboard.get('/v1/applications')).status, 200)
    at(3600)
    const { status, headers } = await dashboard.get('/v1/applications')
    t.equal(status, 401)
    t.match(headers['www-authenticate'], /error="invalid_token"/)
    const list = await noor.get('/v1/api-keys')
    t.ok(
      list.body.data.some(({ id }: { id: string }) => id === body.id),
      'it stays on the list',
    )
    await noor.patch(`/v1/api-keys/${body.id}`, { expiresAt: null })
    t.equal((await dashboard.get('/v1/applications')).status, 200, 'and works again without an end')
  })

  await t.test('a key may be made for longer than anybody lives', async (t) => {
    const noor = await service.newAccount()
    const { status, body } = await noor.post('/v1/api-keys', { ...FRESH, expiresAt: '2199-12-31T00:00:00Z' })
    t.strictSame([status, body.expiresAt], [201, '2199-12-31T00:00:00.000Z'])
  })

  await t.test('a removed key is refused with the next request', async (t) => {
    const noor = await service.newAccount()
    const { id, secret } = (await noor.post('/v1/api-keys', FRESH)).body
    const dashboard = service.client(secret)
    t.equal((await dashboard.get('/v1/applications')).status, 200)
    t.equal((await noor.delete(`/v1/api-keys/${id}`)).status, 204)
    t.equal((await dashboard.get('/v1/applications')).status, 401)
    t.equal((await noor.get(`/v1/api-keys/${id}`)).status, 404)
    t.equal((await noor.get('/v1/me')).status, 200, 'other keys go on working')
  })

  await t.test(
    'when a key was last used is noted at most once a minute, and is no change of it',
    async (t) => {
      const noor = await service.newAccount()
      const { id, secret, lastUsedAt } = (await noor.post('/v1/api-keys', FRESH)).body
      t.equal(lastUsedAt, null)
      const use = async (seconds: number) => {
        at(seconds)
        await service.client(secret).get('/v1/applications')
        const { body } = await noor.get(`/v1/api-keys/${id}`)
        t.equal(body.version, 1)
        return body.lastUsedAt
      }
      t.equal(await use(5), '2026-06-01T09:00:05.000Z')
      t.equal(await use(64.999), '2026-06-01T09:00:05.000Z')
      t.equal(await use(65), '2026-06-01T09:01:05.000Z')
      t.equal(await use(66), '2026-06-01T09:01:05.000Z')
    },
  )

  await t.test('two accounts see and touch only their own keys', async (t) => {
    const [noor, sam] = [await service.newAccount('Noor'), await service.newAccount('Sam')]
    const { id, secret } = (await noor.post('/v1/api-keys', FRESH)).body
    const { data } = (await sam.get('/v1/api-keys')).body
    t.strictSame(
      data.map(({ name }: { name: string }) => name),
      ['First key'],
    )
    const path = `/v1/api-keys/${id}`
    for (const refused of [
      await sam.get(path),
      await sam.patch(path, { name: 'Mine' }),
      await sam.delete(path),
      await sam.post(`${path}/rotations`, {}),
    ])
      t.strictSame([refused.status, refused.body.code], [404, 'not_found'])
    t.hasStrict((await noor.get(path)).body, { name: 'Dashboard', version: 1, expiresAt: null })
    t.equal((await service.client(secret).get('/v1/applications')).status, 200)
  })

  await t.test('a key names what it is for and at least one thing it may do, each once', async (t) => {
    const noor = await service.newAccount()
    for (const scopes of [[], ['journal:read', 'journal:read'], ['journal:everything'], undefined]) {
      const { status, body } = await noor.post('/v1/api-keys', { ...FRESH, scopes })
      t.strictSame([status, body.code], [400, 'invalid_request'])
      t.match(body.errors[0].pointer, /^\/scopes/)
    }
    t.equal((await noor.post('/v1/api-keys', { scopes: ['journal:read'] })).status, 400)
    t.equal((await noor.get('/v1/api-keys')).body.data.length, 1, 'nothing was made')
  })
})
