import { test } from 'tap'
import { openService } from '../support/service.ts'
import { demandUnchanged } from '../support/unchanged.ts'

test('what is said again of an endpoint or a calendar changes no record', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const made = async (path: string, body: object): Promise<string> => {
    const { id } = (await noor.post(path, body)).body
    return `${path}/${id}`
  }
  const url = 'https://hooks.example.com/afterview'
  const said: [path: string, patch: object][] = [
    [await made('/v1/webhook-endpoints', { url }), { url: 'HTTPS://hooks.example.com:443/afterview' }],
    [await made('/v1/webhook-endpoints', { url, enabled: false }), { enabled: false, eventTypes: [] }],
    [await made('/v1/calendar-feeds', { label: 'Phone', include: ['interviews'] }), { label: 'Phone' }],
  ]
  await demandUnchanged(t, noor, said)
})
