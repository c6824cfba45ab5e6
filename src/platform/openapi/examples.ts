import { readFileSync } from 'node:fs'
import { type ProblemCode, problems } from '../../problems.ts'
import { withAddress } from '../written-address.ts'
import type { Document, Operation } from './components.ts'

type Media = Record<
  string,
  { schema?: { $ref?: string; examples?: unknown[] }; example?: unknown; examples?: unknown }
>
type Answers = Record<string, { status: string; media: string; body: unknown }>

/** What each operation once answered, by its id. */
const answers: Answers = JSON.parse(
  readFileSync(new URL('../../../openapi/examples.json', import.meta.url), 'utf8'),
)

const FAULT = {
  pointer: '/appliedOn',
  detail: 'Must be a day that exists, as YYYY-MM-DD',
  code: 'invalid_format',
}

const refusal = (publicUrl: string, code: ProblemCode) => {
  const [status, title, whatToDo] = problems[code]
  return {
    type: `${publicUrl}/docs/problems/${code}`,
    title,
    status,
    detail: code === 'invalid_request' ? 'The body does not fit the contract.' : whatToDo,
    instance: '/v1/applications/01998a5c-0000-7000-8000-000000000001',
    code,
    requestId: '01998a5c-0000-7000-8000-00000000abcd',
    ...(code === 'invalid_request' && { errors: [FAULT] }),
  }
}

const addRequest = ({ components }: Document, { requestBody }: Operation) => {
  const { content = {} } = (requestBody ?? {}) as { content?: Media }
  for (const [type, media] of Object.entries(content)) {
    const [, name = ''] = /([^/]+)$/.exec(media.schema?.$ref ?? '') ?? []
    const { examples } = (media.schema?.$ref ? components.schemas[name] : media.schema) as {
      examples?: unknown[]
    }
    if (examples?.length) content[type] = { ...media, example: examples[0] }
  }
}

const addAnswers = ({ operationId, responses }: Operation) => {
  for (const [status, answer] of Object.entries(responses)) {
    const content = (answer.content ?? {}) as Media
    const problem = content['application/problem+json']
    const codes = [...String(answer.description).matchAll(/`([a-z_]+)`: /g)].map(([, code]) => code)
    if (problem)
      answer.content = {
        'application/problem+json': {
          ...problem,
          examples: Object.fromEntries(
            codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
          ),
        },
      }
    const known = answers[String(operationId)]
    if (known?.status === status && content[known.media])
      answer.content = { ...content, [known.media]: { ...content[known.media], example: known.body } }
  }
}

const documented = (document: Document): ProblemCode[] => {
  const text = JSON.stringify(document.paths)
  return (Object.keys(problems) as ProblemCode[]).filter((code) => text.includes(`\`${code}\`: `))
}

/**
 * Adds examples: to what is sent that of its schema, to what is answered what the service once did, and to refusals one
 * for each code. All of them name the address of this service.
 */
export const addExamples =
  (publicUrl: string) =>
  (document: Document): Document => {
    for (const operation of Object.values(document.paths).flatMap(Object.values)) {
      addRequest(document, operation)
      addAnswers(operation)
    }
    document.components.examples = Object.fromEntries(
      documented(document).map((code) => [
        code,
        { summary: problems[code][1], value: refusal(publicUrl, code) },
      ]),
    )
    return JSON.parse(JSON.stringify(document), (_, value) =>
      typeof value === 'string' ? withAddress(value, publicUrl) : value,
    )
  }
