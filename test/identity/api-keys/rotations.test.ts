import { test } from 'tap'
import type { Body } from '../../support/client.ts'
import { openService } from '../../support/service.ts'

const HOUR = 3600
const DAY = 24 * HOUR

test('rotating a key', async (t) => {
  const service = await openService(t)
  const start = service.clock.now
  const at = (seconds: number) => {
    service.clock.now = new Date(start.getTime() + seconds * 1000)
  }
  const after = (seconds: number) => new Date(start.getTime() + seconds * 1000).toISOString()
  t.afterEach(() => at(0))

  const makeKey = async (expiresAt: string | null = null) => {
    const noor = await service.newAccount()
    const members = { name: 'Dashboard', scopes: ['insights:read', 'journal:read'], expiresAt }
    return { noor, old: (await noor.post('/v1/api-keys', members)).body }
  }
  const works = async (secret: string) =>
    (await service.client(secret).get('/v1/applications')).status === 200

  await t.test('both secrets work during the overlap, then the new one alone', async (t) => {
    const { noor, old } = await makeKey()
    const rotated = await noor.post(`/v1/api-keys/${old.id}/rotations`, { overlapSeconds: HOUR })
    const fresh = rotated.body
    t.equal(rotated.status, 201)
    t.equal(rotated.headers.location, `/v1/api-keys/${fresh.id}`)
    t.not(fresh.id, old.id)
    t.not(fresh.secret, old.secret)
    at(HOUR - 0.001)
    t.strictSame([await works(old.secret), await works(fresh.secret)], [true, true])
    at(HOUR)
    t.strictSame([await works(old.secret), await works(fresh.secret)], [false, true])
  })

  await t.test('without an overlap the old secret ends at once, and a day is what is usual', async (t) => {
    const { noor, old } = await makeKey()
    const fresh = (await noor.post(`/v1/api-keys/${old.id}/rotations`, { overlapSeconds: 0 })).body
    t.strictSame([await works(old.secret), await works(fresh.secret)], [false, true])
    await noor.post(`/v1/api-keys/${fresh.id}/rotations`, {})
    t.equal((await noor.get(`/v1/api-keys/${fresh.id}`)).body.expiresAt, after(DAY))
  })

  await t.test('the new key has the name and the rights of the old one', async (t) => {
    const { noor, old } = await makeKey()
    const fresh = (await noor.post(`/v1/api-keys/${old.id}/rotations`, {})).body
    t.hasStrict(fresh, { name: 'Dashboard', scopes: ['insights:read', 'journal:read'], version: 1 })
    t.equal(fresh.expiresAt, null, 'a key without an end is followed by one without an end')
  })

  await t.test('the new key lives as long as the old one was made for', async (t) => {
    const { noor, old } = await makeKey(after(30 * DAY))
    at(20 * DAY)
    const fresh = (await noor.post(`/v1/api-keys/${old.id}/rotations`, {})).body
    t.equal(fresh.expiresAt, after(50 * DAY))
  })

  await t.test('an overlap never lengthens the life of the old key', async (t) => {
    const { noor, old } = await makeKey(after(HOUR))
    await noor.post(`/v1/api-keys/${old.id}/rotations`, { overlapSeconds: 7 * DAY })
    t.equal((await noor.get(`/v1/api-keys/${old.id}`)).body.expiresAt, after(HOUR))
    at(HOUR)
    t.notOk(await works(old.secret))
  })

  await t.test(
    'a key that was rotated already passes on its own length of life, not the overlap',
    async (t) => {
      const { noor, old } = await makeKey()
      await noor.post(`/v1/api-keys/${old.id}/rotations`, { overlapSeconds: HOUR })
      const again = (await noor.post(`/v1/api-keys/${old.id}/rotations`, { overlapSeconds: HOUR })).body
      t.equal(again.expiresAt, null)
    },
  )

  await t.test('a key that was replaced works on, and makes, changes and rotates none', async (t) => {
    const noor = await service.newAccount()
    const members = { name: 'Desk', scopes: ['account:manage', 'journal:read'], expiresAt: after(30 * DAY) }
    const old = (await noor.post('/v1/api-keys', members)).body
    const [desk, path] = [service.client(old.secret), `/v1/api-keys/${old.id}`]
    const once = { 'idempotency-key': 'its-own-rotation' }
    const fresh = await desk.post(`${path}/rotations`, { overlapSeconds: HOUR }, once)
    t.strictSame([fresh.status, fresh.body.replacedAt], [201, null])
    at(60)
    const versions = async () =>
      (await noor.get('/v1/api-keys')).body.data.map(({ id, version }: Body) => [id, version])
    const before = await versions()
    for (const refused of [
      await desk.post(`${path}/rotations`, {}),
      await desk.post('/v1/api-keys', { ...members, expiresAt: after(120) }),
      await desk.patch(path, { name: 'Still here' }),
      await desk.delete(`/v1/api-keys/${fresh.body.id}`),
    ])
      t.strictSame([refused.status, refused.body.code], [422, 'key_replaced'])
    t.strictSame(await versions(), before)
    t.equal((await noor.get(path)).body.replacedAt, after(0))
    const again = await desk.post(`${path}/rotations`, { overlapSeconds: HOUR }, once)
    t.strictSame(again.body, fresh.body, 'its own rotation is answered again')
    t.ok(await works(old.secret))
    t.equal((await desk.delete(path)).status, 204, 'it may go before its time')
  })

  await t.test(
    'a key that was ended, or came to its end, passes on the length of life that it had',
    async (t) => {
      for (const [made, passedOn] of [
        [after(30 * DAY), after(71 * DAY)],
        [null, null],
      ] as const) {
        const { noor, old } = await makeKey(made)
        await noor.patch(`/v1/api-keys/${old.id}`, { expiresAt: after(0) })
        at(41 * DAY)
        const fresh = (await noor.post(`/v1/api-keys/${old.id}/rotations`, {})).body
        t.equal(fresh.expiresAt, passedOn)
        t.strictSame([await works(old.secret), await works(fresh.secret)], [false, true])
        at(0)
      }
    },
  )

  await t.test('an overlap is at most a week, and not negative', async (t) => {
    const { noor, old } = await makeKey()
    for (const overlapSeconds of [-1, 7 * DAY + 1, 0.5, '60']) {
      const { status, body } = await noor.post(`/v1/api-keys/${old.id}/rotations`, { overlapSeconds })
      t.strictSame([status, body.errors[0].pointer], [400, '/overlapSeconds'])
    }
    t.ok(await works(old.secret))
  })
})
