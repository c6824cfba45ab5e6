import { test } from 'tap'
import { median } from '../support/median.ts'
import { openService } from '../support/service.ts'

const ROUNDS = 40
const REQUESTS = 25

test('what writes cost beside a read', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const { id } = (await noor.post('/v1/applications', { company: 'Halden Instruments' })).body
  const headers = { authorization: `Bearer ${noor.secret}` }
  // Past the client of the tests, which holds every answer against the contract.
  const send = (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
    service.app.inject({ method, url, headers, ...(payload && { payload }) })
  let count = 0
  const arms = {
    'GET an application': () => send('GET', `/v1/applications/${id}`),
    'POST an application': () => send('POST', '/v1/applications', { company: `Company ${count++}` }),
    'PATCH an application': () => send('PATCH', `/v1/applications/${id}`, { notes: `Call ${count++}` }),
    'POST an interview': () =>
      send('POST', `/v1/applications/${id}/interviews`, { heldOn: '2026-03-17', round: 1 }),
  }
  const times = new Map<string, number[]>(Object.keys(arms).map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, ask] of Object.entries(arms)) {
      const start = performance.now()
      for (let request = 0; request < REQUESTS; request++) t.ok((await ask()).statusCode < 300)
      times.get(name)?.push((performance.now() - start) / REQUESTS)
    }
  }
  const read = median(times.get('GET an application') ?? [])
  for (const [name, each] of times)
    process.stderr.write(
      `${name}: ${median(each).toFixed(2)} ms; ratio ${(median(each) / read).toFixed(2)}\n`,
    )
})
