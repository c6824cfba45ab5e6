import { sql } from 'drizzle-orm'
import { test } from 'tap'
import type { Client } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { connect, serve } from './assistant.ts'

const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
const MODERN = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'subscriptions/listen' }
const envelope = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
}

test('whatever comes to the tools of assistants', async (t) => {
  const service = await openService(t, { POOL_SIZE: '10' })
  const [noor, sam] = [await service.newAccount('Noor'), await service.newAccount('Sam')]
  const send = async (message: unknown, more: Record<string, string> = {}, method = 'POST') => {
    const payload = typeof message === 'string' ? message : JSON.stringify(message)
    const authorization = `Bearer ${noor.secret}`
    const sent = { method: method as 'POST', url: '/mcp', headers: { authorization, ...headers, ...more } }
    const { statusCode, body, headers: answered } = await service.app.inject({ ...sent, payload })
    return { status: statusCode, body, headers: answered }
  }
  const call = (name: unknown, given?: unknown, id: unknown = 1) =>
    send({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: given } })

  await t.test('is refused as everywhere where it is no message', async (t) => {
    const refused: [string, unknown, number, string][] = [
      ['a batch', [{ jsonrpc: '2.0', id: 1, method: 'tools/list' }], 400, 'invalid_request'],
      ['an empty batch', [], 400, 'invalid_request'],
      ['a number', 1, 400, 'invalid_request'],
      ['null', 'null', 400, 'invalid_request'],
      ['nothing', '', 400, 'invalid_request'],
      ['half a document', '{"jsonrpc":', 400, 'malformed_json'],
      ['a member of every object', '{"jsonrpc":"2.0","__proto__":{"a":1}}', 400, 'invalid_request'],
      ['too much', { jsonrpc: '2.0', id: 1, method: 'x'.repeat(1_100_000) }, 413, 'payload_too_large'],
    ]
    for (const [what, message, status, code] of refused) {
      const { status: got, body, headers: answered } = await send(message)
      t.match({ got, ...JSON.parse(body) }, { got: status, status, code }, what)
      t.match(answered['content-type'], /^application\/problem\+json/)
    }
    const text = await send('{}', { 'content-type': 'text/plain' })
    t.match([text.status, JSON.parse(text.body).code], [415, 'unsupported_media_type'])
    for (const method of ['GET', 'DELETE', 'PUT', 'PATCH']) {
      const { status, headers: answered, body } = await send('', {}, method)
      t.match(
        { status, allow: answered.allow, ...JSON.parse(body) },
        {
          status: 405,
          allow: 'POST',
          code: 'method_not_allowed',
        },
      )
    }
  })

  await t.test('is refused by the protocol where it is no message of its own', async (t) => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const messages: unknown[] = [
      {},
      { jsonrpc: '1.0', id: 1, method: 'tools/list' },
      { jsonrpc: '2.0', id: {}, method: 'tools/list' },
      { jsonrpc: '2.0', id: null, method: 'tools/list' },
      { jsonrpc: '2.0', id: 1, method: 7 },
      { jsonrpc: '2.0', id: 1, method: 'tools/list', params: [] },
      { jsonrpc: '2.0', id: 1, method: 'constructor' },
      { jsonrpc: '2.0', id: 1, method: 'resources/list' },
      { jsonrpc: '2.0', id: 1, method: 'sampling/createMessage', params: {} },
      { jsonrpc: '2.0', id: 1, method: 'subscriptions/listen', params: {} },
      { jsonrpc: '2.0', method: 'notifications/unheard_of' },
      { jsonrpc: '2.0', id: 1, result: {} },
      { jsonrpc: '2.0', id: 1, error: { code: 1, message: 'no' } },
      { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 7 } },
      { jsonrpc: '2.0', id: 1, method: 'tools/call' },
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"summary","arguments":{"tag":${deep}}}}`,
      `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":${deep}}}`,
    ]
    for (const message of messages) {
      const { status, body } = await send(message)
      t.ok(
        status < 500 && !body.includes('node_modules'),
        `${status} ${JSON.stringify(message).slice(0, 90)}`,
      )
    }
    const params = { _meta: envelope, notifications: { toolsListChanged: true } }
    const { body } = await send({ jsonrpc: '2.0', id: 1, method: 'subscriptions/listen', params }, MODERN)
    t.match(JSON.parse(body), { error: { message: 'Subscription limit reached' } }, 'no stream stays open')
    for (const version of ['1999-01-01', 'x'.repeat(5_000), '2026-07-28'])
      t.ok(
        (await send({ jsonrpc: '2.0', id: 1, method: 'tools/list' }, { 'mcp-protocol-version': version }))
          .status < 500,
      )
    t.equal((await send({ jsonrpc: '2.0', id: 1, method: 'ping' }, { accept: 'text/html' })).status, 406)
  })

  await t.test('is refused where no such tool is, whatever its name', async (t) => {
    for (const name of [
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      '',
      'x'.repeat(9_999),
      '../',
    ])
      t.match((await call(name, {})).body, /"code":-32602/, name.slice(0, 20))
  })

  await t.test('is refused by a tool as strictly as over HTTP', async (t) => {
    const { use } = await connect(t, await serve(service), noor.secret)
    const id = '01998a5c-0000-7000-8000-000000000000'
    const refused: [string, Record<string, unknown>, string, string][] = [
      ['log_application', { company: 'x', colour: 'red' }, '/colour', 'unknown_member'],
      ['log_application', { constructor: { prototype: {} }, company: 'x' }, '/constructor', 'unknown_member'],
      ['log_application', {}, '/company', 'invalid_value'],
      ['log_application', { company: '  ' }, '/company', 'blank'],
      ['log_application', { company: 'a\u0000b' }, '/company', 'control_character'],
      ['log_application', { company: '\ud800' }, '/company', 'control_character'],
      ['log_application', { company: 'x'.repeat(201) }, '/company', 'too_long'],
      ['log_interview', { applicationId: 'one' }, '/applicationId', 'invalid_format'],
      ['log_interview', { applicationId: id, heldOn: '2026-02-30' }, '/heldOn', 'invalid_format'],
      [
        'answer_reflection',
        { reflectionId: id, step: 'went_well', text: 'a', plan: { if: 'a', then: 'b' } },
        '/plan',
        'invalid_value',
      ],
      ['start_reflection', { subject: { interviewId: id, applicationId: id } }, '/subject', 'invalid_value'],
      ['find_applications', { limit: '5' }, '/limit', 'invalid_type'],
      ['find_applications', { limit: 201 }, '/limit', 'too_big'],
      ['what_is_next', { all: true }, '/all', 'unknown_member'],
    ]
    for (const [name, given, pointer, code] of refused) {
      const { problem } = await use(name, given)
      t.match(
        problem,
        { code: 'invalid_request', errors: [{ pointer, code }] },
        `${name} ${JSON.stringify(given).slice(0, 60)}`,
      )
      t.notMatch(JSON.stringify(problem), /x{50}/)
    }
    t.match((await use('find_applications', { cursor: 'anything' })).problem, { code: 'invalid_cursor' })
    for (const given of [[], 'x', 7]) t.ok((await call('what_is_next', given)).status < 500)
    t.strictSame((await noor.get('/v1/applications')).body.data, [], 'nothing was written')
  })

  await t.test('however much at once, each gets its own', async (t) => {
    const address = new URL('/mcp', service.app.listeningOrigin)
    const people: [Client, string][] = [
      [noor, 'Noor'],
      [sam, 'Sam'],
    ]
    await Promise.all(
      people.map(async ([person, name]) => {
        const { use } = await connect(t, address, person.secret)
        const made = Array.from({ length: 30 }, (_, i) => use('log_application', { company: `${name} ${i}` }))
        const { size } = new Set((await Promise.all(made)).map(({ answer }) => answer.id))
        const { data } = (await use('find_applications', { limit: 200 })).answer
        t.strictSame([size, data.length], [30, 30])
        t.ok(data.every(({ company }: { company: string }) => company.startsWith(name)))
      }),
    )
  })

  await t.test('and whatever fails within is told of without its innards', async (t) => {
    const address = new URL('/mcp', service.app.listeningOrigin)
    const { use } = await connect(t, address, noor.secret)
    await service.db.execute(sql`ALTER TABLE study_items RENAME TO elsewhere`)
    const { problem } = await use('due_study_items')
    t.match(problem, {
      code: 'internal_error',
      title: 'Something failed on our side',
      detail: 'The request could not be completed.',
      requestId: /./,
    })
    t.notMatch(JSON.stringify(problem), /study_items|relation|elsewhere/)
  })
})
