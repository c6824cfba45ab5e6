import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { test } from 'tap'
import { listen } from '../support/raw-http.ts'
import { openService } from '../support/service.ts'
import { callsOf } from './calls.ts'

test('what never becomes a call of an operation is refused in the same form', async (t) => {
  const service = await openService(t)
  const account = await service.newAccount()
  const port = await listen(service.app)

  /** Sends the bytes as they are, and reads until the service closes the connection. */
  const exchange = async (socket: Socket, bytes: string) => {
    let received = ''
    socket.setEncoding('utf8').on('data', (chunk) => {
      received += chunk
    })
    const closed = once(socket, 'close')
    socket.write(bytes)
    await closed
    const [head = '', body = ''] = received.split('\r\n\r\n')
    const fields = head
      .split('\r\n')
      .slice(1)
      .map((field) => field.toLowerCase().split(': '))
    return {
      status: Number(head.split(' ')[1]),
      headers: Object.fromEntries(fields),
      problem: JSON.parse(body),
    }
  }
  const validate = (
    status: number,
    code: string,
    { headers, problem, ...answer }: Awaited<ReturnType<typeof exchange>>,
  ) => {
    t.equal(answer.status, status)
    t.match(headers, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
    t.match(problem, {
      status,
      code,
      type: new RegExp(`/docs/problems/${code}$`),
      title: String,
      detail: String,
    })
    t.equal(problem.requestId, headers['x-request-id'])
  }
  const head = `Host: localhost\r\nConnection: close\r\nAuthorization: Bearer ${account.secret}`

  await t.test('no HTTP at all', async () => {
    for (const bytes of [
      'nonsense\r\n\r\n',
      'GET /v1/me HTTP/1.1\r\nbad header\r\n\r\n',
      `GET /v1/me HTTP/1.1\r\n${head}\r\nX: a\u0000b\r\n\r\n`,
    ])
      validate(400, 'malformed_request', await exchange(connect(port, '127.0.0.1'), bytes))
  })

  await t.test('a body that is not what its headers say, or not in UTF-8', async (t) => {
    const post = (payload: string | Buffer, headers = {}) =>
      account.send('POST', '/v1/notes', {
        payload,
        headers: { 'content-type': 'application/json', ...headers },
      })
    const note = '{"text":"Zoë"}'
    const latin = await post(Buffer.from(note, 'latin1'))
    t.strictSame([latin.status, latin.body.code], [400, 'malformed_json'])
    for (const headers of [
      { 'content-type': 'application/json; charset=iso-8859-1' },
      { 'content-encoding': 'gzip' },
    ]) {
      const { status, body } = await post(note, headers)
      t.strictSame([status, body.code], [415, 'unsupported_media_type'])
    }
    const known = await post(note, { 'content-type': 'application/json; charset="UTF-8"' })
    t.strictSame([known.status, known.body.text], [201, 'Zoë'])
  })

  await t.test('headers without end', async () => {
    const bytes = `GET /v1/me HTTP/1.1\r\n${head}\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`
    validate(431, 'headers_too_large', await exchange(connect(port, '127.0.0.1'), bytes))
  })

  await t.test('a query that makes the address too long, as it says where a query may be long', async (t) => {
    const long = callsOf(service.contract).flatMap(({ operationId, parameters }) =>
      parameters
        .filter(({ in: place, schema }) => place === 'query' && Number(schema.maxLength) > 10_000)
        .map(({ name, description }) => ({ operationId, name, description })),
    )
    t.match(long, [{ operationId: 'createImport', name: 'mapping', description: /16 KiB.*431/ }])
    t.equal(long.length, 1)
    const mapping = encodeURIComponent(JSON.stringify({ ['x'.repeat(17_000)]: 'company' }))
    const bytes = `POST /v1/imports?mapping=${mapping} HTTP/1.1\r\n${head}\r\n\r\n`
    const answer = await exchange(connect(port, '127.0.0.1'), bytes)
    validate(431, 'headers_too_large', answer)
    t.match(answer.problem, { detail: /query/ })
  })

  await t.test('a request that does not arrive in time', async () => {
    service.app.server.once('connection', (socket: Socket) => {
      const late = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' })
      socket.once('data', () => service.app.server.emit('clientError', late, socket))
    })
    const bytes = `POST /v1/plans HTTP/1.1\r\n${head}\r\nContent-Length: 10\r\n`
    validate(408, 'request_timeout', await exchange(connect(port, '127.0.0.1'), bytes))
  })

  await t.test('a body in pieces that goes over the limit', async () => {
    const piece = `${(65_536).toString(16)}\r\n${' '.repeat(65_536)}\r\n`
    const headers = `${head}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked`
    const bytes = `POST /v1/plans HTTP/1.1\r\n${headers}\r\n\r\n${piece.repeat(17)}0\r\n\r\n`
    validate(413, 'payload_too_large', await exchange(connect(port, '127.0.0.1'), bytes))
  })

  await t.test('a length that is none, and a verb from far away', async () => {
    const odd = [
      `GET /v1/me HTTP/1.1\r\n${head}\r\nContent-Length: x\r\n\r\n`,
      `GOT /v1/me HTTP/1.1\r\n${head}\r\n\r\n`,
    ]
    for (const bytes of odd)
      validate(400, 'malformed_request', await exchange(connect(port, '127.0.0.1'), bytes))
  })
})
