import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'

test('a key cannot grant more than itself', async (t) => {
  const service = await openService(t)
  const HELD = ['account:manage', 'journal:read']

  /** The owner's own key, which may do everything, and a weaker one that may manage keys. */
  const owners = async () => {
    const owner = await service.newAccount()
    const { body } = await owner.post('/v1/api-keys', { name: 'Desk', scopes: HELD })
    return { owner, desk: service.client(body.secret), deskId: body.id as string }
  }
  const keysOf = async (client: Client) => (await client.get('/v1/api-keys')).body.data

  await t.test('what it holds itself, it may pass on', async (t) => {
    const { desk } = await owners()
    const { status, body } = await desk.post('/v1/api-keys', { name: 'Reader', scopes: ['journal:read'] })
    t.equal(status, 201)
    t.strictSame(body.scopes, ['journal:read'])
  })

  await t.test('a key that would be over before it begins is none', async (t) => {
    const { owner } = await owners()
    for (const expiresAt of ['2020-01-01T00:00:00Z', service.clock.now.toISOString()]) {
      const over = { name: 'Over', scopes: HELD, expiresAt }
      const { status, body } = await owner.post('/v1/api-keys', over)
      t.strictSame([status, body.code], [422, 'end_behind'])
    }
    t.equal((await keysOf(owner)).length, 2)
  })

  await t.test('a new key with more is refused, naming what is missing', async (t) => {
    const { owner, desk } = await owners()
    const scopes = ['journal:read', 'journal:write', 'insights:read']
    const { status, body } = await desk.post('/v1/api-keys', { name: 'Writer', scopes })
    t.strictSame([status, body.code], [422, 'scope_not_held'])
    t.match(body.detail, 'journal:write, insights:read')
    t.notMatch(body.detail, 'journal:read')
    t.equal((await keysOf(owner)).length, 2)
  })

  await t.test('it can widen no key, itself neither', async (t) => {
    const { owner, desk, deskId } = await owners()
    const { body: reader } = await desk.post('/v1/api-keys', { name: 'Reader', scopes: ['journal:read'] })
    for (const id of [reader.id, deskId]) {
      const { status, body } = await desk.patch(`/v1/api-keys/${id}`, { scopes: [...HELD, 'journal:write'] })
      t.strictSame([status, body.code], [422, 'scope_not_held'])
    }
    t.hasStrict((await owner.get(`/v1/api-keys/${reader.id}`)).body, { scopes: ['journal:read'], version: 1 })
    t.strictSame((await owner.get(`/v1/api-keys/${deskId}`)).body.scopes, HELD)
    const widened = await desk.patch(`/v1/api-keys/${reader.id}`, { scopes: HELD })
    t.strictSame([widened.status, widened.body.scopes, widened.body.version], [200, HELD, 2])
  })

  await t.test('it cannot get at the secret of a stronger key by rotating it', async (t) => {
    const { owner, desk } = await owners()
    const strong = (await keysOf(owner)).find(({ name }: { name: string }) => name === 'First key')
    const { status, body } = await desk.post(`/v1/api-keys/${strong.id}/rotations`, { overlapSeconds: 0 })
    t.strictSame([status, body.code], [422, 'scope_not_held'])
    t.equal((await keysOf(owner)).length, 2)
    t.equal((await owner.get('/v1/me')).status, 200, 'the stronger key lives on')
  })

  await t.test('nor by sending again what made or rotated one, under the same Idempotency-Key', async (t) => {
    const { owner, desk } = await owners()
    const once = { 'idempotency-key': 'one-key-for-two' }
    const first = await owner.post('/v1/api-keys', { name: 'Writer', scopes: ['journal:write'] }, once)
    const path = `/v1/api-keys/${first.body.id}/rotations`
    const twice = { 'idempotency-key': 'another-for-two' }
    t.equal((await owner.post(path, { overlapSeconds: 60 }, twice)).status, 201)
    const answers = [
      await desk.post('/v1/api-keys', { name: 'Writer', scopes: ['journal:write'] }, once),
      await desk.post(path, { overlapSeconds: 60 }, twice),
    ]
    for (const { status, body } of answers)
      t.strictSame([status, body.code, body.secret], [422, 'idempotency_key_reused', undefined])
    const again = await owner.post('/v1/api-keys', { name: 'Writer', scopes: ['journal:write'] }, once)
    t.strictSame(again.body, first.body, 'the one who sent it is answered alike')
  })

  await t.test('nor at the address of a link or a feed that shows more than it may read', async (t) => {
    const { owner } = await owners()
    const few = { name: 'Robot', scopes: ['account:manage', 'automation:manage'] }
    const robot = service.client((await owner.post('/v1/api-keys', few)).body.secret)
    for (const [path, body] of [
      ['/v1/share-links', { label: 'Robin', figures: ['funnel'] }],
      ['/v1/calendar-feeds', { label: 'Phone' }],
    ] as const) {
      const once = { 'idempotency-key': `of ${path}` }
      t.equal((await owner.post(path, body, once)).status, 201)
      const replayed = await robot.post(path, body, once)
      t.strictSame([replayed.status, replayed.body.code], [422, 'idempotency_key_reused'])
    }
  })

  await t.test('what a key makes ends with it, or before', async (t) => {
    const { owner } = await owners()
    const [end, sooner, later] = [
      '2026-06-01T10:00:00.000Z',
      '2026-06-01T09:30:00.000Z',
      '2027-06-01T00:00:00Z',
    ]
    const brief = (await owner.post('/v1/api-keys', { name: 'Brief', scopes: HELD, expiresAt: end })).body
    const other = (await owner.post('/v1/api-keys', { name: 'Year', scopes: HELD, expiresAt: later })).body
    const lasting = (await owner.post('/v1/api-keys', { name: 'Lasting', scopes: HELD })).body
    const client = service.client(brief.secret)
    for (const refused of [
      await client.post('/v1/api-keys', { name: 'Longer', scopes: HELD, expiresAt: later }),
      await client.post('/v1/api-keys', { name: 'Endless', scopes: HELD }),
      await client.patch(`/v1/api-keys/${brief.id}`, { expiresAt: null }),
      await client.post(`/v1/api-keys/${other.id}/rotations`, {}),
      await client.post(`/v1/api-keys/${lasting.id}/rotations`, {}),
    ])
      t.strictSame([refused.status, refused.body.code], [422, 'life_not_held'])
    const made = await client.post('/v1/api-keys', { name: 'Briefer', scopes: HELD, expiresAt: sooner })
    t.strictSame([made.status, made.body.expiresAt], [201, sooner])
    service.clock.now = new Date('2026-06-01T09:50:00Z')
    const renewed = await client.post(`/v1/api-keys/${brief.id}/rotations`, {})
    t.strictSame([renewed.status, renewed.body.expiresAt], [201, '2026-06-01T10:50:00.000Z'], 'but itself')
  })

  await t.test('a key that ends gives no right to one that lives longer', async (t) => {
    const { owner } = await owners()
    const end = '2026-06-01T10:00:00.000Z'
    const brief = (await owner.post('/v1/api-keys', { name: 'Brief', scopes: HELD, expiresAt: end })).body
    const few = { scopes: ['journal:read'] }
    const lasting = (await owner.post('/v1/api-keys', { name: 'Lasting', ...few })).body
    const ending = (await owner.post('/v1/api-keys', { name: 'Ending', ...few, expiresAt: end })).body
    const client = service.client(brief.secret)
    const widen = (id: string, more = {}) => client.patch(`/v1/api-keys/${id}`, { scopes: HELD, ...more })
    const refused = await widen(lasting.id)
    t.strictSame([refused.status, refused.body.code], [422, 'life_not_held'])
    t.strictSame((await owner.get(`/v1/api-keys/${lasting.id}`)).body.scopes, ['journal:read'])
    t.equal((await widen(ending.id)).status, 200, 'one that ends with it may have it')
    t.equal((await widen(lasting.id, { expiresAt: end })).status, 200, 'or is made to')
    const whole = (await owner.post('/v1/api-keys', { name: 'Whole', scopes: HELD })).body
    t.equal((await client.patch(`/v1/api-keys/${whole.id}`, few)).status, 200, 'rights may be taken')
  })

  await t.test('a key without account:manage manages no keys at all', async (t) => {
    const { owner, desk } = await owners()
    const { body } = await desk.post('/v1/api-keys', { name: 'Reader', scopes: ['journal:read'] })
    const reader = service.client(body.secret)
    for (const refused of [
      await reader.get('/v1/api-keys'),
      await reader.post('/v1/api-keys', { name: 'Twin', scopes: ['journal:read'] }),
      await reader.delete(`/v1/api-keys/${body.id}`),
    ]) {
      t.strictSame([refused.status, refused.body.code], [403, 'insufficient_scope'])
      t.match(refused.headers['www-authenticate'], 'scope="account:manage"')
    }
    t.equal((await keysOf(owner)).length, 3)
  })

  await t.test('a name may be changed without naming any right, and an old version is refused', async (t) => {
    const { owner, desk, deskId } = await owners()
    const before = await owner.get(`/v1/api-keys/${deskId}`)
    const renamed = await desk.patch(`/v1/api-keys/${deskId}`, { name: 'Front desk' })
    t.hasStrict(renamed.body, { name: 'Front desk', scopes: HELD, version: 2 })
    const stale = { 'if-match': before.headers.etag as string }
    const { status, body } = await owner.patch(`/v1/api-keys/${deskId}`, { name: 'Back desk' }, stale)
    t.strictSame([status, body.code], [412, 'precondition_failed'])
    t.equal((await owner.delete(`/v1/api-keys/${deskId}`, stale)).status, 412)
    t.equal((await owner.get(`/v1/api-keys/${deskId}`)).body.name, 'Front desk')
  })
})
