import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { CONSENTS, type Consent } from '../../src/platform/scopes.ts'
import { type Call, callsOf, eachCall } from '../contract/calls.ts'
import { fill, makeWorld, perform, readAll, type World } from '../contract/world.ts'
import { openService } from '../support/service.ts'
import { actingFor, engage, inAccountOf } from './pairs.ts'

const AREAS = ['journal', 'insights', 'guidance', 'coaching']

/** What a coach may be to an account, and what the account consents to. */
type Standing = { name: string; live: readonly Consent[]; as: ReturnType<typeof inAccountOf> }

const consentsOf = ({ operation }: Call) =>
  (operation as unknown as { 'x-coach-scopes'?: Consent[] })['x-coach-scopes'] ?? []

/** Another consent that does for what is the coach's own. */
const otherOf = ({ operation }: Call) =>
  (operation as unknown as { 'x-coach-scopes-or'?: Consent })['x-coach-scopes-or']

test('each operation says what a coach may do with it', async (t) => {
  const root = join(import.meta.dirname, '../../src')
  for (const area of AREAS) {
    for (const noun of await readdir(join(root, area))) {
      const text = await readFile(join(root, area, noun, 'routes.ts'), 'utf8').catch(() => '')
      for (const each of text.split('operation({').slice(1)) {
        const [, name] = /operationId: '(\w+)'/.exec(each) ?? []
        const says = /^\s+coach(: .+)?,$/m.test(each) || /^\s+credential(: 'none')?,$/m.test(each)
        t.ok(says, `${area}/${noun}: ${name}`)
      }
    }
  }
})

