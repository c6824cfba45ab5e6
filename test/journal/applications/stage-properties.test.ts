import fc from 'fast-check'
import { test } from 'tap'
import { OUTCOME_KINDS } from '../../../src/journal/outcomes/rules.ts'
import type { Body, Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { addApplication } from './records.ts'

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

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, '0')}`)
const maybeDay = fc.option(day)
const status = fc.constantFrom('scheduled', 'completed', 'cancelled', 'missed')
const whichOne = fc.nat({ max: 9 })

type Write = (client: Client, path: string) => Promise<unknown>

const nth = async (client: Client, path: string, n: number) => {
  const { data } = (await client.get(`${path}/interviews`)).body
  return data.length > 0 ? `/v1/interviews/${data[n % data.length].id}` : undefined
}

const write: fc.Arbitrary<Write> = fc.oneof(
  fc.record({ appliedOn: maybeDay, respondedOn: maybeDay }, { requiredKeys: [] }).map(
    (patch): Write =>
      (client, path) =>
        client.patch(path, patch),
  ),
  fc.record({ heldOn: maybeDay, status }).map(
    (interview): Write =>
      (client, path) =>
        client.post(`${path}/interviews`, interview),
  ),
  fc.tuple(whichOne, status, maybeDay).map(
    ([n, status, heldOn]): Write =>
      async (client, path) => {
        const url = await nth(client, path, n)
        if (url) await client.patch(url, { status, heldOn, startsAt: null })
      },
  ),
  whichOne.map(
    (n): Write =>
      async (client, path) => {
        const url = await nth(client, path, n)
        if (url) await client.delete(url)
      },
  ),
  maybeDay.map(
    (receivedOn): Write =>
      (client, path) =>
        client.put(`${path}/offer`, { receivedOn }),
  ),
  fc.constant<Write>((client, path) => client.delete(`${path}/offer`)),
  fc.record({ kind: fc.constantFrom(...OUTCOME_KINDS), decidedOn: maybeDay, learnedOn: maybeDay }).map(
    (outcome): Write =>
      (client, path) =>
        client.put(`${path}/outcome`, outcome),
  ),
  fc.constant<Write>((client, path) => client.delete(`${path}/outcome`)),
)

test('whatever is written in whatever order, stage and status say what the records bear out', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const property = fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 12 }), async (writes) => {
    const path = `/v1/applications/${(await addApplication(noor)).id}`
    for (const each of writes) {
      await each(noor, path)
      const { body } = await noor.get(path)
      const expected = await reckon(noor, path)
      const found = Object.fromEntries(Object.keys(expected).map((name) => [name, body[name]]))
      if (JSON.stringify(found) !== JSON.stringify(expected))
        throw new Error(`${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`)
    }
  })
  await t.resolves(fc.assert(property, { numRuns: 40 }))
})
