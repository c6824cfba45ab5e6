import { test } from 'tap'
import { ATTENTION } from '../../src/coaching/clients/rules.ts'
import { sealed } from '../../src/platform/lists.ts'
import { CONSENTS } from '../../src/platform/scopes.ts'
import type { Body, Client } from '../support/client.ts'
import { somebodyWaits } from '../support/row-lock.ts'
import { openService } from '../support/service.ts'
import { countStatements } from '../support/statements.ts'
import { engage } from './pairs.ts'

test('the dashboard of a coach', async (t) => {
  const service = await openService(t)
  const robin = await service.newAccount('Robin')
  const meet = async (name: string, scopes: readonly (typeof CONSENTS)[number][] = CONSENTS) => {
    const client = await service.newAccount(name)
    const id = await engage(client, robin, scopes)
    const made = async (url: string, body: unknown) => (await client.post(url, body)).body.id as string
    return { client, id, made }
  }
  const rowOf = async ({ accountId }: { accountId: string }): Promise<Body> =>
    (await robin.get(`/v1/clients/${accountId}`)).body
  const codes = ({ attention }: Body) => attention.map(({ code }: Body) => code)

  const noor = await meet('Noor')
  const application = await noor.made('/v1/applications', {
    company: 'Lindgren Optics',
    appliedOn: '2026-04-01',
  })
  const final = await noor.made(`/v1/applications/${application}/interviews`, {
    kind: 'final',
    heldOn: '2026-05-20',
  })
  const asked = { prompt: 'How do you validate a test rig?', answered: 'did_not_know' }
  await noor.made(`/v1/interviews/${final}/questions`, asked)
  const missed = await noor.made(`/v1/interviews/${final}/questions`, asked)
  await noor.client.put(`/v1/applications/${application}/outcome`, {
    kind: 'rejected',
    learnedOn: '2026-05-28',
  })
  const next = await noor.made('/v1/applications', { company: 'Brightwater', appliedOn: '2026-05-01' })
  const soon = await noor.made(`/v1/applications/${next}/interviews`, { startsAt: '2026-06-03T09:00:00Z' })
  await noor.client.put(`/v1/applications/${next}/offer`, { receivedOn: '2026-05-30' })

  await t.test('names the records that may be worth a word, and since when', async (t) => {
    const row = await rowOf(noor.client)
    t.match(row, {
      id: noor.id,
      displayName: 'Noor',
      scopes: CONSENTS,
      figures: { applications: 2, open: 1, interviews: 2, offers: 1, endedWithoutOffer: 1 },
    })
    const nothing = { applicationId: null, interviewId: null, questionId: null }
    t.strictSame(row.attention, [
      { code: 'near_miss', since: '2026-05-28', subject: { ...nothing, applicationId: application } },
      { code: 'offer', since: '2026-05-30', subject: { ...nothing, applicationId: next } },
      {
        code: 'interview_soon',
        since: '2026-06-03',
        subject: { ...nothing, applicationId: next, interviewId: soon },
      },
      {
        code: 'reflection_overdue',
        since: '2026-05-20',
        subject: { ...nothing, applicationId: application, interviewId: final },
      },
      {
        code: 'repeated_miss',
        since: '2026-06-01',
        subject: { ...nothing, interviewId: final, questionId: missed },
      },
    ])
  })

  await t.test('shows no more than each client lets be seen', async (t) => {
    const half = await meet('Sam', ['journal:read'])
    const held = await half.made('/v1/applications', { company: 'Halden', appliedOn: '2026-04-01' })
    await half.made(`/v1/applications/${held}/interviews`, { heldOn: '2026-05-20' })
    t.notOk(codes(await rowOf(half.client)).includes('reflection_overdue'))
    await half.client.patch(`/v1/engagements/${half.id}`, { scopes: ['journal:read', 'reflections:read'] })
    t.ok(codes(await rowOf(half.client)).includes('reflection_overdue'))
    await half.client.patch(`/v1/engagements/${half.id}`, { scopes: ['insights:read'] })
    t.match(await rowOf(half.client), { figures: null, attention: [] })
    for (const change of [{ status: 'paused' }, {}]) {
      if ('status' in change) await half.client.patch(`/v1/engagements/${half.id}`, change)
      else await half.client.post(`/v1/engagements/${half.id}/end`)
      t.equal((await robin.get(`/v1/clients/${half.client.accountId}`)).status, 404)
      t.notOk(JSON.stringify((await robin.get('/v1/clients')).body).includes('Sam'))
    }
  })

  await t.test('a client who is quiet; not one in a pause', async (t) => {
    const kim = await meet('Kim')
    await kim.made('/v1/applications', { company: 'Halden', appliedOn: '2026-06-01' })
    t.strictSame(codes(await rowOf(kim.client)), [])
    const began = service.clock.now
    service.clock.now = new Date('2026-06-16T09:00:00.000Z')
    t.strictSame((await rowOf(kim.client)).attention[0]?.since, '2026-06-01')
    t.strictSame(codes(await rowOf(kim.client)), ['quiet'])
    await kim.client.post('/v1/pauses', { from: '2026-06-10', to: '2026-06-20' })
    t.strictSame(codes(await rowOf(kim.client)), [])
    service.clock.now = began
  })

  await t.test(
    'what a client learned of on a day that begins later elsewhere is there at once',
    async (t) => {
      const ana = await meet('Ana')
      await ana.client.patch('/v1/me', { timeZone: 'Pacific/Auckland' })
      const began = service.clock.now
      service.clock.now = new Date('2026-06-01T21:00:00.000Z')
      const lost = await ana.made('/v1/applications', { company: 'Halden', appliedOn: '2026-05-01' })
      await ana.made(`/v1/applications/${lost}/interviews`, { kind: 'final', heldOn: '2026-05-30' })
      await ana.client.put(`/v1/applications/${lost}/outcome`, { kind: 'rejected', learnedOn: '2026-06-02' })
      t.match((await rowOf(ana.client)).attention, [{ code: 'near_miss', since: '2026-06-02' }])
      service.clock.now = began
      await ana.client.post(`/v1/engagements/${ana.id}/end`)
    },
  )

  await t.test('is sorted and filtered, page by page', async (t) => {
    await meet('Lee')
    const names = async (search: string) => {
      const met: string[] = []
      let cursor = ''
      do {
        const { body } = await robin.get(`/v1/clients?limit=1${search}${cursor}`)
        met.push(...body.data.map(({ displayName }: Body) => displayName))
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : ''
      } while (cursor)
      return met
    }
    t.strictSame(await names(''), ['Lee', 'Kim', 'Noor'])
    t.strictSame((await names('&sort=lastActivityAt'))[0], 'Lee', 'nothing was ever recorded there')
    t.strictSame(await names('&sort=-lastActivityAt'), (await names('&sort=lastActivityAt')).reverse())
    t.strictSame(await names('&attention=near_miss'), ['Noor'])
    t.strictSame(await names('&attention=quiet'), [])
  })

  await t.test('is sorted by name, whatever is called by another name meanwhile', async (t) => {
    const coach = await service.newAccount('Coach')
    const called = async (name: string) => {
      const client = await service.newAccount(name)
      await engage(client, coach, ['insights:read'])
      return client
    }
    const long = `${'Å'.repeat(60)}`
    for (const name of ['zoe', 'Åsa', 'adam', long, `${long}s`, 'Émile', '2026-06-01', '-infinity', 'Zoe 🙂'])
      await called(name)
    const [first, second] = [await called('Bo'), await called('Bo')]
    const list = '/v1/clients?sort=displayName'
    const all = (await coach.get(`${list}&limit=200`)).body.data
    const names = all.map(({ displayName }: Body) => displayName)
    t.ok(names.indexOf('adam') < names.indexOf('Åsa') && names.indexOf('Åsa') < names.indexOf('Bo'))
    t.ok(names.indexOf('Bo') < names.indexOf('Émile') && names.indexOf('Émile') < names.indexOf('zoe'))
    const met: Body[] = []
    let cursor = ''
    do {
      const { status, body } = await coach.get(`${list}&limit=1${cursor}`)
      t.equal(status, 200)
      met.push(...body.data)
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : ''
    } while (cursor)
    t.strictSame(met, all)
    const bos = all.filter(({ displayName }: Body) => displayName === 'Bo')
    t.same(new Set(bos.map(({ accountId }: Body) => accountId)), new Set([first.accountId, second.accountId]))
    const place = names.indexOf('Bo')
    const page = (await coach.get(`${list}&limit=${place + 1}`)).body
    await first.patch('/v1/me', { displayName: 'Xi' })
    await second.patch('/v1/me', { displayName: 'Xi' })
    const rest = (await coach.get(`${list}&limit=200&cursor=${page.nextCursor}`)).body.data
    t.strictSame(
      rest.map(({ displayName }: Body) => displayName),
      [...names.slice(place + 2, -2), 'Xi', 'Xi', ...names.slice(-2)],
    )
    const other = await coach.get(`/v1/clients?sort=lastActivityAt&cursor=${page.nextCursor}`)
    t.equal(other.body.code, 'invalid_cursor')
    t.equal((await robin.get(`${list}&cursor=${page.nextCursor}`)).body.code, 'invalid_cursor')
  })

  await t.test('a cursor that was made up is refused, whatever it stands for', async (t) => {
    const coach = await service.newAccount('Coach')
    for (const name of ['Ada', 'Bo']) await engage(await service.newAccount(name), coach, ['journal:read'])
    const forged = (real: string, value: string) => {
      const [print, id] = Buffer.from(real.split('.')[0] as string, 'base64url')
        .toString()
        .split(' ')
      const place = Buffer.from(`${print} ${id} ${value}`).toString('base64url')
      return sealed(coach.accountId, place)
    }
    for (const sort of ['displayName', 'lastActivityAt']) {
      const list = `/v1/clients?sort=${sort}&limit=1`
      const { nextCursor } = (await coach.get(list)).body
      for (const value of [
        '~AA',
        '~_w',
        'Ada',
        '~QWRh~',
        `~${Buffer.from('2026-06-01').toString('base64url')}`,
      ]) {
        const { status, body } = await coach.get(`${list}&cursor=${forged(nextCursor, value)}`)
        t.strictSame([status, body.code], [400, 'invalid_cursor'], `${sort} ${value}`)
      }
    }
  })

  await t.test('shows where each client is, as long as the engagement is active', async (t) => {
    const coach = await service.newAccount('Coach')
    const ines = await service.newAccount('Inês')
    await ines.patch('/v1/me', { timeZone: 'Europe/Lisbon', locale: 'pt-PT', email: 'ines@example.org' })
    const id = await engage(ines, coach, ['assignments:write'])
    const here = { timeZone: 'Europe/Lisbon', locale: 'pt-PT', status: 'active', figures: null, pause: null }
    t.match((await coach.get('/v1/clients')).body.data, [here])
    const { body } = await coach.get(`/v1/clients/${ines.accountId}`)
    t.match(body, here)
    t.notOk(JSON.stringify(body).includes('example.org'))
    await ines.patch('/v1/me', { timeZone: 'Asia/Tokyo' })
    t.equal((await coach.get(`/v1/clients/${ines.accountId}`)).body.timeZone, 'Asia/Tokyo')
    t.strictSame((await coach.get('/v1/clients?status=paused')).body, { data: [] })

    await ines.patch(`/v1/engagements/${id}`, { status: 'paused', scopes: CONSENTS })
    await ines.post('/v1/applications', { company: 'Halden', appliedOn: '2026-06-01' })
    const looks = (await ines.get('/v1/access-log')).body.data.length
    t.strictSame((await coach.get('/v1/clients')).body, { data: [] })
    const [row] = (await coach.get('/v1/clients?status=paused&sort=displayName')).body.data
    const nothing = { timeZone: null, locale: null, scopes: [], figures: null, pause: null, attention: [] }
    t.hasStrict(row, { ...nothing, id, displayName: 'Inês', status: 'paused' })
    t.strictSame((await coach.get('/v1/clients?status=paused&attention=quiet')).body, { data: [] })
    t.equal((await coach.get(`/v1/clients/${ines.accountId}`)).status, 404)
    t.equal((await ines.get('/v1/access-log')).body.data.length, looks, 'nothing of theirs was seen')
    await ines.post(`/v1/engagements/${id}/end`)
    t.strictSame((await coach.get('/v1/clients?status=paused')).body, { data: [] })
  })

  await t.test('says that a client is on a declared pause, and asks for nothing meanwhile', async (t) => {
    const uma = await meet('Uma')
    const held = await uma.made('/v1/applications', { company: 'Halden', appliedOn: '2026-05-01' })
    await uma.made(`/v1/applications/${held}/interviews`, { heldOn: '2026-05-20' })
    t.match(await rowOf(uma.client), { pause: null, attention: [{ code: 'reflection_overdue' }] })
    await uma.client.post('/v1/pauses', { from: '2026-05-30', notes: 'By the sea' })
    const row = await rowOf(uma.client)
    t.strictSame(row.pause, { from: '2026-05-30', to: null })
    t.strictSame(codes(row), [], 'as next-actions are empty then')
    t.strictSame((await uma.client.get('/v1/next-actions')).body.data, [])
    t.equal((await robin.get('/v1/clients?attention=reflection_overdue')).body.data.length, 1, 'only Noor')
    await uma.client.patch(`/v1/engagements/${uma.id}`, { scopes: ['insights:read'] })
    t.equal((await rowOf(uma.client)).pause, null)
    await uma.client.post(`/v1/engagements/${uma.id}/end`)
  })

  await t.test('an interview is soon as long as it is still to come', async (t) => {
    const sol = await meet('Sol')
    const tried = await sol.made('/v1/applications', { company: 'Halden', appliedOn: '2026-05-31' })
    await sol.made(`/v1/applications/${tried}/interviews`, { startsAt: '2026-06-02T09:00:00Z' })
    t.strictSame(codes(await rowOf(sol.client)), ['interview_soon'])
    const began = service.clock.now
    service.clock.now = new Date('2026-06-02T11:00:00.000Z')
    t.match((await sol.client.get('/v1/next-actions')).body.data[0], { code: 'whats_next' })
    t.strictSame(codes(await rowOf(sol.client)), [], 'it has begun')
    service.clock.now = began
    await sol.client.put(`/v1/applications/${tried}/outcome`, {
      kind: 'role_closed',
      learnedOn: '2026-06-01',
    })
    t.strictSame(codes(await rowOf(sol.client)), [], 'nobody waits for them there any more')
    await sol.client.post(`/v1/engagements/${sol.id}/end`)
  })

  await t.test('counts all clients together', async (t) => {
    t.match((await robin.get('/v1/clients/summary')).body, {
      clients: 3,
      seen: 3,
      applications: 3,
      offers: 1,
      attention: { near_miss: 1, interview_soon: 1, quiet: 0 },
    })
  })

  await t.test('finds by a filter, and counts, what the rows name', async (t) => {
    const { data: rows } = (await robin.get('/v1/clients?limit=200')).body
    const { attention } = (await robin.get('/v1/clients/summary')).body
    t.strictSame(Object.keys(attention), ATTENTION)
    for (const code of ATTENTION) {
      const named = rows.filter((row: Body) => codes(row).includes(code))
      t.strictSame((await robin.get(`/v1/clients?limit=200&attention=${code}`)).body.data, named, code)
      t.equal(attention[code], named.length, code)
    }
  })

  await t.test('stands in the log of each client that it showed, or counted', async (t) => {
    const operations = async ({ client }: { client: Client }) =>
      (await client.get('/v1/access-log?limit=200')).body.data.map(({ operation }: Body) => operation)
    const unseen = await meet('Sasha', ['insights:read'])
    await robin.get('/v1/clients/summary')
    const seen = await operations(noor)
    for (const operation of ['listClients', 'getClient', 'getCohort'])
      t.ok(seen.includes(operation), operation)
    t.strictSame(await operations(unseen), [], 'no figure was of their records')
  })

  await t.test('takes the same few statements, however many clients it shows', async (t) => {
    const ask = (limit: number) => countStatements(service, () => robin.get(`/v1/clients?limit=${limit}`))
    t.equal(await ask(1), await ask(200))
  })

  await t.test('a client who is erased while it is read takes the log along', async (t) => {
    const { coach, client } = { coach: await service.newAccount(), client: await service.newAccount() }
    await engage(client, coach, ['journal:read'])
    const other = await service.db.$client.connect()
    t.teardown(() => other.release())
    await other.query('BEGIN')
    await other.query('DELETE FROM accounts WHERE id = $1', [client.accountId])
    const reading = coach.get('/v1/clients')
    await somebodyWaits(other)
    await other.query('COMMIT')
    t.equal((await reading).status, 200)
    t.strictSame((await coach.get('/v1/clients')).body, { data: [] })
  })
})
