import { type ProblemCode, problems } from '../../problems.ts'
import type { Document, Operation } from './components.ts'
import { OF_BODIES } from './operation.ts'

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

/** Whether the first answer to an `Idempotency-Key` is kept. */
export const keepsAnswer = (method: string, operation: Operation): boolean =>
  method === 'post' && !operation['x-keeps-nothing']

const OF_KEYS = ['idempotency_key_in_use', 'idempotency_key_reused'] as const

/** Whether a body is read, though none is asked for. */
const mayComeWithBody = (method: string, operation: Operation) =>
  ['post', 'delete'].includes(method) && !operation.requestBody

const addRefusal = ({ responses }: Operation, code: ProblemCode) => {
  const [status, title] = problems[code]
  const description = `\`${code}\`: ${title}.`
  const stated = responses[status]
  responses[status] = stated
    ? { ...stated, description: `${stated.description} ${description}` }
    : { description, content: PROBLEM }
}

/** Documents the refusals that an operation can meet by its method alone. */
export const addRefusals = (document: Document): Document => {
  for (const path of Object.values(document.paths))
    for (const [method, operation] of Object.entries(path)) {
      if (mayComeWithBody(method, operation)) for (const code of OF_BODIES) addRefusal(operation, code)
      if (keepsAnswer(method, operation)) for (const code of OF_KEYS) addRefusal(operation, code)
    }
  return document
}