test('a coach gets what the client consents to, and nothing else', async (t) => {
  const service = await openService(t)
  const { contract, clock } = service
  const client = await service.newAccount('Noor')
  const world = await makeWorld(client)
  const calls = callsOf(contract).filter(({ credential }) => credential === 'key')

  const meet = async (name: string, live: readonly Consent[], scopes: readonly Consent[], more = {}) => {
    const coach = await service.newAccount(name)
    const id = scopes.length > 0 ? await engage(client, coach, scopes, more) : ''
    const standing: Standing = { name, live, as: inAccountOf(coach, client) }
    return { standing, coach, id }
  }
  const stranger = await meet('a stranger', [], [])
  const elsewhere = await meet('a coach of somebody else', [], [])
  await engage(await service.newAccount('Sam'), elsewhere.coach, CONSENTS)
  const invited = await meet('one who is invited', [], [])
  await client.post('/v1/engagements', { role: 'client', scopes: CONSENTS })
  await invited.coach.post('/v1/engagements', { role: 'coach' })
  const expired = await meet('one whose last day is over', [], CONSENTS, { endsOn: '2026-06-01' })
  const ended = await meet('one who was let go', [], CONSENTS)
  await client.post(`/v1/engagements/${ended.id}/end`)
  const left = await meet('one who left', [], CONSENTS)
  await left.coach.post(`/v1/engagements/${left.id}/end`)
  const paused = await meet('one who is paused', [], CONSENTS)
  await client.patch(`/v1/engagements/${paused.id}`, { status: 'paused' })
  const single = await Promise.all(CONSENTS.map((scope) => meet(`one with ${scope} alone`, [scope], [scope])))
  const full = await meet('one with all scopes', CONSENTS, CONSENTS)
  clock.now = new Date('2026-06-02T00:00:00.000Z')
  const met = [stranger, elsewhere, invited, expired, ended, left, paused, ...single, full]

  /** What is theirs to see and to change alone: what they wrote. */
  const OWN: { [Noun in string]?: { consent: Consent; body: object } } = {
    notes: { consent: 'notes:write', body: { text: 'Seen from outside.' } },
    assignments: { consent: 'assignments:write', body: { text: 'Seen from outside.' } },
    'coaching-sessions': { consent: 'assignments:write', body: { startsAt: '2026-06-12T15:00:00Z' } },
  }
  const ownWorld = async ({ live, as }: Standing, noun: string): Promise<World> => {
    const own = OWN[noun]
    if (!own || !live.includes(own.consent)) return world
    const { body } = await as.post(`/v1/${noun}`, own.body)
    return { ...world, records: { ...world.records, [noun]: body.id } }
  }
  /** What tells of coaches, and of what they wrote. */
  const tells = /^\/v1\/(access-log|assignments|coaching-sessions|events|event-types)/
  const readNow = async () => {
    const seen = await readAll(
      client,
      calls.filter(({ path }) => !tells.test(path)),
      world,
    )
    const agreed = ['assignments', 'coachingSessions']
    return JSON.stringify(seen, (key, value) => (agreed.includes(key) ? undefined : value))
  }
  const before = await readNow()

  await eachCall(t, calls, async (t, call) => {
    const needs = consentsOf(call)
    for (const { standing } of met) {
      const other = otherOf(call)
      const granted =
        (needs.length > 0 && needs.every((each) => standing.live.includes(each))) ||
        (other !== undefined && standing.live.includes(other))
      const [, noun = ''] = /^\/v1\/([a-z-]+)\/\{id\}/.exec(call.path) ?? []
      const isNoteRead = noun === 'notes' && call.method === 'GET'
      const at = granted && !isNoteRead ? await ownWorld(standing, noun) : world
      const { status, body } = await perform(standing.as, contract, call, at)
      if (granted) {
        const ids = isNoteRead ? [404] : [200, 201, 204]
        t.ok(ids.includes(status), `${standing.name}: ${status} ${body?.detail ?? ''}`)
      } else t.strictSame([status, body.code], [404, 'not_found'], standing.name)
    }
  })

  await t.test('and nothing came of it but what those wrote who may', async (t) => {
    const { data: agreed } = (await client.get('/v1/assignments?madeBy=coach&status=open&limit=200')).body
    t.ok(agreed.length > 0)
    for (const { id } of agreed) await client.post(`/v1/assignments/${id}/withdrawal`)

    const { data } = (await client.get('/v1/notes?limit=200')).body
    t.strictSame(
      data.filter(({ authorId }: { authorId: string }) => authorId !== client.accountId),
      [],
      'which are for their own eyes',
    )
    t.equal(await readNow(), before)
  })

  await t.test('a key needs the scope for it: 403, which names it', async (t) => {
    const { coach } = full
    const allowed = calls.filter((call) => consentsOf(call).length > 0)
    for (const [scope, others] of [
      ['coaching:read', ['coaching:write', 'journal:read', 'reflections:read', 'insights:read']],
      ['coaching:write', ['coaching:read', 'journal:write']],
    ] as const) {
      const { body: key } = await coach.post('/v1/api-keys', { name: 'Without', scopes: others })
      const reads = scope === 'coaching:read'
      await eachCall(
        t,
        allowed.filter(({ method }) => (method === 'GET') === reads),
        async (t, call) => {
          const answer = await perform(service.client(key.secret), contract, call, world, {
            headers: actingFor(client),
          })
          t.strictSame([answer.status, answer.body.code], [403, 'insufficient_scope'])
          t.ok(answer.body.detail.includes(scope))
          const says = call.operation.description?.split('A coach needs')[1] ?? ''
          t.strictSame(says.match(/coaching:\w+/g), [scope], 'and so does the contract')
        },
      )
    }
  })

  await t.test(
    'a header that names no account: 400; one that names another one, or oneself: 404',
    async (t) => {
      const ask = (id: string) => full.coach.get('/v1/applications', { 'afterview-account': id })
      for (const id of ['', 'noor', `${client.accountId}x`]) {
        const { status, body } = await ask(id)
        t.strictSame([status, body.code], [400, 'invalid_request'], id)
        t.match(body.errors, [{ pointer: '/headers/afterview-account' }])
      }
      for (const id of [full.coach.accountId, stranger.coach.accountId, client.accountId.replace(/^./, 'f')])
        t.equal((await ask(id)).status, 404)
      t.equal((await ask(client.accountId.toUpperCase())).status, 200)
    },
  )

  await t.test('the contract names the header where it means something', (t) => {
    for (const call of calls) {
      const named = call.operation.security?.some((way) => 'clientAccount' in way)
      t.equal(named, consentsOf(call).length > 0, call.operationId)
    }
    t.end()
  })

  await t.test('without the header a coach is in an account of their own', async (t) => {
    t.strictSame((await full.coach.get('/v1/applications')).body, { data: [] })
    t.equal((await full.coach.get(fill('/v1/applications/{id}', world))).status, 404)
  })
})
