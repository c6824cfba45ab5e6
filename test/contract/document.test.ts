import { readFile } from 'node:fs/promises'
import { test } from 'tap'
import { problems } from '../../src/problems.ts'
import { type Contract, validatorsOf } from '../support/conformance.ts'
import { generateContract } from '../support/contract.ts'
import { callsOf, eachCall, hasBody, inPath, inQuery, makesMissing, type Schema } from './calls.ts'
import { unexplained, within } from './schemas.ts'

/** Problems that come about before any operation is reached, or whatever the operation is. */
const OF_NO_OPERATION = [
  'headers_too_large',
  'identity_provider_unavailable',
  'internal_error',
  'malformed_request',
  'method_not_allowed',
  'origin_refused',
  'outcome_unknown',
  'overloaded',
  'request_timeout',
  'route_not_found',
]

type Media = { schema: Schema; example?: unknown; examples?: object }
type Content = Record<string, Media>
type Document = Contract & {
  tags: { name: string }[]
  webhooks: object
  components: { securitySchemes: object; examples: Record<string, { value: unknown }> }
}

test('the contract as a document', async (t) => {
  const text = await generateContract()
  const contract: Document = JSON.parse(text)
  const calls = callsOf(contract)

  await t.test('what is committed is what the service publishes: npm run openapi', async (t) => {
    t.ok((await readFile('openapi/openapi.json', 'utf8')) === text, 'openapi/openapi.json is up to date')
  })

  await t.test('each operation says what it is', async (t) => {
    const tags = contract.tags.map(({ name }) => name)
    const schemes = Object.keys(contract.components.securitySchemes)
    await eachCall(t, calls, async (t, { operation, operationId }) => {
      t.match(operationId, /^[a-z]+([A-Z][a-z]+)+$/)
      t.match(operation.summary, /^[A-Z].*[^.]$/)
      t.match(operation.description, /^[A-Z][\s\S]*[.?`]$/)
      t.ok(operation.tags.length === 1 && operation.tags.every((tag) => tags.includes(tag)), 'one known tag')
      t.ok(operation.security, 'says who may call')
      for (const name of operation.security?.flatMap(Object.keys) ?? []) t.ok(schemes.includes(name), name)
    })
    t.equal(new Set(calls.map(({ operationId }) => operationId)).size, calls.length, 'names are unique')
    const used = new Set(calls.flatMap(({ operation }) => operation.tags))
    t.strictSame(
      tags.filter((tag) => !used.has(tag)),
      [],
      'no tag is left over',
    )
  })

  await t.test('each member of what is sent and answered says what it is', async (t) => {
    for (const [name, schema] of Object.entries(contract.components.schemas))
      t.strictSame(unexplained(contract, schema), [], name)
    await eachCall(t, calls, async (t, call) => {
      for (const { schema } of Object.values(call.media)) t.strictSame(unexplained(contract, schema), [])
      for (const { name, schema, description } of [...inPath(call), ...inQuery(call)])
        t.ok(description ?? schema.description, name)
    })
  })

  await t.test('each operation documents the refusals that its kind can meet', async (t) => {
    await eachCall(t, calls, async (t, call) => {
      const expected = [
        '400',
        ...(call.credential === 'none' ? [] : ['401', '503']),
        ...(call.scope ? ['403'] : []),
        ...(inPath(call).length > 0 ? ['414'] : []),
        ...(inPath(call).length > 0 && !makesMissing(call) ? ['404'] : []),
        ...(hasBody(call) || ['POST', 'DELETE'].includes(call.method) ? ['413', '415'] : []),
      ]
      t.strictSame(
        expected.filter((status) => !call.statuses.has(status)),
        [],
      )
      t.equal(call.statuses.has('403'), Boolean(call.scope), 'a scope is named where one is needed')
      const named = [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      t.strictSame(
        inPath(call)
          .map(({ name }) => name)
          .sort(),
        named.sort(),
        'parameters of the path',
      )
    })
  })

  await t.test('what clients send is closed and has an end', async (t) => {
    await eachCall(t, calls, async (t, call) => {
      const bodies = Object.values(call.media).map(({ schema }) => schema)
      const parameters = [...inPath(call), ...inQuery(call)].map(({ schema }) => schema)
      for (const schema of [...bodies, ...parameters].flatMap((each) => within(contract, each))) {
        t.strictSame(openEnds(schema), [], JSON.stringify(schema).slice(0, 200))
      }
    })
  })

  await t.test(
    'what is answered names its members, and is open for more: clients are to live with them',
    async (t) => {
      const messages = JSON.stringify(contract.webhooks)
      await eachCall(t, calls, async (t, { operation }) => {
        const media = Object.values(operation.responses).flatMap(({ content }) =>
          Object.values(content ?? {}),
        )
        const objects = media
          .flatMap(({ schema }) => within(contract, schema))
          .filter(({ type }) => [type].flat().includes('object'))
        t.strictSame(
          objects.filter(({ additionalProperties }) => additionalProperties === false),
          [],
          'none is closed',
        )
        t.strictSame(
          objects.filter(({ properties, additionalProperties }) => !properties && !additionalProperties),
          [],
          'each says what is in it',
        )
      })
      t.notMatch(messages, '"additionalProperties":false')
    },
  )

  await t.test('examples are valid', async (t) => {
    const ajv = validatorsOf(contract.components)
    const withExamples = Object.entries(contract.components.schemas).filter(([, { examples }]) => examples)
    t.not(withExamples.length, 0)
    for (const [name, { examples }] of withExamples) {
      const validate = ajv.getSchema(`contract#/components/schemas/${name}`)
      for (const example of examples as unknown[])
        t.ok(validate?.(example), name, { errors: validate?.errors })
    }
  })

  await t.test('each body, success and refusal has an example that is valid', async (t) => {
    const ajv = validatorsOf(contract.components)
    const validate = ({ schema }: Media, example: unknown) =>
      ajv.validate(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')), example)
    await eachCall(t, calls, async (t, { operation }) => {
      const answers = Object.entries(operation.responses).filter(([, { content }]) => content)
      const successes = answers.filter(([status]) => status < '300').map(([, answer]) => answer)
      const refusals = answers.filter(([status]) => status >= '400').map(([, answer]) => answer)
      const known = successes.flatMap(({ content }) => Object.values(content as Content))
      const shown = known.filter(({ example }) => example !== undefined)
      t.equal(shown.length > 0, known.length > 0, 'a success is shown')
      const sent = Object.values((operation.requestBody?.content ?? {}) as Content)
      t.ok(
        sent.every(({ example }) => example !== undefined),
        'what to send is shown',
      )
      for (const media of [...shown, ...sent]) t.ok(validate(media, media.example), ajv.errorsText())
      for (const { content } of refusals) {
        const { examples = {} } = (content as Content)['application/problem+json'] ?? {}
        t.ok(Object.keys(examples).length > 0, 'a refusal is shown')
      }
    })
    const { examples } = contract.components
    for (const [code, { value }] of Object.entries(examples))
      t.ok(validate({ schema: { $ref: '#/components/schemas/Problem' } }, value), code)
  })

  await t.test('problems stand by status and code, and each has its operations', async (t) => {
    const rows = Object.entries(problems).map(([code, [status]]) => `${status} ${code}`)
    t.strictSame(rows, [...rows].sort())
    const answers = calls.flatMap(({ operation }) => Object.values(operation.responses))
    const named = answers.flatMap(({ description }) =>
      [...description.matchAll(/`(\w+)`: /g)].map(([, it]) => it),
    )
    const unnamed = Object.keys(problems).filter((code) => !named.includes(code))
    t.strictSame(unnamed.sort(), OF_NO_OPERATION)
  })
})

const BOUNDED_FORMATS = ['uuid', 'date', 'date-time', 'email', 'uri']

/** Which ends a schema of the input leaves open. */
const openEnds = (schema: Schema) => {
  const types = [schema.type].flat()
  const closed =
    schema.enum || schema.const || BOUNDED_FORMATS.includes(String(schema.format)) || isCounted(schema)
  return [
    ...(types.includes('object') && schema.additionalProperties !== false ? ['additionalProperties'] : []),
    ...(types.includes('array') && schema.maxItems === undefined ? ['maxItems'] : []),
    ...(types.includes('string') && schema.maxLength === undefined && !closed ? ['maxLength'] : []),
    ...(types.includes('integer') && schema.maximum === undefined ? ['maximum'] : []),
  ]
}

/** Whether the pattern itself says how many characters there are, as that of a currency does. */
const isCounted = ({ pattern }: Schema) => /^\^\[[^\]]+\]\{\d+\}\$$/.test(String(pattern))
