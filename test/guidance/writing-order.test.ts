import fc from 'fast-check'
import { test } from 'tap'
import { addApplication, addInterview, addPlan } from '../journal/applications/records.ts'
import type { Body, Client } from '../support/client.ts'
import { openService } from '../support/service.ts'

/** Writes that do not rest on each other, each with all that hangs on it. */
const WRITES: ((client: Client) => Promise<unknown>)[] = [
  async (client) => {
    const { id } = await addApplication(client, { company: 'A', appliedOn: '2026-05-01' })
    await addInterview(client, id, { heldOn: '2026-05-06', round: 1, result: 'advanced' })
    await addInterview(client, id, { heldOn: '2026-05-12', round: 2, kind: 'final' })
    await client.put(`/v1/applications/${id}/outcome`, { kind: 'rejected', learnedOn: '2026-05-14' })
  },
  async (client) => {
    const { id } = await addApplication(client, { company: 'B', appliedOn: '2026-05-15' })
    await addInterview(client, id, { startsAt: '2026-06-03T09:00:00Z', round: 1 })
  },
  async (client) => {
    const { id } = await addApplication(client, { company: 'C', appliedOn: '2026-03-01' })
    await client.put(`/v1/applications/${id}/outcome`, { kind: 'no_response', learnedOn: '2026-05-20' })
  },
  (client) => addApplication(client, { company: 'D', appliedOn: '2026-01-02' }),
  (client) => addApplication(client, { company: 'E', nextStep: { text: 'Call', dueOn: '2026-05-30' } }),
  (client) => addPlan(client),
  (client) => client.post('/v1/study-items', { prompt: 'Why optics?' }),
  (client) => client.post('/v1/wins', { text: 'I asked.', on: '2026-05-12' }),
]

/** What is told, without the ids of what it is told of, in an order that is not theirs. */
const toldOf = async (client: Client) => {
  const wins = (await client.get('/v1/wins?limit=200')).body.data
  const actions = (await client.get('/v1/next-actions')).body.data
  const nameless = ({ code, on, text, title, dueOn, why, basis }: Body) =>
    JSON.stringify({ code, on, text, title, dueOn, why, basis })
  return { wins: wins.map(nameless).sort(), actions: actions.map(nameless) }
}

test('the same records written in another order tell the same', async (t) => {
  const service = await openService(t)
  const told = async (writes: typeof WRITES) => {
    const account = await service.newAccount()
    for (const write of writes) await write(account)
    return JSON.stringify(await toldOf(account))
  }
  const expected = await told(WRITES)
  t.match(expected, /came_back/)
  const order = fc.shuffledSubarray(WRITES, { minLength: WRITES.length, maxLength: WRITES.length })
  await fc.assert(
    fc.asyncProperty(order, async (writes) => (await told(writes)) === expected),
    { numRuns: 5 },
  )
})

test('a pause changes no count', async (t) => {
  const service = await openService(t)
  const account = await service.newAccount()
  for (const write of WRITES) await write(account)
  const counted = async () =>
    JSON.stringify([
      (await account.get('/v1/wins?limit=200')).body,
      (await account.get('/v1/insights/summary')).body,
    ])
  const [before, actions] = [await counted(), (await account.get('/v1/next-actions')).body]
  const days = fc
    .integer({ min: 0, max: 200 })
    .map((n) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10))
  await fc.assert(
    fc.asyncProperty(days, days, async (one, other) => {
      const [from, to] = [one, other].sort() as [string, string]
      const { id } = (await account.post('/v1/pauses', { from, to })).body
      const [within, after] = [(await account.get('/v1/next-actions')).body, await counted()]
      await account.delete(`/v1/pauses/${id}`)
      const isNow = from <= '2026-06-01' && '2026-06-01' <= to
      const expected = isNow ? { data: [], pause: { id, from, to } } : actions
      return after === before && JSON.stringify(within) === JSON.stringify(expected)
    }),
    { numRuns: 12 },
  )
})
