import type { Test } from 'tap'
import type { Client } from '../support/client.ts'
import { type Contract, type Operation, operationsOf } from '../support/conformance.ts'
import { OPERATOR_KEY, type Service } from '../support/service.ts'

export type Schema = Record<string, unknown>
export type Parameter = { name: string; description?: string; in: string; schema: Schema }
/** One operation of the contract, and what a test has to know to call it. */
export type Call = {
  operationId: string
  method: string
  path: string
  credential: 'key' | 'operator' | 'none'
  /** The scope that its description names. */
  scope: string | undefined
  parameters: Parameter[]
  /** The media types that it reads, with the schema of what they carry. */
  media: Record<string, { schema: Schema }>
  /** Which statuses the contract documents. */
  statuses: Set<string>
  operation: Operation
}

export const VERBS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const

const credentialOf = ({ security = [] }: Operation) => {
  const schemes = security.flatMap((each) => Object.keys(each))
  if (schemes.length === 0) return 'none' as const
  return schemes.includes('operatorKey') ? ('operator' as const) : ('key' as const)
}

const componentOf = (contract: Contract, reference: unknown) => {
  const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(.+)$/.exec(String(reference)) ?? []
  const found = (contract.components as Record<string, Record<string, Schema>>)[kind]?.[name]
  if (!found) throw new Error(`The contract refers to ${reference}, which it does not hold.`)
  return found
}

/** The schema itself, where the contract refers to it. */
export const resolved = (contract: Contract, schema: Schema): Schema =>
  schema.$ref ? componentOf(contract, schema.$ref) : schema

/** Every operation of the contract. */
export const callsOf = (contract: Contract): Call[] =>
  operationsOf(contract).map(({ path, method, operation }) => ({
    operationId: operation.operationId,
    method,
    path,
    credential: credentialOf(operation),
    scope: /Needs the scope `([^`]+)`/.exec(operation.description ?? '')?.[1],
    parameters: (operation.parameters ?? []).map((it) => resolved(contract, it) as Parameter),
    media: operation.requestBody?.content ?? {},
    statuses: new Set(Object.keys(operation.responses)),
    operation,
  }))

/** The call with a body of this media type, for each of the calls that read one. */
export const inMedia = (calls: Call[], type: string): Call[] =>
  calls.flatMap((call) => (call.media[type] ? { ...call, media: { [type]: call.media[type] } } : []))

/** Each call as often as there are media types that it reads. */
export const inEachMedia = (calls: Call[]): Call[] =>
  calls.flatMap((call) => Object.keys(call.media).flatMap((type) => inMedia([call], type)))

export const hasBody = ({ media }: Call) => Object.keys(media).length > 0
export const inPath = ({ parameters }: Call) => parameters.filter((it) => it.in === 'path')
export const inQuery = ({ parameters }: Call) => parameters.filter((it) => it.in === 'query')
export const isList = (call: Call) =>
  call.method === 'GET' && inQuery(call).some((it) => it.name === 'cursor')
export const isId = ({ schema }: Parameter) => schema.format === 'uuid'

/** Whether the operation makes what its path names when it is not there. */
export const makesMissing = (call: Call) => call.method === 'PUT' && !inPath(call).some(isId)

/** Whether the operation ends the account that the other calls are made with. */
export const endsAccount = ({ operationId }: Call) => operationId === 'eraseMe'

/** Whether nothing more can be done to the record that it was done to. */
export const endsRecord = ({ operationId }: Call) => operationId === 'withdrawAssignment'

/** One subtest for each operation; a list that came out empty is a test that tests nothing. */
export const eachCall = async (t: Test, calls: Call[], body: (t: Test, call: Call) => Promise<void>) => {
  t.not(calls.length, 0, 'there are such operations')
  for (const call of calls) await t.test(call.operationId, (t) => body(t, call))
}

/** The client that may make this call: anonymous, the operator, or the account's own. */
export const callerOf = (service: Service, { credential }: Call, account: Client): Client => {
  if (credential === 'none') return service.client()
  return credential === 'operator' ? service.client(OPERATOR_KEY) : account
}
