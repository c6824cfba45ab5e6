import { test } from 'tap'
import { openService } from '../support/service.ts'

const MADE = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('every answer names its request', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()

  await t.test('by the id that the client gave, when that is well-formed', async (t) => {
    for (const id of ['a', 'client.id_7-b', 'x'.repeat(128)]) {
      const { headers } = await noor.get('/v1/me', { 'x-request-id': id })
      t.equal(headers['x-request-id'], id)
    }
  })

  await t.test('else by a new one', async (t) => {
    const given = ['', 'two words', 'x'.repeat(129), 'a,b', 'sch\u00f6n', '<script>', '../../etc']
    const made = given.map(
      async (id) => (await noor.get('/v1/me', { 'x-request-id': id })).headers['x-request-id'],
    )
    const none = [(await noor.get('/v1/me')).headers['x-request-id']]
    const all = [...(await Promise.all(made)), ...none]
    for (const id of all) t.match(id, MADE)
    t.equal(new Set(all).size, all.length)
  })

  await t.test('whatever the answer is', async (t) => {
    const { body } = await noor.post('/v1/applications', { company: 'Acme' })
    const path = `/v1/applications/${body.id}`
    const etag = (await noor.get(path)).headers.etag ?? ''
    const stranger = service.client()
    const answers = {
      200: noor.get(path, { 'x-request-id': '200' }),
      201: noor.post('/v1/applications', { company: 'Acme' }, { 'x-request-id': '201' }),
      304: noor.get(path, { 'x-request-id': '304', 'if-none-match': etag }),
      400: noor.send('POST', '/v1/applications', {
        payload: '{',
        headers: { 'x-request-id': '400', 'content-type': 'application/json' },
      }),
      401: stranger.get('/v1/me', { 'x-request-id': '401' }),
      404: noor.get('/nowhere', { 'x-request-id': '404' }),
      405: noor.send('PUT', '/v1/me', { headers: { 'x-request-id': '405' } }),
      412: noor.patch(path, { company: 'B' }, { 'x-request-id': '412', 'if-match': '"9-x"' }),
    }
    for (const [status, answer] of Object.entries(answers)) {
      const { headers, body, ...seen } = await answer
      t.equal(String(seen.status), status)
      t.equal(headers['x-request-id'], status)
      if (seen.status >= 400) t.equal(body.requestId, status)
    }
    const gone = await noor.delete(path, { 'x-request-id': '204' })
    t.match(gone, { status: 204, headers: { 'x-request-id': '204' } })
  })
})
