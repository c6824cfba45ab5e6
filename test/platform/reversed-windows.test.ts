import { test } from 'tap'
import { openService } from '../support/service.ts'

const BEGINNINGS = { from: 'to', compareFrom: 'compareTo', appliedFrom: 'appliedTo' }

test('a window that ends before it begins is refused by whatever looks at one', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const id = '01998a5c-0000-7000-8000-000000000000'
  const seen: string[] = []
  for (const [path, { get }] of Object.entries(service.contract.paths)) {
    const names = get?.parameters?.map(({ name }) => name) ?? []
    for (const [from, to] of Object.entries(BEGINNINGS)) {
      if (!names.includes(from)) continue
      const url = path.replace('{id}', id)
      const reversed = await noor.get(`${url}?${from}=2026-06-02&${to}=2026-06-01`)
      t.match(
        reversed,
        {
          status: 400,
          body: {
            code: 'invalid_request',
            errors: [{ pointer: `/querystring/${to}`, detail: `Must not be before \`${from}\`` }],
          },
        },
        url,
      )
      const one = await noor.get(`${url}?${from}=2026-06-01&${to}=2026-06-01`)
      t.not(one.status, 400, 'one day is a window')
      seen.push(path)
    }
  }
  t.match(
    new Set(seen),
    new Set(['/v1/applications', '/v1/interviews', '/v1/coaching-sessions', '/v1/insights/funnel']),
  )
})
