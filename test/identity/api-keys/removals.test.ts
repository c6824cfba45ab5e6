import { once } from 'node:events'
import { test } from 'tap'
import { listen, openSocket } from '../../support/raw-http.ts'
import { rowsOf } from '../../support/rows.ts'
import { openService } from '../../support/service.ts'

test('what a key began to send, and ended after its removal or its narrowing, comes to nothing', async (t) => {
  const service = await openService(t)
  const port = await listen(service.app)
  const noor = await service.newAccount()
  const scopes = ['account:manage', 'journal:read', 'journal:write']
  const writes = [
    ['POST', '/v1/api-keys', { name: 'Twin', scopes }],
    ['POST', '/v1/applications', { company: 'Lindgren Optics' }],
    ['PATCH', '/v1/me', { displayName: 'Mallory' }],
    ['DELETE', '/v1/me', { confirm: noor.accountId }],
  ] as const

  /** Sends the first half of a write; the answer comes with the other half. */
  const begin = async (secret: string, [method, path, body]: (typeof writes)[number]) => {
    const { socket, ask } = await openSocket(t, port)
    const text = JSON.stringify(body)
    const head = [
      `${method} ${path} HTTP/1.1`,
      'Host: localhost',
      `Authorization: Bearer ${secret}`,
      'Content-Type: application/json',
      `Content-Length: ${text.length}`,
    ]
    socket.write([...head, '', text.slice(0, 9)].join('\r\n'))
    await once(service.app.server, 'request')
    return () => ask(text.slice(9))
  }

  for (const change of ['removed', 'narrowed'] as const) {
    const lost = (await noor.post('/v1/api-keys', { name: 'Lost', scopes })).body
    const halves: Awaited<ReturnType<typeof begin>>[] = []
    for (const write of writes) halves.push(await begin(lost.secret, write))
    const path = `/v1/api-keys/${lost.id}`
    const { status } = await (change === 'removed'
      ? noor.delete(path)
      : noor.patch(path, { scopes: ['journal:read'] }))
    t.ok(status < 300)
    const before = await rowsOf(service, noor.accountId)
    for (const finish of halves) {
      const answer = await finish()
      const expected = change === 'removed' ? [401, 'unauthenticated'] : [403, 'insufficient_scope']
      t.strictSame([answer.status, answer.body.code], expected, change)
    }
    t.strictSame(await rowsOf(service, noor.accountId), before, `${change}: nothing came of it`)
  }
})
