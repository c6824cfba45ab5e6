import { test } from 'tap'
import { readConfig } from '../../src/config.ts'
import { OPERATOR_KEY, openService } from '../support/service.ts'

test('accounts', async (t) => {
  const service = await openService(t)

  await t.test('the operator makes an account, whose first key opens it', async (t) => {
    const { status, headers, body } = await service
      .client(OPERATOR_KEY)
      .post('/v1/accounts', { displayName: 'Noor', timeZone: 'Europe/Amsterdam' })
    t.equal(status, 201)
    t.equal(headers.location, '/v1/me')
    t.match(body.apiKey.secret, /^avk_[0-9A-Za-z]{36}$/)
    const me = await service.client(body.apiKey.secret).get('/v1/me')
    t.equal(me.status, 200)
    t.match(me.body, {
      id: body.account.id,
      displayName: 'Noor',
      timeZone: 'Europe/Amsterdam',
      locale: 'en',
      version: 1,
    })
  })

  await t.test('nobody but the operator makes accounts', async (t) => {
    const noor = await service.newAccount()
    for (const secret of [undefined, noor.secret, `${OPERATOR_KEY}x`]) {
      const { status, body } = await service.client(secret).post('/v1/accounts', { displayName: 'Mallory' })
      t.equal(status, 401)
      t.equal(body.code, 'unauthenticated')
      if (secret) t.match(body.detail, /OPERATOR_KEY/)
    }
  })

  await t.test('a patch changes what it names, and null goes back to the default', async (t) => {
    const noor = await service.newAccount('Noor')
    const changed = await noor.patch('/v1/me', { email: 'noor@example.org', timeZone: 'Asia/Tokyo' })
    t.match(changed.body, {
      displayName: 'Noor',
      email: 'noor@example.org',
      timeZone: 'Asia/Tokyo',
      version: 2,
    })
    const cleared = await noor.patch('/v1/me', { email: null, timeZone: null })
    t.match(cleared.body, { email: null, timeZone: 'UTC', version: 3 })
  })
  await t.test('a time zone is one in which days can be read', async (t) => {
    const noor = await service.newAccount()
    for (const timeZone of ['AST', 'EST5EDT', 'Europe/Berlin', 'ist', 'IST', 'Mars/Olympus', '+01:00']) {
      const { status, body } = await noor.patch('/v1/me', { timeZone })
      if (status !== 200) t.strictSame([status, body.errors[0].pointer], [400, '/timeZone'], timeZone)
      t.equal((await noor.get('/v1/insights/summary')).status, 200, timeZone)
    }
    t.equal((await noor.get('/v1/me')).body.timeZone, 'Europe/Berlin')
  })
})

test('the credential of the operator is one that a header can carry, or the service does not start', async (t) => {
  for (const key of [
    'a'.repeat(31),
    'correct horse battery staple, and more',
    'ö'.repeat(32),
    `${'a'.repeat(32)}\n`,
  ])
    t.throws(() => readConfig({ OPERATOR_KEY: key }), /OPERATOR_KEY: must have at least 32 characters/, key)
  t.equal(readConfig({ OPERATOR_KEY }).OPERATOR_KEY, OPERATOR_KEY)
  t.equal(readConfig({ OPERATOR_KEY: '' }).OPERATOR_KEY, undefined, 'none at all is none')
})
