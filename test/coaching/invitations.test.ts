import { test } from 'tap'
import { CONSENTS } from '../../src/platform/scopes.ts'
import type { Body } from '../support/client.ts'
import { openService } from '../support/service.ts'

test('invitations', async (t) => {
  const service = await openService(t)
  const { clock, db } = service
  const noor = await service.newAccount('Noor')
  const robin = await service.newAccount('Robin')
  const accept = (who: typeof noor, token: string, terms = {}) =>
    who.post('/v1/engagements/acceptances', { token, ...terms })

  await t.test('a coach invites; the client says what the coach may do', async (t) => {
    const invited = await robin.post('/v1/engagements', { role: 'coach', message: 'Shall we?' })
    t.equal(invited.status, 201)
    t.match(invited.body, {
      role: 'coach',
      status: 'invited',
      scopes: [],
      coach: { accountId: robin.accountId, displayName: 'Robin' },
      client: null,
      invitationExpiresAt: '2026-06-15T09:00:00.000Z',
    })
    const { id, invitationToken: token } = invited.body
    t.ok(token.length >= 43, 'nobody guesses it')
    t.equal((await robin.get(`/v1/engagements/${id}`)).body.invitationToken, undefined, 'it is shown once')
    const { rows } = await db.$client.query(
      'SELECT count(*)::int AS n FROM engagements t WHERE t::text LIKE $1',
      [`%${token}%`],
    )
    t.equal(rows[0].n, 0, 'and kept nowhere')

    const without = await accept(noor, token)
    t.strictSame([without.status, without.body.code], [422, 'scopes_missing'])
    const { status, headers, body } = await accept(noor, token, {
      scopes: ['journal:read'],
      endsOn: '2026-06-30',
    })
    t.equal(status, 201)
    t.equal(headers.location, `/v1/engagements/${id}`)
    t.match(body, {
      id,
      role: 'client',
      status: 'active',
      scopes: ['journal:read'],
      endsOn: '2026-06-30',
      invitedBy: 'coach',
      coach: { displayName: 'Robin' },
      client: { displayName: 'Noor' },
      acceptedAt: clock.now.toISOString(),
    })
    for (const who of [noor, robin]) {
      t.equal((await who.get(`/v1/engagements/${id}`)).status, 200)
      t.strictSame(
        (await who.get('/v1/engagements')).body.data.map((each: { id: string }) => each.id),
        [id],
      )
    }
    t.equal((await (await service.newAccount()).get(`/v1/engagements/${id}`)).status, 404)
    const again = await accept(await service.newAccount(), token, { scopes: ['journal:read'] })
    t.strictSame([again.status, again.body.code], [404, 'not_found'], 'it is good for once')
    t.equal(JSON.stringify([body, invited.body]).includes('@'), false, 'nobody learns an address')
    await noor.post(`/v1/engagements/${id}/end`)
  })

  await t.test(
    'a client invites, and says then what the coach may do; the coach cannot say it',
    async (t) => {
      const bare = await noor.post('/v1/engagements', { role: 'client' })
      t.strictSame([bare.status, bare.body.code], [422, 'scopes_missing'])
      const wants = await robin.post('/v1/engagements', { role: 'coach', scopes: ['journal:read'] })
      t.strictSame([wants.status, wants.body.code], [422, 'not_the_client'])
      const { body } = await noor.post('/v1/engagements', { role: 'client', scopes: ['insights:read'] })
      for (const terms of [{ scopes: CONSENTS }, { endsOn: '2027-01-01' }]) {
        const refused = await accept(robin, body.invitationToken, terms)
        t.strictSame([refused.status, refused.body.code], [422, 'not_the_client'])
      }
      const { body: accepted } = await accept(robin, body.invitationToken)
      t.match(accepted, { role: 'coach', status: 'active', scopes: ['insights:read'] })
      const change = await robin.patch(`/v1/engagements/${body.id}`, { scopes: ['journal:read'] })
      t.strictSame([change.status, change.body.code], [422, 'not_the_client'])
      t.equal((await noor.patch(`/v1/engagements/${body.id}`, { scopes: ['study:read'] })).status, 200)
      await robin.post(`/v1/engagements/${body.id}/end`)
    },
  )

  await t.test('nobody coaches themselves', async (t) => {
    for (const role of ['coach', 'client']) {
      const terms = role === 'client' ? { scopes: ['journal:read'] } : {}
      const { body } = await noor.post('/v1/engagements', { role, ...terms })
      const own = await accept(
        noor,
        body.invitationToken,
        role === 'coach' ? { scopes: ['journal:read'] } : {},
      )
      t.strictSame([own.status, own.body.code], [422, 'engagement_with_oneself'])
      await noor.post(`/v1/engagements/${body.id}/end`)
    }
  })

  await t.test('an invitation is taken back', async (t) => {
    const { body } = await noor.post('/v1/engagements', { role: 'client', scopes: ['journal:read'] })
    t.match((await noor.post(`/v1/engagements/${body.id}/end`)).body, { status: 'ended', endedBy: 'client' })
    t.equal((await accept(await service.newAccount(), body.invitationToken)).status, 404)
  })

  await t.test('of many who accept one invitation at once, one comes in', async (t) => {
    const { body } = await noor.post('/v1/engagements', { role: 'client', scopes: ['journal:read'] })
    const many = await Promise.all(Array.from({ length: 8 }, () => service.newAccount('One of many')))
    const answers = await Promise.all(many.map((each) => accept(each, body.invitationToken)))
    t.strictSame(answers.map(({ status }) => status).sort(), [201, ...Array(7).fill(404)])
  })

  await t.test('whoever has the token sees who invites and to what, before accepting', async (t) => {
    const look = (who: typeof noor, token: string) => who.post('/v1/engagements/lookups', { token })
    const [sam, coach] = [await service.newAccount('Sam'), await service.newAccount('Coach')]
    const terms = { scopes: ['journal:read'], endsOn: '2026-06-30' }
    const message = 'Shall we look at it together?'
    const { body: offered } = await coach.post('/v1/engagements', { role: 'coach', message })
    const { body: asked } = await sam.post('/v1/engagements', { role: 'client', ...terms })
    const seen = await look(sam, offered.invitationToken)
    t.equal(seen.status, 200)
    t.strictSame(seen.body, {
      invitedBy: 'coach',
      coach: { accountId: coach.accountId, displayName: 'Coach' },
      client: null,
      message,
      scopes: [],
      endsOn: null,
      invitationExpiresAt: offered.invitationExpiresAt,
    })
    t.match((await look(coach, asked.invitationToken)).body, {
      invitedBy: 'client',
      coach: null,
      client: { displayName: 'Sam' },
      ...terms,
    })
    t.equal((await look(sam, asked.invitationToken)).status, 200, 'one of their own as well')
    t.equal((await coach.get(`/v1/engagements/${asked.id}`)).status, 404, 'it is not theirs yet')

    t.equal((await accept(sam, offered.invitationToken, terms)).status, 201, 'it is good for one yet')
    await sam.post(`/v1/engagements/${asked.id}/end`)
    for (const token of [offered.invitationToken, asked.invitationToken, 'a-guess']) {
      const { status, body } = await look(await service.newAccount(), token)
      t.strictSame([status, body.code], [404, 'not_found'])
    }
  })

  await t.test('it waits no longer than the last day that the client names', async (t) => {
    const began = clock.now
    const terms = { scopes: ['journal:read'], endsOn: '2026-06-02' }
    const { body } = await noor.post('/v1/engagements', { role: 'client', ...terms })
    clock.now = new Date('2026-06-02T23:59:59.999Z')
    t.equal((await noor.get(`/v1/engagements/${body.id}`)).body.status, 'invited')
    clock.now = new Date('2026-06-03T00:00:00.000Z')
    t.equal((await noor.get(`/v1/engagements/${body.id}`)).body.status, 'expired')
    const idsOf = async (status: string) =>
      (await noor.get(`/v1/engagements?status=${status}`)).body.data.map(({ id }: Body) => id)
    t.strictSame(await idsOf('expired'), [body.id])
    t.notOk((await idsOf('invited')).includes(body.id))
    t.equal((await accept(robin, body.invitationToken)).status, 404)
    clock.now = began
  })

  await t.test('up to a hundred wait at a time, and one that is taken back leaves room', async (t) => {
    const sam = await service.newAccount('Sam')
    const invite = () => sam.post('/v1/engagements', { role: 'coach' })
    const first = await invite()
    for (let made = 1; made < 100; made++) t.equal((await invite()).status, 201)
    const { status, body } = await invite()
    t.strictSame([status, body.code], [422, 'invitation_limit_reached'])
    await sam.post(`/v1/engagements/${first.body.id}/end`)
    t.equal((await invite()).status, 201)
  })
})
