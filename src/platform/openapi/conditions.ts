import type { Document, Operation } from './components.ts'
import { keepsAnswer } from './refusals.ts'

const DESCRIPTIONS = {
  'If-Match': 'Do it only while the record is at this `ETag`, or at this `version` in quotes.',
  'If-None-Match':
    'On reads: answer 304 while the record is at this `ETag`. On `PUT`: `*` demands that there is none yet.',
  'Idempotency-Key':
    'Printable ASCII characters of your choice: 1 to 255, or 257 with quotes around them, and no quotes among them. Others are refused with 400. The same request with the same key is done once: within 24 hours it gets the first answer again.',
}
type Condition = keyof typeof DESCRIPTIONS

const isConditional = ({ responses }: Operation) => 'ETag' in ((responses['200']?.headers ?? {}) as object)

const conditionsOf = (method: string, operation: Operation): Condition[] => {
  const reads = method === 'get' && isConditional(operation)
  const writes = '412' in operation.responses
  return [
    ...(keepsAnswer(method, operation) ? (['Idempotency-Key'] as const) : []),
    ...(writes ? (['If-Match'] as const) : []),
    ...(reads || (writes && method === 'put') ? (['If-None-Match'] as const) : []),
  ]
}

const addUnchanged = ({ responses }: Operation) => {
  responses['304'] = { description: 'Unchanged since the `ETag` given.', headers: responses['200']?.headers }
}

/** A patch may come under either media type. */
const addMergePatch = ({ requestBody }: Operation) => {
  const { content } = requestBody as { content: Record<string, unknown> }
  content['application/merge-patch+json'] = content['application/json']
}

/** What one part of the generator tells another, and no reader. */
const NOTES = ['x-file', 'x-conditional', 'x-keeps-nothing', 'x-sunset']

/** Documents under which conditions each operation may be asked for, and in which forms. */
export const addConditions = (document: Document): Document => {
  for (const path of Object.values(document.paths))
    for (const [method, operation] of Object.entries(path)) {
      const conditions = conditionsOf(method, operation)
      if (conditions.length > 0)
        operation.parameters = [
          ...((operation.parameters as []) ?? []),
          ...conditions.map((name) => ({ $ref: `#/components/parameters/${name}` })),
        ]
      if (method === 'get' && isConditional(operation)) addUnchanged(operation)
      if (method === 'patch') addMergePatch(operation)
      for (const note of NOTES) delete operation[note]
    }
  // @NOTE A key ends at 257 characters, as its description says. To write less than 1000 here would break released clients.
  document.components.parameters = Object.fromEntries(
    Object.entries(DESCRIPTIONS).map(([name, description]) => [
      name,
      { name, in: 'header', required: false, description, schema: { type: 'string', maxLength: 1000 } },
    ]),
  )
  return document
}
