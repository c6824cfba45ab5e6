import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { noteSeenAnswer } from './seen-answers.ts'

type Schema = Record<string, unknown>
type Answer = {
  description: string
  content?: Record<string, { schema: Schema }>
  headers?: Record<string, { $ref: string }>
}
export type Operation = {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  security?: Record<string, string[]>[]
  parameters?: { name: string; in: string; schema: Schema; $ref?: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, Answer>
}
export type Contract = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; headers: Record<string, { schema: Schema }> }
}
export type Seen = { status: number; headers: Record<string, unknown>; body: string }

const ANYTHING: Schema = {}
const PROBLEM: Schema = { $ref: '#/components/schemas/Problem' }

/** Headers that depend on more than the status: on the answer, and on how far the request came. What the router cannot read, and what fails, may be nobody's. */
const OPTIONAL = new Set(['Idempotent-Replayed', 'Link'])
const mayLack = (name: string, status: number) =>
  OPTIONAL.has(name) || ([400, 503].includes(status) && name.startsWith('RateLimit'))

/** What is said to the transport, to caches and to browsers, and is no part of what an operation answers. */
const BESIDE_THE_CONTRACT = new Set([
  'connection',
  'content-length',
  'content-security-policy',
  'content-type',
  'date',
  'keep-alive',
  'referrer-policy',
  'transfer-encoding',
  'vary',
  'x-content-type-options',
  'x-robots-tag',
])

/** Every operation with its path and method. */
export const operationsOf = (contract: Contract) =>
  Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )

/**
 * The schema with every object closed that names its members: what the contract leaves open for clients of later answers
 * is, today, a member that nobody documented.
 */
const closed = <Value>(schema: Value): Value =>
  JSON.parse(JSON.stringify(schema), (_, value) =>
    isSchemaOfMembers(value) ? { additionalProperties: false, ...value } : value,
  )
const isSchemaOfMembers = (value: unknown): value is Schema => {
  const { type, properties } = (value ?? {}) as Schema
  return [type].flat().includes('object') && typeof properties === 'object'
}

/** What validates values against schemas that stand in the contract, or say `contract#` where they refer to one. */
export const validatorsOf = (components: object) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, inlineRefs: false, code: { optimize: false } })
  addFormats.default(ajv)
  return ajv.addSchema({ $id: 'contract', components })
}

/** Holds answers against the contract: status, media type, headers and every member. Throws at the first difference. */
export const conformanceTo = (contract: Contract) => {
  const ajv = validatorsOf(closed(contract.components))
  // By what they say: most answers that refuse have the same one.
  const compiled = new Map<string, ValidateFunction>()
  const compile = (schema: Schema) => {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"contract#/components/')
    const known = compiled.get(text) ?? ajv.compile(closed(JSON.parse(text)))
    compiled.set(text, known)
    return known
  }
  const met = new WeakMap<Schema, ValidateFunction>()
  const validator = (schema: Schema) => {
    const known = met.get(schema) ?? compile(schema)
    met.set(schema, known)
    return known
  }
  const operations = operationsOf(contract).map((it) => ({
    ...it,
    pattern: new RegExp(`^${it.path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
  }))

  return (method: string, url: string, seen: Seen): void => {
    const [path = ''] = url.split('?')
    // A path that the contract names as it is belongs to no other one, though a parameter of that might fill it.
    const isNamed = path in contract.paths
    const found = operations.find(
      (it) =>
        it.method === method && (isNamed ? it.path === path : it.pattern.test(path) && !isPlainText(path)),
    )
    if (!found) {
      if (!isPageForPeople(path, seen)) demandProblem(seen, validator)
      return
    }
    const { operation } = found
    const answer = operation.responses[seen.status]
    const where = `${operation.operationId} ${seen.status}`
    if (!answer) throw new Error(`${where}: a status that the contract does not document; ${seen.body}`)
    noteSeenAnswer(operation.operationId, seen.status)
    demandHeaders(where, answer, seen, contract, validator)
    demandBody(where, answer, seen, validator)
  }
}

type Validator = (schema: Schema) => ValidateFunction

const demandHeaders = (
  where: string,
  answer: Answer,
  { status, headers }: Seen,
  contract: Contract,
  validator: Validator,
) => {
  for (const name of Object.keys(answer.headers ?? {})) {
    const value = headers[name.toLowerCase()]
    if (value === undefined && mayLack(name, status)) continue
    if (value === undefined) throw new Error(`${where}: the documented header ${name} is missing`)
    const validate = validator(contract.components.headers[name]?.schema ?? ANYTHING)
    if (!validate(value)) throw new Error(`${where}: the header ${name} is ${value}`)
  }
  const documented = new Set(Object.keys(answer.headers ?? {}).map((name) => name.toLowerCase()))
  for (const name of Object.keys(headers)) {
    if (!documented.has(name) && !BESIDE_THE_CONTRACT.has(name))
      throw new Error(`${where}: the header ${name} is undocumented`)
  }
}

const demandBody = (where: string, answer: Answer, { headers, body }: Seen, validator: Validator) => {
  if (!answer.content) {
    if (body !== '') throw new Error(`${where}: a body that the contract does not document: ${body}`)
    return
  }
  const [media = ''] = String(headers['content-type'] ?? '').split(';')
  const content = answer.content[media]
  if (!content) throw new Error(`${where}: the media type ${media} is undocumented`)
  const validate = validator(content.schema)
  if (!validate(/json/.test(media) ? JSON.parse(body) : body))
    throw new Error(`${where}: ${JSON.stringify(validate.errors)} in ${body}`)
}

/** The documentation in Markdown, which no operation answers with. */
const isPlainText = (path: string) => path.startsWith('/docs/') && path.endsWith('.md')

/** Browsers get a page where the documentation has none, and no operation is there. */
const isPageForPeople = (path: string, { status, headers }: Seen) =>
  status === 404 && path.startsWith('/docs/') && /^text\/html/.test(String(headers['content-type']))

const demandProblem = ({ status, headers, body }: Seen, validator: Validator) => {
  if (status < 400) return
  if (headers['content-type'] !== 'application/problem+json')
    throw new Error(`${status} without a problem document`)
  const validate = validator(PROBLEM)
  if (!validate(JSON.parse(body))) throw new Error(`a problem document that is none: ${body}`)
}
