import assert from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'tap'
import { OUTCOME_KINDS } from '../../../src/journal/outcomes/rules.ts'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication, addInterview, idsOf } from './records.ts'

const BEHIND = [null, '2026-04-30', '2026-05-01', '2026-05-20']
const behind = fc.constantFrom(...BEHIND)
const AHEAD = '2026-06-15'
const day = fc.constantFrom(...BEHIND, AHEAD)
const instant = fc.constantFrom(
  '2026-05-01T00:30:00+02:00',
  '2026-05-20T23:59:59.999Z',
  '2026-06-01T09:01:00Z',
)
const interview = fc
  .record({
    time: fc.oneof(instant, fc.constant(null)),
    day,
    status: fc.constantFrom(null, 'scheduled', 'completed', 'cancelled', 'missed'),
    heardBackOn: behind,
  })
  .map(({ time, day, ...others }) => ({ startsAt: time, heldOn: time ? null : day, ...others }))
  .filter(({ status, heldOn }) => status !== 'completed' || heldOn !== AHEAD)
const outcome = fc.record({ kind: fc.constantFrom(...OUTCOME_KINDS), decidedOn: behind, learnedOn: behind })

const nothing = fc.constant(undefined)

/** Method, path below the application (`interview` being one of its interviews), body. */
const write = fc.oneof(
  fc.tuple(fc.constant('post'), fc.constant('/interviews'), interview),
  fc.tuple(fc.constant('patch'), fc.constant('interview'), interview),
  fc.tuple(fc.constant('delete'), fc.constantFrom('interview', '/offer', '/outcome'), nothing),
  fc.tuple(fc.constant('delete'), fc.constant('interview'), nothing),
  fc.tuple(fc.constant('put'), fc.constant('/offer'), fc.record({ receivedOn: behind })),
  fc.tuple(fc.constant('put'), fc.constant('/outcome'), outcome),
  fc.tuple(
    fc.constant('patch'),
    fc.constant(''),
    fc.record({ appliedOn: day, respondedOn: behind }, { requiredKeys: [] }),
  ),
)

const pathOf = async (client: Client, path: string, below: string, turn: number) => {
  if (below !== 'interview') return path + below
  const ids = idsOf(await client.get(`${path}/interviews`))
  return ids.length > 0 ? `/v1/interviews/${ids[turn % ids.length]}` : undefined
}

const carryOut = async (client: Client, path: string | undefined, method: string, body?: object) => {
  if (!path) return
  const payload = body && { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const { status } = await client.send(method.toUpperCase(), path, payload)
  assert.ok(
    [200, 201, 204].includes(status) || (method === 'delete' && status === 404),
    `${method} ${path}: ${status}`,
  )
}

const STAGES = ['saved', 'applied', 'responded', 'interviewed', 'offered', 'accepted']

/** What the records beneath an application bear out, read one by one and reckoned anew. */
const reckon = async (client: Client, path: string) => {
  const { appliedOn, respondedOn, createdAt } = (await client.get(path)).body
  const interviews: Body[] = (await client.get(`${path}/interviews?limit=200`)).body.data
  const [offer, outcome] = [await client.get(`${path}/offer`), await client.get(`${path}/outcome`)]
  const kind: string | null = outcome.status === 200 ? outcome.body.kind : null
  const held = interviews.filter(({ status }) => status === 'completed')
  const heldOn = held.flatMap((it) => it.heldOn ?? it.startsAt?.slice(0, 10) ?? [])
  const reached = [
    'saved',
    ...(appliedOn || kind === 'no_response' ? ['applied'] : []),
    ...(respondedOn || interviews.length > 0 || kind === 'rejected' ? ['responded'] : []),
    ...(held.length > 0 ? ['interviewed'] : []),
    ...(offer.status === 200 || kind?.startsWith('offer_') ? ['offered'] : []),
    ...(kind === 'offer_accepted' ? ['accepted'] : []),
  ]
  const days = [
    appliedOn,
    respondedOn,
    ...heldOn,
    ...interviews.map(({ heardBackOn }) => heardBackOn),
    ...(offer.status === 200 ? [offer.body.receivedOn] : []),
    ...(kind ? [outcome.body.decidedOn, outcome.body.learnedOn] : []),
  ].filter(Boolean)
  const last = days.sort().at(-1)
  return {
    stage: STAGES[Math.max(...reached.map((stage) => STAGES.indexOf(stage)))],
    status: kind ? 'closed' : 'open',
    outcome: kind,
    interviewCount: interviews.length,
    lastInterviewOn: heldOn.sort().at(-1) ?? null,
    lastActivityAt: last ? `${last}T00:00:00.000Z` : createdAt,
  }
}

test('whatever is written in whatever order, the computed members follow from the facts', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 3, maxLength: 8 }), async (writes) => {
      const { id } = await addApplication(noor)
      await addInterview(noor, id)
      const path = `/v1/applications/${id}`
      for (const [turn, [method, below, body]] of writes.entries()) {
        await carryOut(noor, await pathOf(noor, path, below, turn), method, body)
        const expected: Record<string, unknown> = await reckon(noor, path)
        const { body: application } = await noor.get(path)
        const names = Object.keys(expected)
        assert.deepEqual(Object.fromEntries(names.map((name) => [name, application[name]])), expected)
      }
    }),
    { numRuns: 25 },
  )
})
