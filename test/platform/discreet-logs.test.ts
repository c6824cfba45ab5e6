import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'tap'
import { databaseOf, keptKey, request, startAfterview } from '../support/afterview.ts'
import { makeUsedFolder, query } from '../support/embedded-postgres.ts'
import { say } from '../support/raw-http.ts'

const OPERATOR_KEY = 'marker-of-the-operator-key-0123456789'
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

test('a service that logs all it can', async (t) => {
  const folder = await makeUsedFolder(t)
  const afterview = startAfterview(t, folder, { LOG_LEVEL: 'trace', OPERATOR_KEY })
  const origin = await afterview.origin
  const key = await keptKey(folder)
  const send = (method: string, path: string, body?: unknown, headers = {}) =>
    request(origin, key, method, path, body, headers)
  const { connection } = await databaseOf(folder)

  await t.test('answers requests that are full of markers', async (t) => {
    const { body } = await send('POST', '/v1/applications', {
      company: 'marker-company',
      notes: 'marker-notes',
    })
    const path = `/v1/applications/${body.id}`
    await send('POST', `${path}/interviews`, { label: 'marker-label', notes: 'marker-interview' })
    const accept = { accept: 'application/json, text/event-stream' }
    const message = { jsonrpc: '2.0', id: 'marker-message', method: 'tools/call' }
    const use = (name: string, given: object) =>
      send('POST', '/mcp', { ...message, params: { name, arguments: given } }, accept)
    const statuses = [
      await use('log_application', { company: 'marker-by-assistant', notes: 'marker-notes' }),
      await use('log_application', { 'marker-member': 'marker-value' }),
      await use('marker-tool', {}),
      await send(
        'POST',
        '/mcp',
        { ...message, method: 'marker-method', params: { marker: 'marker' } },
        accept,
      ),
      await send('POST', '/mcp', message, { ...accept, origin: 'http://marker-origin.test' }),
      await send('PATCH', path, { company: 'marker-company-2', notes: null }),
      await send('GET', '/v1/applications?q=marker-search&cursor=marker-cursor'),
      await send('GET', '/v1/applications/marker-id'),
      await send('GET', '/marker-path'),
      await send('GET', '/marker-%zz'),
      await send('GET', '/calendar/marker-token.ics'),
      await send('GET', '/v1/shared/marker-token'),
      await send('POST', '/v1/applications', '{"company":"marker-broken-json'),
      await send('POST', '/v1/applications', { 'marker-member': 'marker-value', company: 7 }),
      await send('POST', '/v1/applications', { company: 'marker\u0000nul' }),
      await send('POST', '/v1/applications', 'marker-text', { 'content-type': 'text/marker-type' }),
      await send('GET', '/v1/me', undefined, { authorization: 'Bearer marker-key' }),
      await send('GET', '/v1/me', undefined, { authorization: 'Basic marker-basic' }),
      await send('GET', '/v1/me', undefined, {
        'x-request-id': 'marker with blanks',
        cookie: 'marker-cookie',
      }),
      await send('GET', '/v1/me', undefined, {
        'user-agent': 'marker-agent',
        referer: 'http://marker-referer/',
      }),
      await request(origin, OPERATOR_KEY, 'POST', '/v1/accounts', {
        displayName: 'marker-name',
        email: 'marker@example.org',
      }),
    ].map(({ status }) => status)
    t.strictSame(
      statuses,
      [
        200, 200, 200, 200, 403, 200, 400, 400, 404, 400, 404, 404, 400, 400, 400, 415, 401, 401, 200, 200,
        201,
      ],
    )
    const port = Number(new URL(origin).port)
    const odd = await say(t, port, 'marker-junk marker-junk\r\n\r\n')
    t.equal(odd.status, 400)
  })

  await t.test('answers 500 and 503 to some of them', async (t) => {
    const broken = [
      // A constraint that no service translates, whose message quotes the row.
      "ALTER TABLE applications ADD CONSTRAINT marked CHECK (company <> 'marker-refused')",
      // A value that the server cannot read, which its message quotes.
      'ALTER TABLE applications ADD CONSTRAINT numbered CHECK (location::integer > 0)',
    ]
    for (const statement of broken) await query(connection, statement)
    const post = async (body: object) => (await send('POST', '/v1/applications', body)).status
    t.equal(await post({ company: 'marker-refused' }), 500)
    t.equal(await post({ company: 'Acme', location: 'marker-unreadable' }), 500)
    await query(connection, 'ALTER TABLE applications RENAME TO put_aside')
    t.equal(await post({ company: 'marker-homeless' }), 500)
    const params = { name: 'log_application', arguments: { company: 'marker-homeless' } }
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params }
    const accept = { accept: 'application/json, text/event-stream' }
    t.equal((await send('POST', '/mcp', message, accept)).status, 200)
  })

  await t.test('names the trace of a request that came with one, and how it ended', async (t) => {
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`
    await send('GET', '/v1/me', undefined, { traceparent, 'x-request-id': 'traced' })
    await send('GET', '/v1/me', undefined, { traceparent: 'marker-trace', 'x-request-id': 'untraced' })
    afterview.process.kill('SIGTERM')
    t.strictSame(await afterview.ended, [0, null])
    const lines = afterview
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    const [traced] = lines.filter(({ requestId }) => requestId === 'traced')
    t.match(traced, { traceId: TRACE, method: 'GET', route: '/v1/me', status: 200, message: 'answered' })
    const [untraced] = lines.filter(({ requestId }) => requestId === 'untraced')
    t.equal(untraced.traceId, undefined)
    const failures = lines.filter(({ level }) => level === 'error')
    t.strictSame(
      failures.map(({ err }) => [err.type, err.cause.code, err.cause.constraint]),
      [
        ['DrizzleQueryError', '23514', 'marked'],
        ['DrizzleQueryError', '22P02', undefined],
        ['DrizzleQueryError', '42P01', undefined],
        ['DrizzleQueryError', '42P01', undefined],
      ],
    )
    for (const { err } of failures) t.match(err.cause.stack, /^ +at /)
  })

  await t.test('and writes down none of it', async (t) => {
    const greeting = `\n    ${key}\n`
    t.equal(afterview.output().split(greeting).length, 2, 'the key is shown once')
    const server = await readFile(join(folder, 'postgres.log'), 'utf8')
    t.match(server, /ready to accept connections/)
    const written = afterview.output().replace(greeting, '') + server
    t.strictSame(written.match(/^.*marker.*$/gm), null)
    t.notOk(written.includes(key))
    t.notOk(written.includes(key.slice(4, 34)))
  })
})
