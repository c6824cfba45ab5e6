import { test } from 'tap'
import { SCOPES } from '../../../src/platform/scopes.ts'
import type { Body } from '../../support/client.ts'
import { openProvider } from '../../support/openid-provider.ts'
import { openService } from '../../support/service.ts'
import { countStatements } from '../../support/statements.ts'

const AUDIENCE = 'https://afterview.example'
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

  await t.test('leaves nothing behind when it erases its account, and may come again', async (t) => {
    const robin = await clientOf('leaving')
    const { body: first } = await robin.get('/v1/me')
    await robin.post('/v1/applications', { company: 'Lindgren Optics' })
    const erased = await robin.send('DELETE', '/v1/me', {
      payload: JSON.stringify({ confirm: first.id }),
      headers: { 'content-type': 'application/json' },
    })
    t.equal(erased.status, 204)
    const left = "SELECT 1 FROM oidc_identities WHERE account_id = $1 OR subject = 'leaving'"
    t.strictSame((await service.db.$client.query(left, [first.id])).rows, [])
    const { body: second } = await robin.get('/v1/me')
    t.not(second.id, first.id)
    t.strictSame((await robin.get('/v1/applications')).body.data, [])
  })
})
