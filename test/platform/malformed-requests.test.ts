import { once } from 'node:events'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { type Test, test } from 'tap'
import { waitFor } from '../support/embedded-postgres.ts'
import { listen, openSocket, say } from '../support/raw-http.ts'
import { openService } from '../support/service.ts'

type Answer = Omit<Awaited<ReturnType<typeof say>>, 'closed'>

const isProblem = (t: Test, { status, headers, body }: Answer, expected: number, code: string) => {
  t.equal(status, expected)
  t.equal(headers['content-type'], 'application/problem+json')
  t.equal(headers['cache-control'], 'no-store')
  t.match(headers['x-request-id'], /^[\w-]{36}$/)
  t.match(body, { status: expected, code, requestId: headers['x-request-id'] })
  t.match(body.type, new RegExp(`/docs/problems/${code}$`))
}

test('requests that are none', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const port = await listen(service.app)
  const host = 'Host: afterview.example\r\n'
  const key = `${host}Authorization: Bearer ${noor.secret}\r\n`
  const json = `${key}Content-Type: application/json\r\n`
  const post = `POST /v1/applications HTTP/1.1\r\n${json}`

  const refused: Record<string, [status: number, code: string, text: string]> = {
    'words that are not HTTP': [400, 'malformed_request', 'good morning\r\n\r\n'],
    'the beginning of TLS': [400, 'malformed_request', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc'],
    'the preface of HTTP/2': [400, 'malformed_request', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    'a verb that nobody knows': [400, 'malformed_request', `BREW /livez HTTP/1.1\r\n${host}\r\n`],
    'a path without a slash': [400, 'malformed_request', `GET livez HTTP/1.1\r\n${host}\r\n`],
    'a NUL in the path': [400, 'malformed_request', `GET /livez\0 HTTP/1.1\r\n${host}\r\n`],
    'a NUL in a header': [400, 'malformed_request', `GET /livez HTTP/1.1\r\n${host}X-A: a\0b\r\n\r\n`],
    'a folded header': [400, 'malformed_request', `GET /livez HTTP/1.1\r\n${host}X-A: a\r\n b\r\n\r\n`],
    'a length that is no number': [400, 'malformed_request', `${post}Content-Length: ten\r\n\r\n{}`],
    'two lengths': [400, 'malformed_request', `${post}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`],
    'a length and chunks': [
      400,
      'malformed_request',
      `${post}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    'chunks without sizes': [
      400,
      'malformed_request',
      `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\nhi\r\n`,
    ],
    'a tunnel': [400, 'malformed_request', `CONNECT elsewhere.example:443 HTTP/1.1\r\n${host}\r\n`],
    'a header of 20 kB': [
      431,
      'headers_too_large',
      `GET /livez HTTP/1.1\r\n${host}X-A: ${'a'.repeat(20_000)}\r\n\r\n`,
    ],
    'thousands of headers': [
      431,
      'headers_too_large',
      `GET /livez HTTP/1.1\r\n${host}${'X: y\r\n'.repeat(4_000)}\r\n`,
    ],
    'an address of 20 kB': [
      431,
      'headers_too_large',
      `GET /v1/${'a'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`,
    ],
    'a body of 2 MB': [413, 'payload_too_large', `${post}Content-Length: 2000000\r\n\r\n{`],
  }
  for (const [what, [status, code, text]] of Object.entries(refused)) {
    await t.test(`${what}: refused with ${status}, and the connection ends`, async (t) => {
      const { closed, ...answer } = await say(t, port, text)
      isProblem(t, answer, status, code)
      t.equal(answer.headers.connection, 'close')
      await closed
    })
  }

  const readable: Record<string, [status: number, code: string, text: string]> = {
    'a path that does not decode': [
      400,
      'malformed_request',
      `GET /v1/applications/%zz HTTP/1.1\r\n${key}\r\n`,
    ],
    'a path that does not decode, and is none': [400, 'malformed_request', `GET /%zz HTTP/1.1\r\n${key}\r\n`],
    'a query that does not decode': [
      400,
      'invalid_request',
      `GET /v1/applications?stage=%zz HTTP/1.1\r\n${key}\r\n`,
    ],
    'a path with an endless id': [
      414,
      'uri_too_long',
      `GET /v1/applications/${'a'.repeat(10_000)} HTTP/1.1\r\n${key}\r\n`,
    ],
    'a request without a host': [400, 'malformed_request', 'GET /livez HTTP/1.1\r\n\r\n'],
    'a question about everything': [405, 'method_not_allowed', `OPTIONS * HTTP/1.1\r\n${host}\r\n`],
    'a path that climbs': [404, 'route_not_found', `GET /v1/../livez HTTP/1.1\r\n${host}\r\n`],
    'a TRACE': [405, 'method_not_allowed', `TRACE /livez HTTP/1.1\r\n${host}\r\n`],
    'a text in place of JSON': [
      415,
      'unsupported_media_type',
      `POST /v1/applications HTTP/1.1\r\n${key}Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}`,
    ],
  }
  for (const [what, [status, code, text]] of Object.entries(readable)) {
    await t.test(`${what}: refused with ${status}, and the connection goes on`, async (t) => {
      const { ask } = await openSocket(t, port)
      isProblem(t, await ask(text), status, code)
      t.equal((await ask(`GET /livez HTTP/1.1\r\n${host}\r\n`)).status, 200)
    })
  }
})

test('an address that is not percent-encoded UTF-8 is refused with how to write it', async (t) => {
  const service = await openService(t)
  const { secret } = await service.newAccount()
  const port = await listen(service.app)
  const key = `Host: afterview.example\r\nAuthorization: Bearer ${secret}\r\n`
  for (const target of ['/v1/applications?q=müller', '/v1/applications/ü', '/v1/applications/%FF']) {
    const { status, body } = await say(t, port, `GET ${target} HTTP/1.1\r\n${key}\r\n`)
    t.strictSame([status, body.code], [400, 'malformed_request'], target)
    t.match(body.detail, /percent-encoded UTF-8: ü as %C3%BC/, target)
  }
})

test('requests that never finish are ended with 408', { timeout: 20_000 }, async (t) => {
  const service = await openService(t, { REQUEST_TIMEOUT_MS: '300' })
  const { secret } = await service.newAccount()
  const port = await listen(service.app)
  const key = `Host: afterview.example\r\nAuthorization: Bearer ${secret}\r\n`
  const post = `POST /v1/applications HTTP/1.1\r\n${key}Content-Type: application/json\r\n`

  const unfinished = {
    'a connection without a word': '',
    'headers that never end': `GET /livez HTTP/1.1\r\n${key}`,
    'a body that never comes': `${post}Content-Length: 100\r\n\r\n{`,
    'chunks that never end': `${post}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
  }
  const said = Object.entries(unfinished).map(([what, text]) => ({ what, saying: say(t, port, text) }))
  for (const { what, saying } of said) {
    await t.test(what, async (t) => {
      const { closed, ...answer } = await saying
      isProblem(t, answer, 408, 'request_timeout')
      await closed
    })
  }
})

test('requests that are unusual, and well-formed', async (t) => {
  const service = await openService(t, {})
  const noor = await service.newAccount()
  const port = await listen(service.app)
  const host = 'Host: afterview.example\r\n'
  const key = `${host}Authorization: Bearer ${noor.secret}\r\n`
  const body = JSON.stringify({ company: 'Acme' })
  const post = `POST /v1/applications HTTP/1.1\r\n${key}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`

  const served: Record<string, [status: number, text: string]> = {
    'an HTTP/1.0 request without a host': [200, 'GET /livez HTTP/1.0\r\n\r\n'],
    'an address with scheme and host': [200, `GET http://elsewhere.example/livez HTTP/1.1\r\n${host}\r\n`],
    'an offer to upgrade, which is passed over': [
      200,
      `GET /livez HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    ],
    'a body that waits to be asked for': [201, `${post}Expect: 100-continue\r\n\r\n${body}`],
    'an expectation that nobody can meet': [201, `${post}Expect: a-miracle\r\n\r\n${body}`],
    'a second key, which is passed over': [
      200,
      `GET /v1/me HTTP/1.1\r\n${key}Authorization: Bearer x\r\n\r\n`,
    ],
  }
  for (const [what, [status, text]] of Object.entries(served)) {
    await t.test(`${what}: ${status}`, async (t) => {
      const answer = await say(t, port, text)
      t.equal(answer.status, status)
      t.match(answer.headers['x-request-id'], /^[\w-]{36}$/)
      if (/HTTP\/1\.0/.test(text)) await answer.closed
    })
  }

  await t.test('a client that stops in the middle of its body has written nothing', async (t) => {
    const { socket, closed, ask } = await openSocket(t, port)
    const answer = ask(`${post}\r\n{`)
    socket.end()
    isProblem(t, await answer, 400, 'malformed_request')
    await closed
    t.equal((await noor.get('/v1/applications')).body.data.length, 2)
  })

  await t.test('an address with scheme and host names no other host in its answers', async (t) => {
    const ask = (path: string) => say(t, port, `GET http://elsewhere.example${path} HTTP/1.1\r\n${key}\r\n`)
    const { status, body } = await ask('/v1/nope?a=b')
    t.match(
      { status, body },
      { status: 404, body: { instance: '/v1/nope', detail: /What is served, \/docs/ } },
    )
    await noor.post('/v1/applications', { company: 'Halden' })
    t.match((await ask('/v1/applications?limit=1')).headers.link, /^<\/v1\/applications\?limit=1&cursor=/)
  })

  await t.test('words after a request end the connection, not the process', async (t) => {
    const { closed } = await say(t, port, `GET /livez HTTP/1.1\r\n${host}\r\ngood morning\r\n\r\n`)
    await closed
    t.equal((await say(t, port, `GET /livez HTTP/1.1\r\n${host}\r\n`)).status, 200)
  })
})

test('a tunnel that is asked for ends its connection: not the process, and not the stop', async (t) => {
  const service = await openService(t, {})
  const port = await listen(service.app)
  const host = 'Host: afterview.example\r\n'
  const { socket, closed, ask } = await openSocket(t, port)
  isProblem(t, await ask(`CONNECT elsewhere.example:443 HTTP/1.1\r\n${host}\r\n`), 400, 'malformed_request')
  socket.resetAndDestroy()
  await closed
  const other = await openSocket(t, port)
  other.socket.write(`CONNECT elsewhere.example:443 HTTP/1.1\r\n${host}\r\n`)
  other.socket.resetAndDestroy()
  await other.closed
  const { server } = service.app
  const connections = promisify(server.getConnections.bind(server))
  await waitFor(async () => (await connections()) === 0)
  const kept = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  t.teardown(() => kept.destroy())
  kept.write(`CONNECT elsewhere.example:443 HTTP/1.1\r\n${host}\r\n`)
  const [answer] = await once(kept, 'data')
  t.match(String(answer), /^HTTP\/1\.1 400 /)
  await waitFor(async () => (await connections()) === 0)
  t.equal((await say(t, port, `GET /livez HTTP/1.1\r\n${host}\r\n`)).status, 200)
})
