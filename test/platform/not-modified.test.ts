import { test } from 'tap'
import { listen, openSocket } from '../support/raw-http.ts'
import { openService } from '../support/service.ts'

test('an answer that says that nothing changed', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const feed = (await noor.post('/v1/calendar-feeds', {})).body
  const port = await listen(service.app)

  for (const path of ['/v1/me', new URL(feed.url).pathname, '/docs', '/openapi.json'])
    for (const method of ['GET', 'HEAD'])
      await t.test(`to a ${method} of ${path} tells no length (RFC 9110, 8.6)`, async (t) => {
        const { ask } = await openSocket(t, port)
        const { etag = '' } = (await noor.get(path)).headers
        const request = `${method} ${path} HTTP/1.1\r\nHost: afterview.example\r\nAuthorization: Bearer ${noor.secret}\r\nIf-None-Match: ${etag}\r\n\r\n`
        for (const time of ['first', 'on the same connection']) {
          const { status, headers } = await ask(request)
          t.strictSame([status, headers.etag], [304, etag], time)
          t.notOk('content-length' in headers || 'transfer-encoding' in headers)
          t.notOk('content-type' in headers)
        }
      })
})
