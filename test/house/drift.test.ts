import Fastify from 'fastify'
import { test } from 'tap'
import type { App } from '../../src/platform/http/types.ts'
import { clientOf } from '../support/client.ts'
import { type Contract, conformanceTo } from '../support/conformance.ts'

const plan = {
  type: 'object',
  required: ['if'],
  properties: { if: { type: 'string' }, then: { type: 'string' } },
}
const contract: Contract = {
  paths: {
    '/plan': {
      get: {
        operationId: 'getPlantedPlan',
        summary: 'One plan',
        tags: ['Plans'],
        responses: {
          200: {
            description: 'Done.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: { 'application/json': { schema: plan } },
          },
        },
      },
    },
  },
  components: {
    schemas: { Problem: { type: 'object', required: ['code'] } },
    headers: { ETag: { schema: { type: 'string', pattern: '^"\\d+"$' } } },
  },
}

type Answer = { status?: number; headers?: Record<string, string>; body?: string }

test('an answer that drifts from the contract fails the test that sees it', async (t) => {
  let planted: Answer = {}
  const app = Fastify()
  app.get('/plan', (_, reply) => {
    const { status = 200, headers = {}, body = '{"if":"they ask"}' } = planted
    const type = { etag: '"1"', 'content-type': 'application/json', ...headers }
    return reply.code(status).headers(type).send(body)
  })
  t.teardown(() => app.close())
  const client = clientOf(app as unknown as App, conformanceTo(contract))()
  const seen = (answer: Answer, path = '/plan') => {
    planted = answer
    return client.get(path)
  }

  await t.resolves(seen({}), 'what the contract says')
  const drifts: [what: string, answer: Answer, says: RegExp][] = [
    ['a member', { body: '{"if":"they ask","mood":"calm"}' }, /additionalProperties.*"mood"/],
    ['a member that is missing', { body: '{"then":"I breathe"}' }, /must have required property 'if'/],
    ['a member of another type', { body: '{"if":7}' }, /must be string/],
    ['a status', { status: 202 }, /202: a status that the contract does not document/],
    ['a header', { headers: { 'x-mood': 'calm' } }, /the header x-mood is undocumented/],
    ['a header of another form', { headers: { etag: 'W/"1"' } }, /the header ETag is W/],
    ['a media type', { headers: { 'content-type': 'text/html' }, body: '<p>' }, /text\/html is undocumented/],
  ]
  for (const [what, answer, says] of drifts) await t.rejects(seen(answer), { message: says }, what)
  await t.rejects(
    seen({}, '/elsewhere'),
    { message: /without a problem document/ },
    'a refusal of another form',
  )
})
