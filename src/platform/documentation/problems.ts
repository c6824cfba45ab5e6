import { STATUS_CODES } from 'node:http'
import { type ProblemCode, problems } from '../../problems.ts'
import { type Page, pageFrom } from './markdown.ts'
import { meanings } from './meanings.ts'

/** An operation, as far as a reader needs it to find it. */
export type Operation = { method: string; path: string; summary: string; tag: string }

const MOST_NAMED = 12

const codes = Object.keys(problems) as ProblemCode[]

/** What a problem means, for programs. */
export const helpOf = (code: ProblemCode) => {
  const [status, title, whatToDo] = problems[code]
  return { code, status, title, meaning: meanings[code], whatToDo }
}

/** Where an operation stands in the reference. */
const inReference = ({ method, path, tag }: Operation) =>
  `/docs#tag/${tag.toLowerCase().replaceAll(' ', '-')}/${method}${path}`

const answeredBy = (operations: readonly Operation[]): string => {
  if (operations.length === 0) return 'Any request can be answered with it.'
  if (operations.length > MOST_NAMED) return `${operations.length} operations can answer with it.`
  return operations
    .map((each) => `- [\`${each.method} ${each.path}\`](${inReference(each)}): ${each.summary}`)
    .join('\n')
}

/** What a problem means, for people. */
export const problemPage = (code: ProblemCode, operations: readonly Operation[]): Page => {
  const { status, title, meaning, whatToDo } = helpOf(code)
  return pageFrom(
    `/docs/problems/${code}`,
    `# ${title}

${meaning}

| code | status |
|---|---|
| \`${code}\` | ${status} ${STATUS_CODES[status]} |

## What to do

${whatToDo}

The \`detail\` of the answer says what went wrong this time, and \`errors\`, where there are any, point to each fault
of the input.

## Where it comes from

${answeredBy(operations)}

[How refusals are read](/docs/guides/errors) · [All problems](/docs/problems)
`,
  )
}

/** The pages of all problems, each made when it is read. */
export const problemPages = (operationsWith: (code: ProblemCode) => readonly Operation[]) =>
  codes.map((code) => ({
    path: `/docs/problems/${code}`,
    read: () => problemPage(code, operationsWith(code)),
  }))

const row = (code: ProblemCode) => {
  const [, title, whatToDo] = problems[code]
  return `| [\`${code}\`](/docs/problems/${code}) | **${title}.** ${whatToDo} |`
}

const sections = [...Map.groupBy(codes, (code) => problems[code][0])].map(
  ([status, group]) =>
    `## ${status} ${STATUS_CODES[status]}\n\n| code | what to do |\n|---|---|\n${group.map(row).join('\n')}\n`,
)

/** Every problem, by status. */
export const problemsIndex = pageFrom(
  '/docs/problems',
  `# Problems

Every refusal of the service. The \`type\` of an answer leads to one of these pages; its \`code\` is stable.

${sections.join('\n')}`,
)
