import { test } from 'tap'
import { assistance } from '../../../src/automation/mcp/tools.ts'
import { version } from '../../../src/platform/version.ts'
import type { Body } from '../../support/client.ts'
import { openService } from '../../support/service.ts'
import { connect, serve } from './assistant.ts'

const { tools } = assistance
const READS = [
  'what_is_next',
  'find_applications',
  'list_interviews',
  'prep_for_interview',
  'due_study_items',
]

test('the tools of an assistant', async (t) => {
  const service = await openService(t)
  const noor = await service.newAccount()
  const address = await serve(service)
  const keyWith = async (...scopes: string[]) =>
    (await noor.post('/v1/api-keys', { name: 'assistant', scopes })).body.secret as string
  const namesWith = async (...scopes: string[]) =>
    (await connect(t, address, await keyWith(...scopes))).names()

  await t.test('are those that the scopes of the key cover', async (t) => {
    const { names } = await connect(t, address, noor.secret)
    t.strictSame(
      await names(),
      tools.map(({ name }) => name),
    )
    t.strictSame(await namesWith('journal:read'), READS)
    t.strictSame(await namesWith('insights:read'), ['summary'])
    t.strictSame(await namesWith('reflections:read'), ['get_reflection'])
    t.strictSame(await namesWith('account:manage'), [])
  })

  await t.test('that a key does not cover cannot be used either', async (t) => {
    const { client } = await connect(t, address, await keyWith('journal:read'))
    const call = { name: 'log_application', arguments: { company: 'Lindgren Optics' } }
    await t.rejects(client.callTool(call), { code: -32602, message: /not found/ })
    t.strictSame((await noor.get('/v1/applications')).body.data, [])
  })

  await t.test('say what they do and what they take', async (t) => {
    const { client } = await connect(t, address, noor.secret)
    t.match(client.getServerVersion(), { name: 'afterview', title: 'Afterview', version })
    const { tools: listed } = await client.listTools()
    for (const { name, description, annotations, inputSchema } of listed) {
      t.match(name, /^[a-z]+(_[a-z]+)*$/)
      t.match(description, /^[A-Z].{20,}\.$/)
      t.match(annotations, { readOnlyHint: Boolean, openWorldHint: false }, name)
      t.match(inputSchema, { type: 'object', additionalProperties: false }, name)
      t.notMatch(JSON.stringify(inputSchema), /\$ref|"pattern"/, name)
    }
    const hints = Object.fromEntries(listed.map(({ name, annotations }) => [name, annotations]))
    t.match(hints.record_outcome, { readOnlyHint: false, destructiveHint: true, idempotentHint: true })
    t.match(hints.add_question, { readOnlyHint: false, destructiveHint: false, idempotentHint: false })
    t.match(hints.what_is_next, { readOnlyHint: true })
  })

  await t.test('take little room in a conversation', async (t) => {
    const { client } = await connect(t, address, noor.secret)
    const { length } = JSON.stringify((await client.listTools()).tools)
    t.ok(length < 32_000, `the list has ${length} characters`)
  })

  await t.test('need what the operations need that they stand for', async (t) => {
    const operations = Object.values(service.contract.paths as Record<string, Record<string, Body>>).flatMap(
      (path) => Object.entries(path).map(([method, operation]) => ({ method, ...operation })),
    )
    for (const { name, deed } of tools.flatMap((it) => [it, { ...it, deed: it.deedOfRecord }])) {
      const { method, description, ...found } = operations.find((it) => it.operationId === deed.operationId)
      t.equal(deed.reads, method === 'get', name)
      t.match(description, `Needs the scope \`${deed.scope}\`.`)
      t.strictSame(found['x-coach-scopes'], deed.coach, name)
    }
  })
})
